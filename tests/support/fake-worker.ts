import type { Identified } from '../../src/messaging/messages.ts';
import type { WorkerPort } from '../../src/messaging/request-bridge.ts';

/** What a fake worker answers a message, without its id; null where it answers nothing by itself. */
export type FakeReply<Message> = (message: Message) => object | null;

const SILENT = (): null => null;

/** A worker on the page's own thread. What it does not answer by itself, a test says. */
export class FakeWorker<Message extends { readonly type: string }> implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: Message[] = [];
  terminated = false;
  readonly #reply: FakeReply<Message>;

  constructor(reply: FakeReply<Message> = SILENT) {
    this.#reply = reply;
  }

  postMessage(message: Message): void {
    this.asked.push(message);
    const answer = this.#reply(message);
    if (answer === null || !('id' in message)) return;
    const { id } = message;
    queueMicrotask(() => {
      this.say({ ...answer, id });
    });
  }

  terminate(): void {
    this.terminated = true;
  }

  /** The id of what was asked last, or that many requests before. */
  idBefore(requests = 0): number {
    return (this.asked.at(-1 - requests) as unknown as Identified).id;
  }

  /** How often it was asked something of a type. */
  count(type: Message['type']): number {
    return this.asked.filter((message) => message.type === type).length;
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
