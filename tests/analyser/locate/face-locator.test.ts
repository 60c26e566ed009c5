import { describe, expect, test } from 'vitest';
import type { Detection } from '../../../src/core/tracking/face.ts';
import type { Box } from '../../../src/core/geometry/shapes.ts';
import { centre, distance } from '../../../src/core/geometry/boxes.ts';
import { Tracker } from '../../../src/core/tracking/tracker.ts';
import { FaceLocator } from '../../../src/analyser/locate/face-locator.ts';
import type { DetectionPolicy } from '../../../src/analyser/messages.ts';
import { faceAt } from '../../support/faces.ts';
import { grayImage } from '../../support/images.ts';
import { picture } from '../../support/pictures.ts';

const FRAME = 1000 / 30;
const SIDE = 160;

/** A scene with a patterned face at (x, 180), hair and shoulders around it, or without anybody. */
class Scene {
  x: number | null = 200;
  score = 0.95;
  /** How far from the face the detector says it is. */
  foundOff = 0;
  detections = 0;
  /** What the face looks like. */
  stripes = 12;
  /** How bright the hair and the clothes are. */
  hair = 30;
  clothes = 110;
  /** How much brighter the right edge is lit than the left one, as a share. */
  lamp = 0;

  /** What detections wait for before they answer. */
  held: Promise<void> = Promise.resolve();

  readonly detector = {
    detect: async (): Promise<readonly Detection[]> => {
      this.detections += 1;
      const found = this.x === null ? [] : [faceAt(this.x + this.foundOff, 180, SIDE, this.score)];
      await this.held;
      return found;
    },
  };

  /** Faces are compared in a view of half its size. */
  readonly picture = picture({
    size: { width: 640, height: 360 },
    thumbnail: () => ({
      size: { width: 320, height: 180 },
      read: (box: Box) => ({
        image: grayImage(box.width, box.height, (x, y) =>
          this.#brightness(2 * (box.x + x), 2 * (box.y + y)),
        ),
        corner: box,
      }),
    }),
  });

  /** Moves the face, by less than a pixel a frame. */
  sway(frame: number): void {
    this.x = 200 + 4 * Math.sin(frame / 5);
  }

  /** Another person stands where this one stood. */
  replace(): void {
    [this.stripes, this.hair, this.clothes] = [31, 130, 20];
  }

  #brightness(x: number, y: number): number {
    return this.#surface(x, y) * (1 + (this.lamp * x) / 640);
  }

  #surface(x: number, y: number): number {
    if (this.x === null) return 60;
    const [right, down] = [x - this.x, y - 180];
    if (Math.hypot(right, down) <= SIDE / 2) {
      return 150 + 60 * Math.sin(right / this.stripes) * Math.cos(down / 15);
    }
    if (down < 0 && Math.hypot(right, down) <= 0.75 * SIDE) return this.hair;
    return down > SIDE / 2 && Math.abs(right) < SIDE ? this.clothes : 60;
  }
}

function setUp(frame = FRAME, sparing = false) {
  const scene = new Scene();
  const locator = new FaceLocator(scene.detector, new Tracker(), sparing);
  let now = 0;
  /** The faces one frame later. */
  async function next(policy: DetectionPolicy = 'unsure') {
    now += frame;
    return locator.locate(scene.picture, now, policy);
  }
  async function settle(): Promise<void> {
    for (let frame = 0; frame < 3; frame++) await next();
    scene.detections = 0;
  }
  return { scene, locator, next, settle };
}

test('a face that moves is looked for in every second frame, once it is known', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  for (let frame = 0; frame < 30; frame++) {
    scene.sway(frame);
    expect(await next()).toHaveLength(1);
  }
  expect(scene.detections).toBe(15);
});

test.each([
  [30, 10],
  [25, 15],
])('of %i frames a second, where searches are spared, %i of thirty', async (rate, searches) => {
  const { scene, next } = setUp(1000 / rate, true);
  for (let frame = 0; frame < 6; frame++) await next();
  scene.detections = 0;
  for (let frame = 0; frame < 30; frame++) {
    scene.sway(frame);
    const [face] = await next();
    expect(face && Math.abs(centre(face.box).x - (scene.x ?? NaN))).toBeLessThan(1);
  }
  expect(scene.detections).toBe(searches);
});

