/** Something that should have come did not. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/** What a promise gives, or a DeadlineError where it has given nothing for so long. */
export function beforeDeadline<T>(promise: Promise<T>, seconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DeadlineError(`nothing came for ${seconds} seconds`));
    }, seconds * 1000);
    void promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
