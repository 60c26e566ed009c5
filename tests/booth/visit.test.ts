import { describe, expect, test } from 'vitest';
import { single } from '../../src/core/blemore/label.ts';
import { facesToRead, secondPlayer } from '../../src/booth/visit.ts';
import { aside, HAPPY, seen, SMILE_THROUGH_TEARS, Walk } from '../support/booth.ts';

const ROUNDS = [single('hap'), SMILE_THROUGH_TEARS.prediction];

const WIPE = { type: 'wipe' };

describe('being asked', () => {
  test('an empty room stays as it is', () => {
    const walk = new Walk().see(60);
    expect(walk.visit).toEqual({ stage: 'attract', candidate: null, declined: null });
  });

  test('a face that stays for 1.5 seconds is asked; who walks past is not', () => {
    expect(new Walk().see(1.4, seen(1)).see(5).stage).toBe('attract');
    expect(new Walk().see(1.4, seen(1)).see(0.3, seen(1)).stage).toBe('notice');
  });

  test('who stands behind is not asked before who stands in front', () => {
    const walk = new Walk().see(1, aside(1, { primary: true })).see(2, aside(1), seen(2));
    expect(walk.visit).toMatchObject({ stage: 'notice', visitor: { face: 2 } });
  });

  test('a notice that nobody answers by touch goes on until it is declined', () => {
    expect(new Walk().see(59, seen(1)).stage).toBe('notice');
    expect(new Walk().see(70, seen(1)).stage).toBe('attract');
  });

  test('nobody is read before they have agreed', () => {
    const walk = new Walk();
    for (let second = 0; second < 50; second++) {
      walk.see(1, seen(1), aside(2));
      expect(facesToRead(walk.visit)).toEqual([]);
    }
    expect(facesToRead(walk.act('agree').visit)).toEqual([1]);
  });

  test('who says no is left in peace while they stay, and others are asked', () => {
    const walk = new Walk().see(2, seen(1)).act('decline').see(30, seen(1));
    expect(walk.stage).toBe('attract');
    expect(walk.see(3, aside(1), seen(2)).visit).toMatchObject({
      stage: 'notice',
      visitor: { face: 2 },
    });
  });

  test('who said no and went away is asked again', () => {
    const walk = new Walk().see(2, seen(1)).act('decline').see(9).see(2, seen(2));
    expect(walk.stage).toBe('notice');
  });

  test('who leaves during the notice was never read, and nothing is counted', () => {
    const walk = new Walk().see(2, seen(1)).see(3);
    expect(walk.stage).toBe('attract');
    expect(walk.effects).toEqual([]);
  });

  test('staying counts as agreeing only where the operator says so, and from one person', () => {
    expect(new Walk({ consent: 'touch' }).see(12, seen(1)).stage).toBe('notice');
    expect(new Walk({ consent: 'stay' }).see(12, seen(1)).stage).toBe('relaxing');
    const swapped = new Walk({ consent: 'stay' }).see(6, seen(1)).see(6, seen(2, { x: 0.2 }));
    expect(swapped.stage).toBe('notice');
  });
});

describe('relaxing', () => {
  const agreed = () => new Walk().see(2, seen(1)).act('agree');
  const relaxed = seen(1, { relaxed: true });

  test('a face that is relaxed for one second is taken for the own neutral', () => {
    const walk = agreed().see(0.8, relaxed).see(0.5, seen(1)).see(0.8, relaxed);
    expect(walk.stage).toBe('relaxing');
    expect(walk.see(0.5, relaxed).stage).toBe('live');
    expect(walk.effects).toContainEqual({ type: 'confirm-rest', face: 1 });
  });

  test('who never looks relaxed goes on after a while, and nothing is taken', () => {
    const walk = agreed().see(9, seen(1));
    expect(walk.stage).toBe('live');
    expect(walk.effects).toEqual([{ type: 'count', what: 'visitors' }]);
  });

  test('who leaves now is forgotten', () => {
    const walk = agreed().see(0.5, relaxed).see(3);
    expect(walk.stage).toBe('wiped');
    expect(walk.effects).toContainEqual(WIPE);
  });

  test('is left out where the pack knows nothing of relaxed faces', () => {
    expect(new Walk({ relax: false }).see(2, seen(1)).act('agree').stage).toBe('live');
  });
});

