import type { Context2D } from '../../src/sources/drawn/paint.ts';

export interface RecordingContext {
  readonly context: Context2D;
  /** Every call and every setting, in order: its name, then what was given. */
  readonly calls: readonly (readonly [name: string, ...given: unknown[]])[];
}

/** A context that draws nothing and writes down what it was asked for. */
export function recordingContext(): RecordingContext {
  const calls: [string, ...unknown[]][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]): unknown => {
      calls.push([name, ...given]);
      return name.endsWith('Gradient') ? { addColorStop: note('addColorStop') } : undefined;
    };
  const handler: ProxyHandler<object> = {
    get: (_, name) => note(String(name)),
    set: (_, name, value) => {
      calls.push([String(name), typeof value === 'object' ? 'gradient' : value]);
      return true;
    },
  };
  return { context: new Proxy({}, handler) as Context2D, calls };
}
