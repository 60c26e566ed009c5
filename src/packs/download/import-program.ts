import { FailureError } from '../../core/session/failure.ts';

/**
 * A part of the program that is loaded when it is needed.
 * @throws FailureError asset-missing or, where it does not parse, asset-corrupt, under `name`.
 */
export async function importProgram<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const broken = cause instanceof SyntaxError;
    throw new FailureError(
      broken ? { kind: 'asset-corrupt', name } : { kind: 'asset-missing', name, status: null },
      { cause },
    );
  }
}
