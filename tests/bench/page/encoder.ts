import type { BesideRequest, BesideResponse } from '../../../src/analyser/beside/messages.ts';
import { goldenInput } from '../../../src/core/pack/golden.ts';
import { inputLength, inputShape } from '../../../src/core/pack/lengths.ts';
import type { ModelPack } from '../../../src/core/pack/schema.ts';

/** What one encoder takes in the page's own worker for large packs, with nothing else running. */
export interface EncoderFigures {
  /** Milliseconds until it can run, its files' check among them. */
  readonly open: number;
  /** Milliseconds of each run, the first one, which warms up, left out. */
  readonly runs: readonly number[];
  /** Bytes of WebAssembly's memory once it is open, and after the runs. */
  readonly opened: number;
  readonly heap: number;
  /** Its output for the golden input. */
  readonly features: readonly number[];
}

export interface RunPlan {
  /** Address of the worker's program. */
  readonly program: string;
  readonly pack: ModelPack;
  readonly times: number;
}

/** Runs in a browser, on a page with a file input in which the encoder's files are chosen. */
export async function runEncoder({ program, pack, times }: RunPlan): Promise<EncoderFigures> {
  const worker = new Worker(program, { type: 'module' });
  const memory = new BroadcastChannel('memory');
  const heap = () => {
    const told = new Promise<number>((resolve) => {
      memory.onmessage = ({ data }: MessageEvent<number>) => {
        resolve(data);
      };
    });
    memory.postMessage('tell');
    return told;
  };
  let id = 0;
  const ask = (request: BesideRequest) => {
    id += 1;
    worker.postMessage({ ...request, id });
    return new Promise<BesideResponse>((resolve, reject) => {
      worker.onerror = ({ message }) => {
        reject(new Error(message));
      };
      worker.onmessage = ({ data }: MessageEvent<BesideResponse>) => {
        if (data.type === 'failed') reject(new Error(JSON.stringify(data.failure)));
        else if (data.type !== 'progress') resolve(data);
      };
    });
  };
  const chosen = document.querySelector('input')?.files ?? [];
  const files = new Map([...chosen].map((file) => [file.name, file]));
  const ref = { kind: 'dropped', sha256: '', files } as const;
  const started = performance.now();
  const setup = {
    build: 'plain',
    pack: ref,
    encoder: pack.encoder,
    head: null,
    choice: 'wasm',
    kind: 'wasm',
  } as const;
  await ask({ type: 'open', setup });
  const open = performance.now() - started;
  const opened = await heap();
  const runs: number[] = [];
  let features: readonly number[] = [];
  for (let run = 0; run <= times; run++) {
    const input = goldenInput(pack.golden.seed, inputLength(pack));
    const before = performance.now();
    const answer = await ask({ type: 'encode', input, dims: inputShape(pack, 1) });
    runs.push(performance.now() - before);
    if (answer.type === 'computed') features = [...answer.output];
  }
  const figures = { open, runs: runs.slice(1), opened, heap: await heap(), features };
  worker.terminate();
  memory.close();
  return figures;
}
