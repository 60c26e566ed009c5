/** What a promise gives, or an error where it has given nothing for so long. */
export function beforeDeadline<T>(promise: Promise<T>, seconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`nothing came for ${seconds} seconds`));
    }, seconds * 1000);
    void promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
