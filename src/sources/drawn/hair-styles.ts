import type { HairStyle } from './looks.ts';

type Cubic = readonly [number, number, number, number, number, number];

/** A chain of Bézier curves, in face units: where it starts, then its pieces. */
export interface Curve {
  readonly start: readonly [number, number];
  readonly pieces: readonly Cubic[];
}

/** Hair combed from a parting to the tips; its strands lie between two curves of as many pieces. */
export interface Lock {
  readonly near: Curve;
  readonly far: Curve;
}

export interface Hair {
  /** The outline of what falls behind head and neck. */
  readonly behind: Curve | null;
  /** Over the forehead and the temples; mirrored locks are listed once each. */
  readonly locks: readonly Lock[];
  /** Hair too short to be combed. */
  readonly cap: Curve | null;
  /** Whether the ears are covered. */
  readonly coversEars: boolean;
  readonly curly: boolean;
}

const LONG: Hair = {
  behind: {
    start: [0, -186],
    pieces: [
      [96, -188, 142, -116, 136, -20],
      [132, 50, 156, 110, 144, 240],
      [80, 250, -80, 250, -144, 240],
      [-156, 110, -132, 50, -136, -20],
      [-142, -116, -96, -188, 0, -186],
    ],
  },
  locks: [
    {
      near: {
        start: [-26, -132],
        pieces: [
          [34, -104, 92, -74, 97, -14],
          [99, 50, 118, 110, 112, 268],
        ],
      },
      far: {
        start: [-30, -178],
        pieces: [
          [52, -204, 136, -146, 132, -16],
          [128, 60, 160, 110, 150, 250],
        ],
      },
    },
    {
      near: {
        start: [-24, -134],
        pieces: [
          [-62, -110, -94, -70, -97, -12],
          [-99, 50, -118, 110, -112, 268],
        ],
      },
      far: {
        start: [-20, -178],
        pieces: [
          [-94, -190, -136, -128, -132, -16],
          [-128, 60, -160, 110, -150, 250],
        ],
      },
    },
  ],
  cap: null,
  coversEars: true,
  curly: false,
};

const BOB: Hair = {
  behind: {
    start: [0, -182],
    pieces: [
      [100, -184, 140, -116, 136, -20],
      [134, 60, 138, 104, 126, 150],
      [80, 168, -80, 168, -126, 150],
      [-138, 104, -134, 60, -136, -20],
      [-140, -116, -100, -184, 0, -182],
    ],
  },
  locks: [
    {
      near: {
        start: [34, -136],
        pieces: [
          [-30, -84, -92, -66, -97, -14],
          [-99, 40, -98, 96, -84, 154],
        ],
      },
      far: {
        start: [36, -176],
        pieces: [
          [-60, -198, -138, -136, -132, -16],
          [-130, 60, -138, 108, -125, 149],
        ],
      },
    },
    {
      near: {
        start: [32, -138],
        pieces: [
          [66, -112, 94, -66, 97, -14],
          [99, 40, 98, 96, 84, 154],
        ],
      },
      far: {
        start: [28, -176],
        pieces: [
          [94, -186, 138, -126, 132, -16],
          [130, 60, 138, 108, 125, 149],
        ],
      },
    },
  ],
  cap: null,
  coversEars: true,
  curly: false,
};

const CROPPED: Hair = {
  behind: null,
  locks: [],
  cap: {
    start: [-103, 6],
    pieces: [
      [-116, -96, -98, -174, 0, -174],
      [98, -174, 116, -96, 103, 6],
      [101, -18, 104, -46, 95, -68],
      [90, -92, 62, -110, 0, -111],
      [-62, -110, -90, -92, -95, -68],
      [-104, -46, -101, -18, -103, 6],
    ],
  },
  coversEars: false,
  curly: false,
};

const RECEDING: Hair = {
  behind: null,
  locks: [
    {
      near: {
        start: [-101, 10],
        pieces: [
          [-97, -16, -101, -50, -93, -84],
          [-86, -114, -74, -146, -56, -140],
          [-40, -134, -20, -124, 0, -126],
          [20, -124, 40, -134, 56, -140],
          [74, -146, 86, -114, 93, -84],
          [101, -50, 97, -16, 101, 10],
        ],
      },
      far: {
        start: [-108, 16],
        pieces: [
          [-114, -16, -119, -60, -110, -96],
          [-104, -126, -90, -150, -70, -163],
          [-50, -174, -24, -178, 0, -178],
          [24, -178, 50, -174, 70, -163],
          [90, -150, 104, -126, 110, -96],
          [119, -60, 114, -16, 108, 16],
        ],
      },
    },
  ],
  cap: null,
  coversEars: false,
  curly: false,
};

const AFRO: Hair = {
  behind: {
    start: [-134, 20],
    pieces: [
      [-210, -60, -168, -206, 0, -210],
      [168, -206, 210, -60, 134, 20],
      [90, 60, -90, 60, -134, 20],
    ],
  },
  locks: [],
  cap: {
    start: [-112, -14],
    pieces: [
      [-134, -110, -80, -196, 0, -196],
      [80, -196, 134, -110, 112, -14],
      [104, -30, 108, -62, 92, -82],
      [84, -104, 46, -114, 0, -114],
      [-46, -114, -84, -104, -92, -82],
      [-108, -62, -104, -30, -112, -14],
    ],
  },
  coversEars: false,
  curly: true,
};

export const HAIR: Readonly<Record<HairStyle, Hair>> = {
  long: LONG,
  bob: BOB,
  cropped: CROPPED,
  receding: RECEDING,
  afro: AFRO,
};
