import type { Plugin } from 'chart.js';
import { drawPoint } from 'chart.js/helpers';
import { EMOTION_STYLES, type Shape } from '../emotion-style.ts';

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
