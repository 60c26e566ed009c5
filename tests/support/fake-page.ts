import { onTestFinished, vi } from 'vitest';

/** What a page's code asks of `document` and `navigator`, for a test in Node. */
export interface FakePage {
  /** Hides or shows the page, and says so as a browser does. */
  show(visible: boolean): void;
  readonly devices: FakeDevices;
  /** How many listeners the document has. */
  listeners(): number;
}

class CountingTarget extends EventTarget {
  count = 0;

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...args);
    this.count += 1;
    const options = args[2];
    if (typeof options !== 'object') return;
    options.signal?.addEventListener('abort', () => (this.count -= 1));
  }
}

export class FakeDevices extends CountingTarget {
  list: readonly MediaDeviceInfo[] = [];

  enumerateDevices(): Promise<readonly MediaDeviceInfo[]> {
    return Promise.resolve(this.list);
  }
}

/** Puts a page around a test until it ends. */
export function fakePage(): FakePage {
  const devices = new FakeDevices();
  const document = Object.assign(new CountingTarget(), { hidden: false });
  vi.stubGlobal('document', document);
  vi.stubGlobal('navigator', { mediaDevices: devices });
  vi.stubGlobal('requestAnimationFrame', (paint: FrameRequestCallback) =>
    setTimeout(() => {
      paint(performance.now());
    }, 0),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    show(visible) {
      document.hidden = !visible;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    devices,
    listeners: () => document.count,
  };
}
