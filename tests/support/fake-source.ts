import type { SourceKind } from '../../src/core/session/session.ts';
import type { FrameImage } from '../../src/analyser/messages.ts';
import type { FrameSource, SourceEvents } from '../../src/sources/source.ts';

/** A source whose frames, losses and notices a test makes. */
export class FakeSource implements FrameSource {
  readonly info;
  readonly view = {} as HTMLCanvasElement;
  closed = false;
  /** Whoever listens to it; null while nobody does. */
  events: SourceEvents | null = null;

  constructor(kind: SourceKind) {
    this.info = { kind, label: 'test', mirrored: false, size: { width: 640, height: 360 } };
  }

  start(events: SourceEvents): () => void {
    this.events = events;
    return () => {
      this.events = null;
    };
  }

  capture(): Promise<FrameImage> {
    return Promise.resolve({ close: () => undefined } as unknown as FrameImage);
  }

  truth(): null {
    return null;
  }

  close(): void {
    this.closed = true;
  }
}
