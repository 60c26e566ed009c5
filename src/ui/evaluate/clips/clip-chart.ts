import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import { endMarkers, MARKER_RADIUS } from '../../charts/end-markers.ts';
import { lineDash } from '../../charts/line-dashes.ts';
import type { TimelineColors } from '../../timeline/messages.ts';
import type { TimelinePoint } from '../../timeline/timeline-lines.ts';

export interface ClipChart {
  /** Moves the mark of what is played, in seconds of the clip. */
  mark(at: number): void;
  destroy(): void;
}

/** The six probabilities over a whole clip, with a mark where it is played. */
export function createClipChart(
  canvas: HTMLCanvasElement,
  lines: readonly TimelinePoint[][],
  seconds: number,
  colors: TimelineColors,
): ClipChart {
  Chart.register(LineController, LineElement, PointElement, LinearScale);
  let marked = 0;
  const playhead: Plugin<'line'> = {
    id: 'playhead',
    afterDatasetsDraw({ ctx, chartArea: { top, bottom }, scales }) {
      const x = scales['x']?.getPixelForValue(marked) ?? 0;
      ctx.fillStyle = colors.text;
      ctx.fillRect(x - 1, top, 2, bottom - top);
    },
  };
  const chart = new Chart(canvas, configuration(lines, seconds, colors, playhead));
  return {
    mark(at) {
      marked = Math.min(at, seconds);
      chart.draw();
    },
    destroy: () => chart.destroy(),
  };
}

function configuration(
  lines: readonly TimelinePoint[][],
  seconds: number,
  colors: TimelineColors,
  playhead: Plugin<'line'>,
): ChartConfiguration<'line', TimelinePoint[]> {
  return {
    type: 'line',
    data: {
      datasets: lines.map((data, index) => ({
        data,
        borderColor: colors.lines[index]!,
        borderWidth: 2,
        borderDash: lineDash(colors.dashed, index),
      })),
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: MARKER_RADIUS + 2, top: 2, bottom: 2 } },
      elements: { point: { radius: 0 }, line: { borderJoinStyle: 'round', spanGaps: false } },
      scales: {
        x: { type: 'linear', display: false, min: 0, max: seconds },
        y: {
          type: 'linear',
          min: 0,
          max: 100,
          ticks: { display: false, stepSize: 25 },
          grid: { drawTicks: false, color: colors.grid },
          border: { display: false },
        },
      },
    },
    plugins: [endMarkers, playhead],
  };
}
