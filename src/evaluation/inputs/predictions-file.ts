import type { Shares } from '../../core/blemore/label.ts';
import type {
  FileProblem,
  PredictionFault,
  PredictionProblem,
  PredictionsProblem,
  SalienceScale,
} from './input-problem.ts';
import {
  elementsOf,
  memberOf,
  membersOf,
  parseJson,
  type JsonMember,
  type JsonNode,
} from './json-tree.ts';
import { matchKey } from './match-key.ts';
import { inPercent, readShares, scaleOf } from './prediction-shares.ts';

export interface GivenPrediction {
  /** The clip's name as it stands there. */
  readonly name: string;
  /** In percent, each emotion once. */
  readonly shares: Shares;
}

export type ReadPredictions =
  | {
      /** One a clip; not empty. */
      readonly predictions: readonly GivenPrediction[];
      readonly problems: readonly PredictionProblem[];
    }
  | { readonly problems: readonly (FileProblem | PredictionsProblem | PredictionProblem)[] };

/** Members that name a clip, and members that hold its emotions, where clips are a list. */
const NAMES = ['filename', 'name', 'clip', 'video'];
const ANSWERS = ['predictions', 'prediction', 'emotions'];

/**
 * The predictions of a file by clip, and what does not fit. Forms that are understood: the
 * challenge's template `{"predictions": {"test_0001.mov": [{"emotion": "sad", "salience": 100.0}]}}`,
 * what is inside of it alone, and lists `[{"filename": …, "predictions": […]}]` in either place.
 * Saliences are numbers or numeric strings, all of the file shares of 1 or all of 100.
 *
 * @param file its name, for the problems
 */
export function parsePredictions(text: string, file: string): ReadPredictions {
  if (text.trim() === '') return { problems: [{ kind: 'file-empty', file }] };
  const json = parseJson(text);
  if ('fault' in json) {
    const { fault } = json;
    const problem =
      fault.kind === 'deep'
        ? ({ kind: 'json-deep', file } as const)
        : ({ ...fault, kind: 'json-invalid', file } as const);
    return { problems: [problem] };
  }
  const { entries, wrapped } = entriesOf(json.root);
  if (entries === null) return { problems: [{ kind: 'predictions-missing', file }] };
  if (entries.length === 0) return { problems: [{ kind: 'predictions-empty', file }] };
  const { read, faults } = readEntries(entries, text);
  // Any object is a bare one of clips, unless none of its members is a prediction.
  if (
    !wrapped &&
    read.length === 0 &&
    faults.every(({ fault }) => fault.kind === 'form' || fault.kind === 'empty')
  ) {
    return { problems: [{ kind: 'predictions-missing', file }] };
  }
  const problems = faults.map(({ entry, fault }): PredictionProblem => {
    const line = json.lineAt(entry.value.offset);
    return { kind: 'prediction-invalid', file, line, clip: entry.name, fault };
  });
  return read.length === 0 ? { problems } : { predictions: read, problems };
}

interface Faulty {
  readonly entry: JsonMember;
  readonly fault: PredictionFault;
}

interface Entries {
  /** Null where it can be no predictions file. */
  readonly entries: readonly JsonMember[] | null;
  /** Whether the file says itself that they are predictions. */
  readonly wrapped: boolean;
}

function entriesOf(root: JsonNode): Entries {
  const members = membersOf(root).filter(({ name }) => name === 'predictions');
  const wrapped = members.length > 0;
  const lists = (wrapped ? members.map(({ value }) => value) : [root]).map(clipsIn);
  return { entries: lists.every((list) => list !== null) ? lists.flat() : null, wrapped };
}

/** Clips and what is said of them, by an object's members or a list's elements. */
function clipsIn(node: JsonNode): JsonMember[] | null {
  if (node.type === 'object') return membersOf(node);
  if (node.type !== 'array') return null;
  return elementsOf(node).map((element) => {
    const [name] = NAMES.flatMap((member) => memberOf(element, member) ?? []);
    const [value] = ANSWERS.flatMap((member) => memberOf(element, member) ?? []);
    return { name: typeof name?.value === 'string' ? name.value : '', value: value ?? element };
  });
}

function readEntries(
  entries: readonly JsonMember[],
  text: string,
): { readonly read: GivenPrediction[]; readonly faults: Faulty[] } {
  const faults: Faulty[] = [];
  const found: { readonly entry: JsonMember; readonly shares: Shares }[] = [];
  const earlier = new Map<string, string>();
  for (const entry of entries) {
    const key = matchKey(entry.name);
    const taken = earlier.get(key);
    const shares = readShares(entry.value, text);
    if (key === '') faults.push({ entry, fault: { kind: 'form' } });
    else if (taken !== undefined) {
      faults.push({ entry, fault: { kind: 'clip-repeated', earlier: taken } });
    } else if ('fault' in shares) faults.push({ entry, fault: shares.fault });
    else found.push({ entry, shares: shares.shares });
    if (taken === undefined) earlier.set(key, entry.name);
  }
  const others = scaleOfMost(found.map(({ shares }) => shares));
  const read = found.flatMap(({ entry, shares }) => {
    if (scaleOf(shares) === others)
      return [{ name: entry.name, shares: inPercent(shares, others) }];
    faults.push({ entry, fault: { kind: 'scale', others } });
    return [];
  });
  faults.sort((one, other) => one.entry.value.offset - other.entry.value.offset);
  return { read, faults };
}

function scaleOfMost(clips: readonly Shares[]): SalienceScale {
  const fractions = clips.filter((shares) => scaleOf(shares) === 'fractions').length;
  return fractions > clips.length - fractions ? 'fractions' : 'percents';
}
