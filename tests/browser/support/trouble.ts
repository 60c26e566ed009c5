import type { ConsoleMessage, Page, Worker } from 'playwright-core';

/** What should not happen on the page or in its workers; the lists grow as it does. */
export interface Trouble {
  /** Errors on the console, uncaught errors, and refusals of the Content-Security-Policy. */
  readonly errors: readonly string[];
  /** Requests to any other origin, by address. */
  readonly foreign: readonly string[];
}

/** A worker's refusals reach no console by themselves. */
function reportRefusals(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`Refused by ${violatedDirective}: ${blockedURI}`);
  });
}

function described(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${message.text()} (${url}:${lineNumber})`;
}

function isForeign(address: string, origin: string): boolean {
  const url = new URL(address);
  return !['blob:', 'data:'].includes(url.protocol) && url.origin !== origin;
}

/** Watches a page, and every worker it starts, from now on. `own` is the page's address. */
export function observe(page: Page, own: string): Trouble {
  const errors: string[] = [];
  const foreign: string[] = [];
  const { origin } = new URL(own);
  const check = (address: string): void => {
    if (isForeign(address, origin)) foreign.push(address);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(described(message));
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    check(request.url());
  });
  page.on('websocket', (socket) => {
    check(socket.url());
  });
  page.on('worker', (worker: Worker) => {
    // A worker may end before it is listened to.
    worker.evaluate(reportRefusals).catch(() => undefined);
  });
  return { errors, foreign };
}
