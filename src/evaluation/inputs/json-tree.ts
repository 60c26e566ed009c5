import { parseTree, type Node, type ParseError } from 'jsonc-parser';

export type JsonNode = Node;

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

/** Why a text is no JSON; line and column count from 1. */
export type JsonFault =
  | {
      readonly kind: 'invalid';
      readonly line: number;
      readonly column: number;
      readonly found: string;
    }
  | { readonly kind: 'deep' };

export interface JsonTree {
  readonly root: JsonNode;
  /** The line of an offset, the first being 1. */
  readonly lineAt: (offset: number) => number;
}

export type ReadJson = JsonTree | { readonly fault: JsonFault };

/** Python writes these, and JSON does not know them. Strings are matched to be passed over. */
const NOT_JSON = /"(?:[^"\\\n]|\\.)*"|[-+]?\b(?:NaN|Infinity)\b(?!\s*:)/g;

/** What is quoted of a text. */
const MOST_FOUND = 24;

/**
 * A JSON text as nodes that know where they stand and keep members of one name apart. It is as
 * strict as JSON is, but for NaN and Infinity, which are strings here that say so: they are no
 * reason to lose all the rest.
 */
export function parseJson(text: string): ReadJson {
  // Of the same length, so that places stay.
  const strict = text.replace(NOT_JSON, (token) =>
    token.startsWith('"') ? token : `"${token.slice(1, -1)}"`,
  );
  const errors: ParseError[] = [];
  try {
    const root = parseTree(strict, errors, { disallowComments: true });
    const starts = lineStarts(text);
    const lineAt = (offset: number) => lineOf(starts, offset);
    if (root !== undefined && errors.length === 0) return { root, lineAt };
    const offset = errors[0]?.offset ?? 0;
    const line = lineAt(offset);
    const column = offset - starts[line - 1]! + 1;
    return { fault: { kind: 'invalid', line, column, found: foundAt(text, offset) } };
  } catch (error) {
    // The stack ends at some ten thousand levels.
    if (error instanceof RangeError) return { fault: { kind: 'deep' } };
    throw error;
  }
}

/** A node as it stands in the text. */
export function sourceOf(text: string, { offset, length }: JsonNode): string {
  return text.slice(offset, offset + Math.min(length, MOST_FOUND));
}

/** The members of an object, several of one name included; none of anything else. */
export function membersOf(node: JsonNode | undefined): JsonMember[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [{ name: String(key.value), value }];
  });
}

/** The elements of an array; none of anything else. */
export function elementsOf(node: JsonNode): readonly JsonNode[] {
  return node.type === 'array' ? (node.children ?? []) : [];
}

/** The value of an object's only member of that name. */
export function memberOf(node: JsonNode, name: string): JsonNode | null {
  const found = membersOf(node).filter((member) => member.name === name);
  return found.length === 1 ? found[0]!.value : null;
}

function foundAt(text: string, offset: number): string {
  return /^[^\s,\]}]*/.exec(text.slice(offset, offset + MOST_FOUND))?.[0] || text.charAt(offset);
}

/** The offset each line starts at. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
}

/** How many lines start at or before an offset, by bisection. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