describe('a face at rest', () => {
  async function atRest() {
    const parts = setUp(FRAME, true);
    await parts.settle();
    for (let frame = 0; frame < 24; frame++) await parts.next();
    parts.scene.detections = 0;
    return parts;
  }

  test('is looked for four times a second, and stays where it is to the last digit', async () => {
    const { scene, next } = await atRest();
    const [before] = await next();
    for (let frame = 0; frame < 32; frame++) {
      scene.x = 200 + 0.2 * Math.sin(frame);
      scene.foundOff = 2 * Math.cos(frame);
      const [face] = await next();
      expect(face).toEqual(before);
    }
    expect(scene.detections).toBeLessThan(6);
  });

  test('is followed in the very frame in which it moves, and looked for as often as before', async () => {
    const { scene, next } = await atRest();
    for (let step = 1; step <= 30; step++) {
      scene.x = 200 + 2 * step;
      const [face] = await next();
      expect(face && Math.abs(centre(face.box).x - scene.x)).toBeLessThan(2);
    }
    expect(scene.detections).toBeGreaterThan(8);
  });

  test('is moved where searches keep finding it elsewhere', async () => {
    const { scene, next } = await atRest();
    scene.foundOff = 10;
    for (let frame = 0; frame < 30; frame++) await next();
    const [face] = await next();
    expect(face && Math.abs(centre(face.box).x - 210)).toBeLessThan(3);
  });

  test('that leaves is gone at once, and somebody else in its place is somebody else', async () => {
    const { scene, next } = await atRest();
    const [before] = await next();
    scene.replace();
    const [after] = await next();
    expect(after!.id).not.toBe(before!.id);
    scene.x = null;
    expect(await next()).toEqual([]);
  });

  test('is believed as far as the detector is', async () => {
    const { scene, next } = await atRest();
    scene.score = 0.8;
    for (let frame = 0; frame < 10; frame++) await next();
    expect((await next())[0]!.score).toBe(0.8);
  });
});

test.each([24, 25, 30])('at %i frames a second, too, and none of them waits', async (rate) => {
  const { scene, next, settle } = setUp(1000 / rate);
  await settle();
  await next();
  let answer = (): void => undefined;
  scene.held = new Promise((resolve) => {
    answer = resolve;
  });
  expect([await next(), await next()].flat()).toHaveLength(2);
  expect(scene.detections).toBe(1);
  answer();
  for (let frame = 0; frame < 28; frame++) {
    scene.sway(frame);
    await next();
  }
  expect(scene.detections).toBe(15);
});

test('no frame waits for a search while the faces are sure, but the one after the next knows what it found', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  let answer = (): void => undefined;
  scene.held = new Promise((resolve) => {
    answer = resolve;
  });
  await next();
  scene.score = 0.8;
  const searched = await next();
  expect(scene.detections).toBe(1);
  const followed = await next();
  const told = next();
  answer();
  const faces = [searched, followed, await told].flat();
  expect(faces.map(({ score }) => score)).toEqual([0.95, 0.95, 0.8]);
});

test('what a search finds of an earlier source is forgotten', async () => {
  const { scene, locator, next, settle } = setUp();
  await settle();
  await next();
  await next();
  expect(scene.detections).toBe(1);
  locator.reset();
  scene.x = null;
  expect(await next()).toEqual([]);
  expect(locator.primary()).toBeNull();
});

test('a search of an earlier source that fails is nothing to the next one', async () => {
  const { scene, locator, next, settle } = setUp();
  await settle();
  scene.held = Promise.reject(new Error('out of memory'));
  await next();
  await next();
  locator.reset();
  scene.held = Promise.resolve();
  expect(await next()).toHaveLength(1);
});

describe('somebody else in the same place', () => {
  test.each(['unsure', 'always'] as const)(
    'is somebody else, and primary, where faces are looked for "%s"',
    async (policy) => {
      const { scene, locator, next, settle } = setUp();
      await settle();
      const [before] = await next(policy);
      scene.replace();
      const [after] = await next(policy);
      expect(after!.id).not.toBe(before!.id);
      expect(locator.primary()).toBe(after!.id);
      for (let frame = 0; frame < 10; frame++) expect((await next(policy))[0]!.id).toBe(after!.id);
    },
  );

  test('whose face has the same features is somebody else, too', async () => {
    const { scene, next, settle } = setUp(FRAME, true);
    await settle();
    const [before] = await next();
    [scene.hair, scene.clothes] = [130, 20];
    expect((await next())[0]!.id).not.toBe(before!.id);
  });

  test.each([5, 10, 30])('is seen at %i frames a second', async (rate) => {
    const { scene, next, settle } = setUp(1000 / rate, true);
    await settle();
    const [before] = await next();
    scene.replace();
    expect((await next())[0]!.id).not.toBe(before!.id);
  });
});

