import type { FrozenFrame } from '../../live/frozen-frame.svelte.ts';
import { drawExplained, type ShownMap } from './draw-explained.ts';

/** What a saved picture says, in the visitor's language. */
export interface CardText {
  /** The reading, large. */
  readonly reading: string;
  /** Six lines of a name and a whole percent. */
  readonly shares: readonly {
    readonly name: string;
    readonly percent: number;
    readonly color: string;
  }[];
  /** What the colours over the face mean; null where there are none. */
  readonly explained: string | null;
  /** Which pack, when, and that it is a guess. */
  readonly notes: readonly string[];
}

const WIDTH = 1080;
const MARGIN = 60;
const LINE = 54;
const FONT = 'system-ui, sans-serif';
const [PAGE, TEXT, MUTED, TRACK] = ['#0e1116', '#f3f6f9', '#a9b4c1', '#232a34'];

/**
 * A picture of a kept moment as a PNG: its reading, and the face only where that is wanted.
 *
 * @param shown the map over the face; null for none
 */
export function pictureCard(
  frame: FrozenFrame,
  text: CardText,
  face: { readonly shown: ShownMap | null } | null,
): Promise<Blob> {
  const side = face === null ? 0 : WIDTH - 2 * MARGIN;
  const lines = text.shares.length + text.notes.length + (text.explained === null ? 0 : 1);
  const height = MARGIN * 3 + side + 90 + LINE * lines + (face === null ? 0 : MARGIN);
  const canvas = new OffscreenCanvas(WIDTH, height);
  const context = canvas.getContext('2d', { alpha: false })!;
  context.fillStyle = PAGE;
  context.fillRect(0, 0, WIDTH, height);
  let y = MARGIN;
  if (face !== null) {
    drawExplained(context, frame, face.shown, { x: MARGIN, y, side });
    y += side + MARGIN;
  }
  context.textBaseline = 'top';
  write(context, text.reading, y, `700 64px ${FONT}`, TEXT);
  y += 90 + MARGIN / 2;
  for (const { name, percent, color } of text.shares) {
    drawShare(context, name, percent, color, y);
    y += LINE;
  }
  y += MARGIN / 2;
  const notes = text.explained === null ? text.notes : [text.explained, ...text.notes];
  for (const note of notes) {
    write(context, note, y, `28px ${FONT}`, MUTED);
    y += LINE;
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

type Context = OffscreenCanvasRenderingContext2D;

function write(context: Context, text: string, y: number, font: string, color: string): void {
  context.font = font;
  context.fillStyle = color;
  context.fillText(text, MARGIN, y, WIDTH - 2 * MARGIN);
}

function drawShare(
  context: Context,
  name: string,
  percent: number,
  color: string,
  y: number,
): void {
  write(context, name, y, `600 34px ${FONT}`, TEXT);
  const [left, right] = [330, WIDTH - MARGIN - 90];
  context.fillStyle = TRACK;
  context.fillRect(left, y + 6, right - left, 26);
  context.fillStyle = color;
  context.fillRect(left, y + 6, ((right - left) * percent) / 100, 26);
  context.fillStyle = TEXT;
  context.textAlign = 'right';
  context.fillText(String(percent), WIDTH - MARGIN, y);
  context.textAlign = 'left';
}
