import { closest, distance } from 'fastest-levenshtein';
import { type Document, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod/mini';
import { hasControls } from '../ground/plain-controls.ts';
import { findDeepLine } from './deep-line.ts';
import { toldIssues } from './told-issues.ts';

/** One mistake in a file, for a person: where it stands and what was expected there. */
export interface LocatedMistake {
  /** Such as `budgets[0].limit`; empty for the file as a whole. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A kind of file that people write: a plan, a correction. */
export interface YamlForm<T> {
  /** What one file is called, such as `plan`. */
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  /** The known keys at a path, to suggest the nearest one for a misspelt one. */
  keysAt(path: readonly PropertyKey[]): readonly string[];
}

export type ReadYaml<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: readonly LocatedMistake[] };

/** Reads a file in UTF-8, or in UTF-16 as some editors save it; never guesses what a name's letters were. */
export function readYamlFile<T>(bytes: Uint8Array, form: YamlForm<T>): ReadYaml<T> {
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, mistakes: [{ path: '', line: 1, message: 'the file is no text in UTF-8; save it as UTF-8' }] };
  }
  return readYaml(text, form);
}

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second;

/** Reads YAML or JSON; every mistake is named with its path and line, all in one go. */
export function readYaml<T>(text: string, form: YamlForm<T>): ReadYaml<T> {
  const deepLine = findDeepLine(text);
  if (deepLine !== undefined) return { ok: false, mistakes: [tooDeep(deepLine)] };
  const lines = new LineCounter();
  // Its own look for repeated keys compares each with all: ten thousand of them take minutes.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) {
    return {
      ok: false,
      mistakes: document.errors.map(({ code, message, pos }) =>
        unreadable(
          Math.max(1, lines.linePos(pos[0]).line),
          code === 'MULTIPLE_DOCS'
            ? `a second document begins behind "---"; expected one ${form.name} a file`
            : message,
        ),
      ),
    };
  }
  const unfit = [...levelsIn(document, lines), ...keysIn(document, lines), ...controlsIn(document, lines)];
  if (unfit.length > 0) return { ok: false, mistakes: unfit };
  const value = toValue(document);
  if (value instanceof Error) return { ok: false, mistakes: [unreadable(1, value.message)] };
  const read = form.schema.safeParse(value ?? {});
  if (read.success) return { ok: true, value: read.data };
  const issues = read.error.issues.flatMap(toldIssues).slice(0, MOST_LOOKED_UP);
  const mistakes = issues.flatMap((issue) => mistakesOf(issue, document, lines, form));
  return { ok: false, mistakes: mistakes.sort((a, b) => a.line - b.line) };
}

/** Far more than any file of ours has. */
const MOST_LEVELS = 30;

/** The first place that lies too deep, if any. */
function levelsIn(document: Document, lines: LineCounter): LocatedMistake[] {
  const found: LocatedMistake[] = [];
  visit(document, {
    Collection: (_, { range }, path) => {
      // Pairs stand in the path as well.
      if (path.filter(isCollection).length < MOST_LEVELS) return undefined;
      found.push(tooDeep(range ? lines.linePos(range[0]).line : 1));
      return visit.BREAK;
    },
  });
  return found;
}

const tooDeep = (line: number): LocatedMistake => ({
  path: '',
  line,
  message: `expected lists and maps at most ${MOST_LEVELS} levels deep, got more; see the example of a file`,
});

/** A key that stands twice, of which one would be dropped in silence, and one that no object can hold. */
function keysIn(document: Document, lines: LineCounter): LocatedMistake[] {
  const found: LocatedMistake[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const line = key.range ? lines.linePos(key.range[0]).line : 1;
        const name = shorten(String(key.value));
        if (seen.has(key.value)) found.push(unreadable(line, `the key "${name}" stands twice; leave one of them out`));
        // The file's own keys are held against those that are known.
        if (key.value === '__proto__' && map !== document.contents) {
          found.push({
            path: '',
            line,
            message: `expected another name than "${name}", which programs keep for themselves`,
          });
        }
        seen.add(key.value);
      }
    },
  });
  return found.slice(0, MOST_LOOKED_UP);
}

/** Keys and values are shown in terminals, mails and texts. */
function controlsIn(document: Document, lines: LineCounter): LocatedMistake[] {
  const found: LocatedMistake[] = [];
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== 'string' || !hasControls(value)) return;
      const text = JSON.stringify(value.replace(/[^\x20-\x7e]/g, '·'));
      const message = `expected text without control characters, got ${shorten(text)}; write it again by hand`;
      found.push({ path: '', line: range ? lines.linePos(range[0]).line : 1, message });
    },
  });
  return found;
}

/** One line a mistake: `line 7, budgets[0].limit: expected …`. */
export const describeMistake = ({ path, line, message }: LocatedMistake): string =>
  `line ${line}${path === '' ? '' : `, ${shorten(path)}`}: ${message}`;

/** What has to fit into a workflow's state, and into a mail that somebody reads. */
const MOST_MISTAKES = 50;
/** Each is looked up in the file for its line, and all are sorted by it. */
const MOST_LOOKED_UP = 500;

/** The first mistakes, one line each. */
export const describeMistakes = (mistakes: readonly LocatedMistake[]): string[] =>
  mistakes.slice(0, MOST_MISTAKES).map(describeMistake);

const unreadable = (line: number, message: string): LocatedMistake => ({
  path: '',
  line,
  message: `this is no readable YAML or JSON: ${shorten(message)}`,
});

/** An unknown alias, or a bomb made of them, makes yaml throw; that is a mistake in the file like any other. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return error;
  }
}

/** A key may be as long as the file, and what is said of it has to fit into a workflow's state. */
const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

function mistakesOf<T>(
  issue: z.core.$ZodIssue,
  document: Document,
  lines: LineCounter,
  { keysAt }: YamlForm<T>,
): LocatedMistake[] {
  const at = (path: readonly PropertyKey[], message: string): LocatedMistake => ({
    path: formatPath(path),
    line: lineOf(path, document, lines),
    message,
  });
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return issue.keys
      .slice(0, MOST_MISTAKES)
      .map((key) => at([...issue.path, key], `unknown key "${shorten(key)}"${suggestKey(key, known)}`));
  }
  const missing = issue.code === 'invalid_type' && document.getIn(issue.path) === undefined;
  return [at(issue.path, missing ? `is missing; ${issue.message}` : issue.message)];
}

function suggestKey(key: string, known: readonly string[]): string {
  const nearest = closest(key, known);
  return distance(key.toLowerCase(), nearest.toLowerCase()) <= 3
    ? `; did you mean "${nearest}"?`
    : `; expected one of ${known.join(', ')}`;
}

const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`))
    .join('');

/** The line of the key at a path, or of the nearest parent that is there. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const last = path[depth - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last)
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
