/** What MediaPipe asks of a WebGL context, by WebGL's own numbers. */
const PARAMETERS = new Map<number, number | string>([
  [0x1f02 /* VERSION */, 'WebGL 2.0'],
  [0x1f01 /* RENDERER */, 'main memory'],
  [0x8869 /* MAX_VERTEX_ATTRIBS */, 16],
]);

function nothing(): void {
  // There is nothing to draw with.
}

function handle(): object {
  return {};
}

/**
 * As much of a WebGL context as MediaPipe 0.10.35 uses of one where it computes on the processor:
 * a picture is made a texture, and its pixels are read straight back. Rows stay in order: neither
 * step turns the picture over.
 */
function pixelContext() {
  let pixels = new Uint8ClampedArray();
  return {
    texImage2D(...args: readonly unknown[]): void {
      ({ data: pixels } = args.at(-1) as ImageData);
    },
    readPixels(...args: readonly unknown[]): void {
      const [memory, start] = args.slice(-2) as [Uint8Array, number];
      memory.set(pixels, start);
    },
    getParameter: (name: number) => PARAMETERS.get(name) ?? null,
    getSupportedExtensions: () => [],
    getExtension: () => null,
    getContextAttributes: () => ({}),
    getError: () => 0,
    createTexture: handle,
    createFramebuffer: handle,
    fenceSync: handle,
    activeTexture: nothing,
    bindTexture: nothing,
    texParameteri: nothing,
    deleteTexture: nothing,
    bindFramebuffer: nothing,
    framebufferTexture2D: nothing,
    deleteFramebuffer: nothing,
    deleteSync: nothing,
  };
}

/**
 * A canvas for MediaPipe that takes ImageData and nothing else. On one of the browser's every
 * picture goes to the GPU and back, a fifth of a detection's time, and where there is no WebGL there
 * is no detector.
 */
export function pixelCanvas(): OffscreenCanvas {
  const context = pixelContext();
  const canvas = { width: 1, height: 1, getContext: () => context, addEventListener: nothing };
  return canvas as unknown as OffscreenCanvas;
}