test.each([
  ['a face that changes from one frame to the next', { stripes: 31 }],
  ['a face beside which a lamp is switched off', { lamp: -1.2 }],
])('%s is the same', async (_, change) => {
  const { scene, next, settle } = setUp();
  await settle();
  const [before] = await next();
  Object.assign(scene, change);
  for (let frame = 0; frame < 5; frame++) expect((await next())[0]!.id).toBe(before!.id);
});

test('a face that changes in steps, moves or is not seen for a moment is the same', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  const [{ id } = { id: null }] = await next();
  for (; scene.stripes < 20; scene.stripes += 0.5) expect((await next())[0]!.id).toBe(id);
  scene.x = 250;
  expect((await next())[0]!.id).toBe(id);
  scene.x = null;
  for (let frame = 0; frame < 5; frame++) expect(await next()).toEqual([]);
  scene.x = 250;
  expect((await next())[0]!.id).toBe(id);
});

test('a search that fails is told by the frame after the next', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  scene.held = Promise.reject(new Error('out of memory'));
  await next();
  await next();
  await next();
  await expect(next()).rejects.toThrow('out of memory');
});

test('in every frame, where that is wanted', async () => {
  const { scene, next } = setUp();
  for (let frame = 0; frame < 9; frame++) await next('always');
  expect(scene.detections).toBe(9);
});

test('a face that crosses the picture is never lost, and never far from where it is', async () => {
  const { scene, next } = setUp();
  let furthest = 0;
  const ids = new Set<number>();
  for (scene.x = 90; scene.x < 550; scene.x += 6) {
    const [face] = await next();
    if (face === undefined) throw new Error(`lost at ${scene.x}`);
    ids.add(face.id);
    furthest = Math.max(furthest, distance(centre(face.box), { x: scene.x, y: 180 }));
  }
  expect(ids.size).toBe(1);
  // Less than half of what it moves from frame to frame.
  expect(furthest).toBeLessThan(0.015 * SIDE);
  expect(scene.detections).toBeLessThan(60);
});

test('a face that moves is where its template is, before any search has told', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  scene.x = 204;
  const [face] = await next();
  expect(scene.detections).toBe(0);
  expect(face && distance(centre(face.box), { x: 204, y: 180 })).toBeLessThan(1);
});

test('a face that starts to move never steps back', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  let last = 200;
  for (let step = 1; step <= 12; step++) {
    scene.x = 200 + step;
    const [face] = await next();
    const x = face === undefined ? NaN : centre(face.box).x;
    expect(x).toBeGreaterThan(last);
    expect(Math.abs(x - scene.x)).toBeLessThan(1);
    last = x;
  }
});

test('a template that wanders off its face is brought back by what a search finds', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  // The detector sees it ten pixels from where it did, though nothing moves that could be followed.
  scene.foundOff = 10;
  for (let frame = 0; frame < 12; frame++) await next();
  const [face] = await next();
  expect(face && distance(centre(face.box), { x: 210, y: 180 })).toBeLessThan(1);
});

test('a face that jumps is looked for at once', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  scene.x = 240;
  const [face] = await next();
  expect(scene.detections).toBe(1);
  expect(face && distance(centre(face.box), { x: 240, y: 180 })).toBeLessThan(4);
});

test('a face that leaves is gone in the same frame', async () => {
  const { scene, next, settle } = setUp();
  await settle();
  scene.x = null;
  expect(await next()).toEqual([]);
});

test('while there is no face, it is looked for in every frame', async () => {
  const { scene, next } = setUp();
  scene.x = null;
  for (let frame = 0; frame < 9; frame++) await next();
  expect(scene.detections).toBe(9);
});

test('a face the detector doubts is looked for in every frame', async () => {
  const { scene, next } = setUp();
  scene.score = 0.6;
  for (let frame = 0; frame < 9; frame++) await next();
  expect(scene.detections).toBe(9);
});

test('after a change of the source it must be found anew', async () => {
  const { scene, locator, next, settle } = setUp();
  await settle();
  locator.reset();
  await next();
  expect(scene.detections).toBe(1);
});
