/**
 * Gives the memory of bytes back at once; they are empty from then on. A collector would wait with
 * hundreds of megabytes until it needs them. They are sent to nobody: `ArrayBuffer.transfer` leaves
 * what has been hashed or read from a Blob to the collector.
 */
export function freeBytes({ buffer }: Uint8Array<ArrayBuffer>): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, [buffer]);
  port1.close();
}
