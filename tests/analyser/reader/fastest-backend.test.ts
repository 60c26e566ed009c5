import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Backend } from '../../../src/core/session/backend.ts';
import { openFastest } from '../../../src/analyser/reader/fastest-backend.ts';
import { FakeNetworks, PACK } from '../../support/networks.ts';

let webgpu: FakeNetworks;
let wasm: FakeNetworks;

function opened() {
  const open = (kind: Backend['kind']) => Promise.resolve(kind === 'webgpu' ? webgpu : wasm);
  const head = PACK.heads[0]!;
  return openFastest({
    pack: PACK,
    head,
    windows: null,
    pace: null,
    keepsVectors: false,
    open,
    step: () => undefined,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  webgpu = new FakeNetworks('webgpu');
  wasm = new FakeNetworks('wasm');
});

afterEach(() => {
  vi.useRealTimers();
});

/** Every run of an encoder takes as long as the clock is told. */
function takes(networks: FakeNetworks, times: readonly number[]): void {
  let run = 0;
  networks.encoder.atRun = () => {
    const time = times[run % times.length]!;
    run += 1;
    vi.advanceTimersByTime(time);
  };
}

test.each([
  { gpu: 2, cpu: 3, winner: 'webgpu' },
  { gpu: 5, cpu: 3, winner: 'wasm' },
])(
  '$winner, where a face takes $gpu ms on the GPU and $cpu without',
  async ({ gpu, cpu, winner }) => {
    takes(webgpu, [gpu]);
    takes(wasm, [cpu]);
    const { model, decided, notice } = await opened();
    expect([model.backend.kind, decided, notice]).toEqual([winner, true, null]);
    expect([webgpu.released, wasm.released]).toEqual(winner === 'webgpu' ? [0, 1] : [1, 0]);
  },
);

test('a stall now and then does not decide', async () => {
  takes(webgpu, [2, 2, 2, 500]);
  takes(wasm, [3]);
  expect((await opened()).model.backend.kind).toBe('webgpu');
});

test('where the GPU does not work nothing was measured, and the notice stays', async () => {
  webgpu.encoder.error = new Error('device lost');
  const { model, decided, notice } = await opened();
  expect([model.backend.kind, decided]).toEqual(['wasm', false]);
  expect(notice).toEqual({ kind: 'webgpu-lost', now: 'wasm' });
});

test('where WebAssembly does not work it is the GPU, and nothing was measured', async () => {
  wasm.encoder.error = new Error('out of memory');
  const { model, decided } = await opened();
  expect([model.backend.kind, decided]).toEqual(['webgpu', false]);
  expect(webgpu.released).toBe(0);
});
