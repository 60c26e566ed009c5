import { LIMITS } from '../import/limits.ts';
import { ByteCursor } from './byte-cursor.ts';

/** What a pickle may hold here: plain values, and objects that the reader's owner has built. */
export type PickleValue =
  | null
  | boolean
  | number
  | string
  | readonly PickleValue[]
  | PickleDict
  | PickleName
  | PickleObject;

/** Something that is imported: a function or a class. */
export class PickleName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Marks what the owner of the reader has built, whatever it is. */
export class PickleObject {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

export class PickleDict {
  readonly entries = new Map<PickleValue, PickleValue>();
}

/** Whoever reads a pickle says what its calls and its storage references stand for. */
export interface PickleRules {
  /** Throws for what must not be called. */
  call(name: string, args: readonly PickleValue[]): PickleValue;
  persistent(id: PickleValue): PickleValue;
}

const MARK = Symbol('mark');
type Slot = PickleValue | typeof MARK;

/** By opcode, which is a byte. */
type Instructions<Result> = Readonly<Record<string, () => Result>>;

/**
 * Reads a pickle of the protocols 2 to 4. Only the instructions that plain values and calls need are
 * known; nothing is imported or run, and a call is what `rules` makes of it.
 * @throws Error with the reason
 */
export function readPickle(bytes: Uint8Array, rules: PickleRules): PickleValue {
  return new PickleReader(bytes, rules).read();
}

class PickleReader {
  readonly #from: ByteCursor;
  readonly #rules: PickleRules;
  readonly #stack: Slot[] = [];
  readonly #memo = new Map<number, PickleValue>();

  /** What puts a value on the stack. */
  readonly #values: Instructions<Slot> = {
    '(': () => MARK,
    N: () => null,
    '\x88': () => true,
    '\x89': () => false,
    K: () => this.#from.uint8(),
    M: () => this.#from.uint16(),
    J: () => this.#from.int32(),
    '\x8a': () => this.#from.integer(this.#from.uint8()),
    G: () => this.#from.float64(),
    X: () => this.#from.text(this.#from.uint32()),
    '\x8c': () => this.#from.text(this.#from.uint8()),
    '}': () => new PickleDict(),
    ']': () => [],
    ')': () => [],
    t: () => this.#sinceMark(),
    '\x85': () => this.#last(1),
    '\x86': () => this.#last(2),
    '\x87': () => this.#last(3),
    h: () => this.#recall(this.#from.uint8()),
    j: () => this.#recall(this.#from.uint32()),
    c: () => new PickleName(`${this.#from.line()}.${this.#from.line()}`),
    '\x93': () => new PickleName(this.#last(2).map(asText).join('.')),
    R: () => this.#call(),
    Q: () => this.#rules.persistent(this.#pop()),
  };

  readonly #actions: Instructions<unknown> = {
    // The protocol's version, and how long a frame of instructions is.
    '\x80': () => this.#from.skip(1),
    '\x95': () => this.#from.skip(8),
    a: () => this.#append(this.#last(1)),
    e: () => this.#append(this.#sinceMark()),
    s: () => this.#set(this.#last(2)),
    u: () => this.#set(this.#sinceMark()),
    q: () => this.#memo.set(this.#from.uint8(), this.#top()),
    r: () => this.#memo.set(this.#from.uint32(), this.#top()),
    '\x94': () => this.#memo.set(this.#memo.size, this.#top()),
    // The state of an object: of what may be built here, only remarks of PyTorch's own.
    b: () => this.#pop(),
  };

  constructor(bytes: Uint8Array, rules: PickleRules) {
    this.#from = new ByteCursor(bytes);
    this.#rules = rules;
  }

  read(): PickleValue {
    for (let step = 0; step < LIMITS.pickleSteps; step++) {
      const instruction = String.fromCharCode(this.#from.uint8());
      if (instruction === '.') return this.#pop();
      this.#perform(instruction);
    }
    throw new Error(`it has more than ${LIMITS.pickleSteps} instructions`);
  }

  #perform(instruction: string): void {
    const [value, action] = [this.#values[instruction], this.#actions[instruction]];
    if (value !== undefined) this.#stack.push(value());
    else if (action !== undefined) action();
    else throw new Error(`its instruction ${instruction.charCodeAt(0)} is not known`);
  }

  #call(): PickleValue {
    const [callee, args] = this.#last(2);
    if (!(callee instanceof PickleName) || !isList(args)) throw new Error('it has an odd call');
    return this.#rules.call(callee.name, args);
  }

  #append(values: readonly PickleValue[]): void {
    const list = this.#top();
    if (!isList(list)) throw new Error('it appends to what is no list');
    (list as PickleValue[]).push(...values);
  }

  #set(pairs: readonly PickleValue[]): void {
    const dict = this.#top();
    if (!(dict instanceof PickleDict)) throw new Error('it sets an entry of what is no dictionary');
    for (let i = 0; i + 1 < pairs.length; i += 2) dict.entries.set(pairs[i]!, pairs[i + 1]!);
  }

  #recall(index: number): PickleValue {
    const value = this.#memo.get(index);
    if (value === undefined) throw new Error(`it recalls ${index}, which it never kept`);
    return value;
  }

  #pop(): PickleValue {
    const value = this.#stack.pop();
    if (value === undefined || value === MARK) throw new Error('its stack is empty');
    return value;
  }

  #top(): PickleValue {
    const value = this.#stack.at(-1);
    if (value === undefined || value === MARK) throw new Error('its stack is empty');
    return value;
  }

  #last(count: number): PickleValue[] {
    return Array.from({ length: count }, () => this.#pop()).reverse();
  }

  #sinceMark(): PickleValue[] {
    const mark = this.#stack.lastIndexOf(MARK);
    if (mark < 0) throw new Error('a mark is missing');
    return this.#stack.splice(mark).slice(1) as PickleValue[];
  }
}

export function isList(value: PickleValue | undefined): value is readonly PickleValue[] {
  return Array.isArray(value);
}

/** A plain value in words. */
export function asText(value: PickleValue | undefined): string {
  return value === null || typeof value !== 'object' ? String(value) : 'no plain value';
}
