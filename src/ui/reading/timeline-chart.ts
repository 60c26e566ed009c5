import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import { drawPoint } from 'chart.js/helpers';
import type { Sample } from '../../live/live-page.ts';
import { EMOTION_STYLES, type Shape } from '../emotion-style.ts';
import type { TimelineColors } from './timeline-colors.ts';
import { timelineLines, type TimelinePoint } from './timeline-lines.ts';

const SECONDS = 30;
export const MARKER_RADIUS = 5;

/** Chart.js's name and rotation for each shape. */
const MARKERS: Readonly<Record<Shape, readonly [style: string, rotation: number]>> = {
  triangle: ['triangle', 0],
  diamond: ['rectRot', 0],
  star: ['star', 0],
  circle: ['circle', 0],
  'triangle-down': ['triangle', 180],
  square: ['rect', 0],
};

export interface TimelineChart {
  show(history: readonly Sample[]): void;
  destroy(): void;
}

/** Each line ends in its emotion's shape, so that colour is never alone. */
export const endMarkers: Plugin<'line'> = {
  id: 'endMarkers',
  afterDatasetsDraw(chart) {
    EMOTION_STYLES.forEach(({ shape }, index) => {
      const end = chart.getDatasetMeta(index).data.at(-1);
      if (end === undefined || Number.isNaN(end.y)) return;
      const [pointStyle, rotation] = MARKERS[shape];
      const color = chart.data.datasets[index]?.borderColor as string;
      chart.ctx.fillStyle = color;
      chart.ctx.strokeStyle = color;
      const marker = { pointStyle, rotation, radius: MARKER_RADIUS, borderWidth: 2 };
      drawPoint(chart.ctx, marker as Parameters<typeof drawPoint>[1], end.x, end.y);
    });
  },
};

function configuration({
  lines,
  grid,
}: TimelineColors): ChartConfiguration<'line', TimelinePoint[]> {
  const ticks = { display: false, stepSize: 25 };
  return {
    type: 'line',
    data: {
      datasets: lines.map((borderColor) => ({ data: [], borderColor, borderWidth: 2.5 })),
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      // Room for whole markers where lines end at 0 or at 100, as most do.
      layout: { padding: { right: MARKER_RADIUS + 2, top: MARKER_RADIUS, bottom: MARKER_RADIUS } },
      elements: { point: { radius: 0 }, line: { borderJoinStyle: 'round', spanGaps: false } },
      scales: {
        // Ticks of a hidden axis would still have their words measured.
        x: { type: 'linear', display: false, min: -SECONDS, max: 0, ticks: { display: false } },
        y: {
          type: 'linear',
          min: 0,
          max: 100,
          ticks,
          grid: { drawTicks: false, color: grid },
          border: { display: false },
        },
      },
    },
    plugins: [endMarkers],
  };
}

/** The last 30 seconds of the six probabilities, drawn only when told to. */
export function createTimelineChart(
  canvas: HTMLCanvasElement,
  colors: TimelineColors,
): TimelineChart {
  Chart.register(LineController, LineElement, PointElement, LinearScale);
  const chart = new Chart(canvas, configuration(colors));
  return {
    show(history) {
      timelineLines(history).forEach((line, index) => {
        chart.data.datasets[index]!.data = line;
      });
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
