import type { TimelineLines } from './timeline-lines.ts';

export interface TimelineColors {
  /** Six, in label order. */
  readonly lines: readonly string[];
  /** Lines are told apart by dashes: the visitor's own colours are too few. */
  readonly dashed: boolean;
  readonly grid: string;
  readonly text: string;
}

/** Of a canvas, in CSS pixels. */
export interface TimelineSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels along a CSS pixel's side. */
  readonly pixelRatio: number;
}

/** Page to the timeline's worker, which never answers. `open` once, before all else. */
export type TimelineRequest =
  | {
      readonly type: 'open';
      readonly canvas: OffscreenCanvas;
      readonly colors: TimelineColors;
      readonly size: TimelineSize;
    }
  | { readonly type: 'resize'; readonly size: TimelineSize }
  | { readonly type: 'show'; readonly lines: TimelineLines };
