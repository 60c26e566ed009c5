import type { HairStyle } from './looks.ts';
import type { Context2D } from './paint.ts';

/** Adds a closed outline to the current path, in face units. */
type Outline = (ctx: Context2D) => void;

interface Hair {
  /** What falls behind head and neck. */
  readonly behind: readonly Outline[];
  /** What lies over the forehead and the temples. */
  readonly front: readonly Outline[];
  /** Where strands start and end: the crown and the tips. */
  readonly strands: readonly (readonly [x: number, y: number, viaX: number, viaY: number, toX: number, toY: number])[];
}

/** A closed curve of Bézier pieces: a start, then six numbers a piece. */
function curve(startX: number, startY: number, ...pieces: readonly (readonly [number, number, number, number, number, number])[]): Outline {
  return (ctx) => {
    ctx.moveTo(startX, startY);
    for (const piece of pieces) ctx.bezierCurveTo(...piece);
    ctx.closePath();
  };
}

/** Curls around an ellipse. */
function curls(x: number, y: number, rx: number, ry: number, count: number, from: number, to: number): Outline {
  return (ctx) => {
    for (let i = 0; i <= count; i += 1) {
      const angle = from + ((to - from) * i) / count;
      const size = 15 + 4 * (i % 3);
      const cx = x + rx * Math.cos(angle);
      const cy = y + ry * Math.sin(angle);
      ctx.moveTo(cx + size, cy);
      ctx.arc(cx, cy, size, 0, 2 * Math.PI);
    }
  };
}

const CAP_BEHIND = curve(-112, 30, [-122, -110, -92, -186, 0, -186], [92, -186, 122, -110, 112, 30]);

export const HAIR: Readonly<Record<HairStyle, Hair>> = {
  long: {
    behind: [
      curve(0, -194, [96, -196, 146, -120, 138, -20], [132, 50, 160, 130, 146, 300], [80, 310, -80, 310, -146, 300], [-160, 130, -132, 50, -138, -20], [-146, -120, -96, -196, 0, -194]),
    ],
    front: [
      curve(-28, -182, [50, -206, 138, -150, 130, -18], [128, 40, 134, 84, 122, 150], [112, 100, 108, 40, 103, -20], [98, -78, 40, -104, -28, -140]),
      curve(-22, -182, [-96, -190, -138, -130, -130, -18], [-128, 40, -134, 84, -122, 150], [-112, 100, -108, 40, -103, -16], [-100, -70, -66, -112, -22, -142]),
    ],
    strands: [
      [-26, -170, 90, -150, 112, -20], [-26, -158, 66, -128, 106, -40], [-26, -176, 110, -170, 122, 10], [-26, -178, 130, -160, 126, 90],
      [-26, -172, -100, -150, -112, -20], [-26, -164, -80, -140, -106, -40], [-26, -176, -120, -160, -124, 60],
    ],
  },
  bob: {
    behind: [
      curve(0, -190, [100, -192, 142, -120, 138, -20], [136, 60, 142, 110, 128, 158], [90, 172, 70, 130, 60, 110], [30, 110, -30, 110, -60, 110], [-70, 130, -90, 172, -128, 158], [-142, 110, -136, 60, -138, -20], [-142, -120, -100, -192, 0, -190]),
    ],
    front: [
      curve(34, -182, [-60, -204, -140, -140, -132, -18], [-130, 50, -136, 100, -116, 150], [-102, 90, -106, 30, -104, -24], [-102, -62, -40, -84, 34, -146]),
      curve(28, -182, [96, -190, 138, -130, 132, -18], [130, 50, 136, 100, 116, 150], [102, 90, 106, 30, 104, -22], [102, -70, 70, -112, 28, -144]),
    ],
    strands: [
      [32, -172, -80, -150, -114, -30], [32, -164, -50, -124, -106, -52], [32, -176, -116, -166, -122, 40],
      [32, -172, 100, -150, 112, -30], [32, -176, 118, -160, 122, 50],
    ],
  },
  cropped: {
    behind: [],
    front: [
      curve(-108, 4, [-118, -100, -94, -182, 0, -182], [94, -182, 118, -100, 108, 4], [103, -20, 104, -50, 96, -72], [92, -96, 62, -116, 0, -117], [-62, -116, -92, -96, -96, -72], [-104, -50, -103, -20, -108, 4]),
    ],
    strands: [],
  },
  receding: {
    behind: [CAP_BEHIND],
    front: [
      curve(-106, 20, [-122, -90, -98, -188, 0, -188], [98, -188, 122, -90, 106, 20], [100, -20, 106, -70, 92, -98], [78, -140, 66, -122, 50, -146], [20, -162, -20, -162, -44, -148], [-66, -122, -78, -140, -92, -98], [-106, -70, -100, -20, -106, 20]),
    ],
    strands: [
      [-40, -150, -20, -182, 40, -170], [-30, -154, 10, -184, 70, -148], [-104, 0, -112, -70, -84, -128], [104, 0, 112, -70, 84, -128], [-107, -10, -116, -80, -92, -130], [107, -10, 116, -80, 92, -130],
    ],
  },
  afro: {
    behind: [curls(0, -66, 150, 128, 30, Math.PI * 0.86, Math.PI * 2.14), curve(-150, 10, [-200, -150, -90, -214, 0, -214], [90, -214, 200, -150, 150, 10], [90, 60, -90, 60, -150, 10])],
    front: [
      curls(0, -56, 98, 66, 16, Math.PI * 1.04, Math.PI * 1.96),
      curve(-112, -40, [-112, -120, -70, -176, 0, -176], [70, -176, 112, -120, 112, -40], [96, -90, 60, -118, 0, -120], [-60, -118, -96, -90, -112, -40]),
    ],
    strands: [],
  },
};
