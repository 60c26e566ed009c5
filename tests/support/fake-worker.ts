import type { Identified } from '../../src/messaging/messages.ts';
import type { WorkerPort } from '../../src/messaging/request-bridge.ts';

/** A worker that does nothing by itself: a test says what it answers. */
export class FakeWorker<Message extends { readonly type: string }> implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: Message[] = [];
  terminated = false;

  postMessage(message: Message): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** The id of what was asked last, or that many requests before. */
  idBefore(requests = 0): number {
    return (this.asked.at(-1 - requests) as unknown as Identified).id;
  }

  say(response: object): void {
    this.onmessage?.call(this as unknown as Worker, { data: response } as MessageEvent);
  }

  /** As a browser reports an error that nobody caught. */
  crash(message: string): void {
    const event = { message, preventDefault: () => undefined } as ErrorEvent;
    this.onerror?.call(this as unknown as Worker, event);
  }
}
