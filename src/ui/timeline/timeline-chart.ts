import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import { endMarkers, MARKER_RADIUS } from '../charts/end-markers.ts';
import { lineDash } from '../charts/line-dashes.ts';
import { pointsOf, type TimelineLines, type TimelinePoint } from './timeline-lines.ts';
import type { TimelineColors, TimelineSize } from './messages.ts';

const SECONDS = 30;

function configuration(
  { lines, dashed, grid }: TimelineColors,
  { pixelRatio }: TimelineSize,
): ChartConfiguration<'line', TimelinePoint[]> {
  const ticks = { display: false, stepSize: 25 };
  return {
    type: 'line',
    data: {
      datasets: lines.map((borderColor, emotion) => ({
        data: [],
        borderColor,
        borderWidth: 2.5,
        borderDash: lineDash(dashed, emotion),
      })),
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      // Whoever owns the canvas tells its size: there is no element to watch here.
      responsive: false,
      maintainAspectRatio: false,
      devicePixelRatio: pixelRatio,
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

/** The last 30 seconds of the six probabilities on a canvas of a worker, drawn only when told to. */
export class TimelineChart {
  readonly #chart: Chart<'line', TimelinePoint[]>;

  constructor(canvas: OffscreenCanvas, colors: TimelineColors, size: TimelineSize) {
    Chart.register(LineController, LineElement, PointElement, LinearScale);
    this.#chart = new Chart(canvas, configuration(colors, size));
    this.resize(size);
  }

  show(lines: TimelineLines): void {
    this.#chart.data.datasets.forEach((dataset, emotion) => {
      dataset.data = pointsOf(lines, emotion);
    });
    this.#chart.update('none');
  }

  resize({ width, height, pixelRatio }: TimelineSize): void {
    this.#chart.options.devicePixelRatio = pixelRatio;
    this.#chart.resize(width, height);
  }
}
