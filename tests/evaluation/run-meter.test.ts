import { expect, test } from 'vitest';
import { RunMeter } from '../../src/evaluation/run-meter.ts';

test('nothing is known at first', () => {
  const meter = new RunMeter(3, 1, 2000);
  expect(meter.progress(0)).toEqual({
    done: 1,
    total: 3,
    current: null,
    speed: null,
    secondsLeft: null,
  });
});

test('speed is video against wall clock, the time left goes by bytes', () => {
  const meter = new RunMeter(2, 0, 4000);
  meter.started({ name: 'a', size: 1000 });
  meter.progressed(2, 0.5);
  // Half of a quarter of the bytes in one second: seven more.
  expect(meter.progress(1000)).toEqual({
    done: 0,
    total: 2,
    current: { name: 'a', share: 0.5 },
    speed: 2,
    secondsLeft: 7,
  });
  meter.progressed(4, 1);
  meter.ended();
  expect(meter.progress(2000)).toMatchObject({ done: 1, current: null, speed: 2, secondsLeft: 6 });
});

test('a clip that needed no analysis is done and says nothing of speed', () => {
  const meter = new RunMeter(3, 0, 3000);
  meter.started({ name: 'kept', size: 1000 });
  meter.ended();
  expect(meter.progress(10)).toMatchObject({ done: 1, speed: null, secondsLeft: null });
  meter.started({ name: 'b', size: 1000 });
  meter.progressed(3, 1);
  meter.ended();
  expect(meter.progress(1000)).toMatchObject({ done: 2, speed: 3, secondsLeft: 1 });
});
