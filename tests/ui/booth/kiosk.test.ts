import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { kiosk } from '../../../src/ui/booth/kiosk.ts';

class FakeElement extends EventTarget {
  readonly classes = new Set<string>();
  readonly classList = {
    add: (name: string) => this.classes.add(name),
    remove: (name: string) => this.classes.delete(name),
  };
}

let root: EventTarget;
let element: FakeElement;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  root = new EventTarget();
  element = new FakeElement();
  vi.stubGlobal('addEventListener', root.addEventListener.bind(root));
  leave = kiosk(element as unknown as HTMLElement) as () => void;
  onTestFinished(() => {
    leave();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
});

function prevented(target: EventTarget, type: string, fields: object = {}): boolean {
  return !target.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), fields));
}

describe('what a public screen does not do', () => {
  test.each(['contextmenu', 'dragstart'])('%s', (type) => {
    expect(prevented(element, type)).toBe(true);
    leave();
    expect(prevented(element, type)).toBe(false);
  });

  test('zoom by a pinch, a wheel or a key; other wheels and keys work', () => {
    expect(prevented(root, 'gesturestart')).toBe(true);
    expect(prevented(root, 'wheel', { ctrlKey: true })).toBe(true);
    expect(prevented(root, 'wheel', { ctrlKey: false })).toBe(false);
    for (const key of ['+', '-', '=', '0']) {
      expect(prevented(root, 'keydown', { key, ctrlKey: true })).toBe(true);
      expect(prevented(root, 'keydown', { key, metaKey: true })).toBe(true);
      expect(prevented(root, 'keydown', { key })).toBe(false);
    }
    expect(prevented(root, 'keydown', { key: 'r', ctrlKey: true })).toBe(false);
  });
});

test('the cursor is hidden after three seconds of rest, and shown by a movement or a key', () => {
  vi.advanceTimersByTime(2900);
  root.dispatchEvent(new Event('pointermove'));
  vi.advanceTimersByTime(2900);
  expect(element.classes).not.toContain('idle');
  vi.advanceTimersByTime(200);
  expect(element.classes).toContain('idle');
  root.dispatchEvent(Object.assign(new Event('keydown'), { key: 'a' }));
  expect(element.classes).not.toContain('idle');
  leave();
  vi.advanceTimersByTime(10_000);
  expect(element.classes).not.toContain('idle');
});