describe('leaving', () => {
  test('a visitor who is away for less than eight seconds is still the visitor', () => {
    const walk = new Walk().toLive().see(7).see(1, seen(1));
    expect(walk.visit).toMatchObject({ stage: 'live', visitors: [{ face: 1 }] });
  });

  test('after eight seconds everything is wiped, then the booth invites again', () => {
    const walk = new Walk().toLive().see(8.2);
    expect(walk.visit).toEqual({ stage: 'wiped', since: walk.at - 200 });
    expect(walk.effects.at(-1)).toEqual(WIPE);
    expect(walk.see(3).visit).toEqual({ stage: 'attract', candidate: null, declined: null });
  });

  test('the same where the camera gives no frames any more', () => {
    expect(new Walk().toLive().wait(8.2).stage).toBe('wiped');
  });

  test('in the middle of a game as well', () => {
    const walk = new Walk().toLive().play(1, ROUNDS).see(3, seen(1)).see(8.2);
    expect(walk.stage).toBe('wiped');
  });

  test('who has had enough ends the visit at once', () => {
    expect(new Walk().toLive().act('end').effects.at(-1)).toEqual(WIPE);
  });
});

describe('swapping places', () => {
  test('a newcomer who stays is a new visitor, asked from the start', () => {
    const walk = new Walk().toLive().see(1).see(2, seen(2));
    expect(walk.stage).toBe('wiped');
    expect(walk.see(5, seen(2)).visit).toMatchObject({ stage: 'notice', visitor: { face: 2 } });
  });

  test('so is a bystander who steps into the place of the one who leaves', () => {
    const walk = new Walk().toLive().see(2, seen(1), aside(2)).see(3, seen(2));
    expect(walk.stage).toBe('wiped');
  });

  test('a bystander is never read, not even for the moment before that', () => {
    const walk = new Walk().toLive().see(2, seen(1), aside(2));
    for (let frame = 0; frame < 60; frame++) {
      expect(facesToRead(walk.see(0.1, seen(2)).visit)).not.toContain(2);
    }
  });

  test('a bystander who only stands there ends nobody’s visit for the first eight seconds', () => {
    const walk = new Walk().toLive().see(2, seen(1), aside(2)).see(7, aside(2));
    expect(walk.see(1, seen(1), aside(2)).stage).toBe('live');
  });

  test('a face that was lost for a moment comes back under a new id, in its old place only', () => {
    const walk = () => new Walk().toLive().see(0.7);
    expect(walk().see(5, seen(2)).visit).toMatchObject({
      stage: 'live',
      visitors: [{ face: 2 }],
    });
    expect(walk().see(5, seen(2, { x: 0.2 })).stage).not.toBe('live');
  });
});

