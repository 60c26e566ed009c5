import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Served } from '../../src/tools/serve.ts';

/** Bytes that go out at once: at 20 Mbit/s a fortieth of a second passes with each. */
const PIECE = 64 * 1024;

/** A line that all connections share; whoever sends first is sent first. */
class Line {
  readonly #bytesPerSecond: number;
  /** When all that was sent so far has arrived, on the clock of `performance.now()`. */
  #freeAt = 0;

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Settles once so many bytes have had their time on the line. */
  async take(bytes: number): Promise<void> {
    const now = performance.now();
    this.#freeAt = Math.max(this.#freeAt, now) + (1000 * bytes) / this.#bytesPerSecond;
    const wait = this.#freeAt - now;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function carry(from: Socket, to: Socket, line: Line): Promise<void> {
  for await (const chunk of from as AsyncIterable<Buffer>) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      const piece = chunk.subarray(start, start + PIECE);
      await line.take(piece.length);
      if (!to.write(piece)) await once(to, 'drain');
    }
  }
  to.end();
}

/**
 * The server at `url` behind a slow line: what it answers comes at so many bits a second, all
 * connections together. What is asked of it is not slowed.
 */
export async function behindLine(url: string, bitsPerSecond: number): Promise<Served> {
  const { hostname, port } = new URL(url);
  const line = new Line(bitsPerSecond / 8);
  const open = new Set<Socket>();
  const server = createServer((visitor) => {
    const served = connect(Number(port), hostname);
    for (const [socket, other] of [
      [visitor, served],
      [served, visitor],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    visitor.pipe(served);
    // A visitor who leaves breaks it off.
    carry(served, visitor, line).catch(() => visitor.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${own}`,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
