import type { Rgb } from './colour.ts';

export interface Skin {
  /** Where the light falls, in the open, and where it does not reach. */
  readonly light: Rgb;
  readonly base: Rgb;
  readonly shade: Rgb;
  /** Creases and nostrils. */
  readonly line: Rgb;
  readonly blush: Rgb;
  readonly lips: Rgb;
}

export type HairStyle = 'long' | 'cropped' | 'receding' | 'bob' | 'afro';

/** A person. Proportions are factors of the average face, 1 being average. */
export interface Look {
  readonly skin: Skin;
  readonly hair: { readonly style: HairStyle; readonly colour: Rgb; readonly shine: Rgb };
  readonly brows: { readonly colour: Rgb; readonly thickness: number; readonly arch: number };
  readonly eyes: {
    readonly iris: Rgb;
    readonly opening: number;
    readonly slant: number;
    readonly lashes: number;
  };
  readonly jaw: number;
  readonly nose: number;
  readonly lips: number;
  /** 0 (young) to 1: how deep the lines are at rest. */
  readonly age: number;
  readonly beard: { readonly colour: Rgb; readonly density: number } | null;
  /** The colour of their frame. */
  readonly glasses: Rgb | null;
  readonly earrings: Rgb | null;
  readonly clothes: { readonly colour: Rgb; readonly collar: 'round' | 'shirt' };
  readonly backdrop: Rgb;
}

/** A woman with long brown hair. */
const LONG_HAIR: Look = {
  skin: {
    light: [250, 214, 184],
    base: [233, 184, 150],
    shade: [178, 118, 88],
    line: [118, 66, 48],
    blush: [222, 118, 100],
    lips: [190, 92, 88],
  },
  hair: { style: 'long', colour: [62, 38, 26], shine: [132, 84, 54] },
  brows: { colour: [56, 34, 24], thickness: 0.92, arch: 1.25 },
  eyes: { iris: [96, 62, 34], opening: 1.03, slant: 1, lashes: 1 },
  jaw: 0.93,
  nose: 0.92,
  lips: 1.1,
  age: 0.1,
  beard: null,
  glasses: null,
  earrings: null,
  clothes: { colour: [54, 96, 108], collar: 'round' },
  backdrop: [120, 134, 150],
};

/** A man with close-cropped hair and a short beard. */
const CROPPED_HAIR: Look = {
  skin: {
    light: [196, 138, 100],
    base: [162, 106, 74],
    shade: [92, 53, 36],
    line: [46, 23, 16],
    blush: [166, 80, 60],
    lips: [158, 88, 80],
  },
  hair: { style: 'cropped', colour: [26, 20, 18], shine: [70, 56, 48] },
  brows: { colour: [20, 14, 12], thickness: 1.2, arch: 0.7 },
  eyes: { iris: [58, 36, 22], opening: 1, slant: 0.6, lashes: 0.35 },
  jaw: 1.06,
  nose: 1.14,
  lips: 1.15,
  age: 0.25,
  beard: { colour: [22, 16, 14], density: 0.45 },
  glasses: null,
  earrings: null,
  clothes: { colour: [176, 92, 62], collar: 'round' },
  backdrop: [134, 128, 120],
};

/** An older man with glasses. */
const RECEDING_HAIR: Look = {
  skin: {
    light: [250, 218, 196],
    base: [232, 188, 164],
    shade: [180, 126, 106],
    line: [124, 74, 62],
    blush: [224, 124, 110],
    lips: [186, 104, 98],
  },
  hair: { style: 'receding', colour: [150, 148, 146], shine: [214, 212, 210] },
  brows: { colour: [70, 64, 62], thickness: 1.35, arch: 0.8 },
  eyes: { iris: [84, 120, 146], opening: 0.95, slant: 0, lashes: 0.2 },
  jaw: 1.05,
  nose: 1.1,
  lips: 0.85,
  age: 0.6,
  beard: null,
  glasses: [44, 42, 46],
  earrings: null,
  clothes: { colour: [66, 78, 104], collar: 'shirt' },
  backdrop: [112, 132, 126],
};

/** A woman with a black bob. */
const BOB: Look = {
  skin: {
    light: [252, 224, 192],
    base: [238, 198, 160],
    shade: [186, 132, 98],
    line: [126, 76, 54],
    blush: [228, 132, 112],
    lips: [196, 88, 88],
  },
  hair: { style: 'bob', colour: [24, 20, 24], shine: [84, 78, 92] },
  brows: { colour: [40, 30, 28], thickness: 0.95, arch: 0.8 },
  eyes: { iris: [52, 34, 24], opening: 0.94, slant: 1.7, lashes: 0.75 },
  jaw: 0.95,
  nose: 0.95,
  lips: 1,
  age: 0.05,
  beard: null,
  glasses: null,
  earrings: null,
  clothes: { colour: [196, 152, 78], collar: 'round' },
  backdrop: [136, 126, 146],
};

/** A woman with an afro and earrings. */
const AFRO: Look = {
  skin: {
    light: [220, 160, 118],
    base: [188, 127, 88],
    shade: [116, 69, 45],
    line: [60, 30, 21],
    blush: [194, 96, 74],
    lips: [150, 68, 66],
  },
  hair: { style: 'afro', colour: [36, 24, 20], shine: [96, 66, 48] },
  brows: { colour: [30, 20, 16], thickness: 1, arch: 1.1 },
  eyes: { iris: [66, 40, 24], opening: 0.97, slant: 0.9, lashes: 0.95 },
  jaw: 0.96,
  nose: 1.08,
  lips: 1.28,
  age: 0.1,
  beard: null,
  glasses: null,
  earrings: [222, 182, 96],
  clothes: { colour: [112, 62, 92], collar: 'round' },
  backdrop: [118, 138, 146],
};

export const LOOKS: readonly Look[] = [LONG_HAIR, CROPPED_HAIR, BOB, RECEDING_HAIR, AFRO];
