import { expect, test, vi } from 'vitest';
import { onPageHide } from '../src/page-hide.ts';

/** A page that holds two things, and what browsers tell it when it is left. */
function openPage() {
  const target = new EventTarget();
  const rest = vi.fn();
  const parts = [{ close: vi.fn() }, { close: vi.fn() }];
  onPageHide(target, { rest, held: () => parts });
  const leave = (persisted: boolean) => {
    target.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
  };
  const closed = () => parts.map(({ close }) => close.mock.calls.length);
  return { leave, rest, closed };
}

test('a page that is left closes all that it holds', () => {
  const { leave, rest, closed } = openPage();
  leave(false);
  expect(closed()).toEqual([1, 1]);
  expect(rest).not.toHaveBeenCalled();
});

test('a page that may come back only rests, and is closed when it is left for good', () => {
  const { leave, rest, closed } = openPage();
  leave(true);
  expect(rest).toHaveBeenCalledOnce();
  expect(closed()).toEqual([0, 0]);
  leave(false);
  expect(closed()).toEqual([1, 1]);
});

test('what was opened after the page had loaded is closed, too', () => {
  const target = new EventTarget();
  const held: { close: () => void }[] = [];
  onPageHide(target, { rest: vi.fn(), held: () => held });
  const late = { close: vi.fn() };
  held.push(late);
  target.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
  expect(late.close).toHaveBeenCalledOnce();
});