describe('playing by staying', () => {
  const PLAY = { type: 'play' };
  /** Somebody who has been read for so long, and touched nothing. */
  const read = (seconds: number, rules = {}) =>
    new Walk({ consent: 'stay', relax: false, ...rules }).see(9.7 + seconds, seen(1));

  test('a game is announced once the reading was seen, and starts for who stays', () => {
    expect(read(9).visit).toMatchObject({ stage: 'live', invitation: { state: 'none' } });
    const walk = read(11);
    expect(walk.visit).toMatchObject({ stage: 'live', invitation: { state: 'open' } });
    expect(walk.see(6, seen(1)).effects).not.toContainEqual(PLAY);
    expect(walk.see(2, seen(1)).effects).toContainEqual(PLAY);
    expect(walk.play(1, ROUNDS).stage).toBe('game');
  });

  test('who steps aside does not play, and is told anew once they are back', () => {
    const walk = read(13).see(2.2);
    expect(walk.visit).toMatchObject({ stage: 'live', invitation: { state: 'none' } });
    walk.see(0.2, seen(1)).see(7.5, seen(1));
    expect(walk.visit).toMatchObject({ invitation: { state: 'open' } });
    expect(walk.effects).not.toContainEqual(PLAY);
    expect(read(11).see(9).effects).not.toContainEqual(PLAY);
  });

  test.each(['decline', 'stop'] as const)('%s: no game starts by itself any more', (how) => {
    const walk = how === 'decline' ? read(11).act('decline') : read(1).play(1, ROUNDS).act('live');
    expect(walk.see(60, seen(1)).stage).toBe('live');
    expect(walk.effects).not.toContainEqual(PLAY);
    expect(walk.play(1, ROUNDS).stage).toBe('game');
  });

  test('who stays in front of the result is offered another game', () => {
    const walk = read(1)
      .play(1, [single('hap')])
      .see(40, seen(1));
    expect(walk.stage).toBe('live');
    expect(walk.see(12, seen(1)).visit).toMatchObject({ invitation: { state: 'open' } });
  });

  test('is offered only where staying counts as agreeing, and there is something to play', () => {
    expect(new Walk({ consent: 'touch' }).toLive().see(60, seen(1)).effects).not.toContainEqual(
      PLAY,
    );
    expect(read(60, { playable: false }).effects).not.toContainEqual(PLAY);
  });
});

describe('the game', () => {
  test('goes through its rounds and their result, and back', () => {
    const walk = new Walk().toLive().play(1, ROUNDS);
    expect(walk.see(6, seen(1)).visit).toMatchObject({ game: { round: 0, phase: 'playing' } });
    walk.see(2, seen(1, { reading: HAPPY })).see(5, seen(1));
    expect(walk.visit).toMatchObject({ game: { round: 0, phase: 'verdict' } });
    walk.see(3.5, seen(1)).see(15, seen(1));
    expect(walk.visit).toMatchObject({
      stage: 'result',
      game: { players: [{ best: [{ score: { presence: true } }, null] }] },
    });
    expect(walk.effects.filter(({ type }) => type === 'count')).toEqual([
      { type: 'count', what: 'visitors' },
      { type: 'count', what: 'rounds' },
      { type: 'count', what: 'rounds' },
    ]);
    expect(walk.see(30, seen(1)).stage).toBe('live');
  });

  test('is not played without targets', () => {
    expect(new Walk().toLive().play(1, []).stage).toBe('live');
  });

  test('two play from left to right, once the other has stayed', () => {
    const walk = new Walk().toLive();
    expect(secondPlayer(walk.see(1, seen(1), aside(2)).visit)).toBeNull();
    walk.see(1, seen(1), aside(2, { x: 0.2 }));
    expect(secondPlayer(walk.visit)).toMatchObject({ face: 2 });
    expect(facesToRead(walk.visit)).toEqual([1]);
    walk.play(2, ROUNDS);
    expect(facesToRead(walk.visit)).toEqual([2, 1]);
    const [left, right] = [aside(2, { x: 0.2, reading: HAPPY }), seen(1)];
    expect(walk.see(8, left, right).visit).toMatchObject({
      game: { players: [{ nearness: 0.9 }, { nearness: 0 }] },
    });
  });

  test('one of two who leaves does not end it for the other', () => {
    const walk = new Walk().toLive().see(2, seen(1), aside(2)).play(2, ROUNDS);
    expect(walk.see(10, seen(1)).stage).toBe('game');
  });

  test('nothing of a visitor is in the visit once they are gone', () => {
    const walk = new Walk()
      .toLive()
      .play(1, ROUNDS)
      .see(8, seen(1, { reading: HAPPY }))
      .see(12);
    const next = walk
      .see(3, seen(7))
      .act('agree')
      .see(2, seen(7, { relaxed: true }));
    expect(Object.keys(next.visit).toSorted()).toEqual([
      'invitation',
      'since',
      'stage',
      'stranger',
      'visitors',
    ]);
    expect(next.visit).toMatchObject({
      stage: 'live',
      stranger: null,
      visitors: [{ face: 7 }],
      invitation: { state: 'none' },
    });
    expect(next.play(1, ROUNDS).visit).toMatchObject({ game: { players: [{ best: [null] }] } });
  });
});
