const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
/** `\b` knows the letters of ASCII only: for it "hst" is a word in "Frühstück". */
const WORD_EDGE = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

/** Streets are called after towns of anywhere: "Cairo Road, Lusaka". */
const A_STREET = ' (?:ROAD|RD|STREET|STR|AVENUE|AVE|LANE|SQUARE)(?![\\p{L}])';

/** A text in which many patterns are looked for. */
export interface Searched {
  readonly text: string;
  /** The same in capitals. */
  readonly capitals: string;
  /** Every three characters that stand side by side in it. */
  readonly triples: ReadonlySet<string>;
}

/** Finds the first print of a pattern. */
export type Finder = (searched: Searched) => string | undefined;

export function searched(text: string): Searched {
  const capitals = text.toUpperCase();
  const triples = new Set<string>();
  for (let start = 0; start + 3 <= capitals.length; start += 1) triples.add(capitals.slice(start, start + 3));
  return { text, capitals, triples };
}

/** A pattern whose `\b` is an edge of a word in every script. */
export const ofWords = (pattern: RegExp): Finder => finder(pattern, ({ source, flags }) => withEdges(source, flags));

/** The same of names of places: with one edge for all that begin or end at one, and none that a street is called after. */
export const ofNames = (pattern: RegExp): Finder =>
  finder(pattern, ({ source, flags }) => {
    const names = alternativesOf(source);
    const group = (begins: boolean, ends: boolean): string[] => {
      const own = names.filter((name) => name.startsWith('\\b') === begins && name.endsWith('\\b') === ends);
      const bare = own.map((name) => name.slice(begins ? 2 : 0, ends ? -2 : undefined));
      const [front, back] = [begins ? `(?<!${LETTER})` : '', ends ? `(?!${LETTER}|${A_STREET})` : ''];
      return own.length === 0 ? [] : [`${front}(?:${bare.join('|')})${back}`];
    };
    const all = [...group(true, true), ...group(true, false), ...group(false, true), ...group(false, false)];
    return withEdges(all.join('|'), flags);
  });

const withEdges = (source: string, flags: string): RegExp =>
  new RegExp(source.replaceAll('\\b', WORD_EDGE), `${flags.replace('u', '')}u`);

/** An edge knows all letters there are and takes long to prepare: only for a text that holds letters of a pattern. */
function finder(pattern: RegExp, prepare: (pattern: RegExp) => RegExp): Finder {
  const all = alternativesOf(pattern.source).map((alternative) => {
    const letters = lettersOf(alternative);
    return { letters, triple: letters.slice(0, 3) };
  });
  let prepared: RegExp | undefined;
  return ({ text, capitals, triples }) => {
    // Thousands of names are looked for in each text: of most of them not even the first three letters are there.
    const isThere = ({ letters, triple }: (typeof all)[number]) =>
      (triple.length < 3 || triples.has(triple)) && capitals.includes(letters);
    if (!all.some(isThere)) return undefined;
    prepared ??= prepare(pattern);
    return prepared.exec(text)?.[0];
  };
}

/** What a pattern separates by strokes, outside of its brackets. */
function alternativesOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of source) {
    if (/[([]/.test(sign)) depth += 1;
    if (/[)\]]/.test(sign)) depth -= 1;
    if (sign === '|' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + sign);
  }
  return parts;
}

/** The longest run of letters that all that matches holds, in capitals; empty where there is none. */
function lettersOf(alternative: string): string {
  let rest = alternative.replace(/\\(?:p\{[^}]*\}|u[\da-f]{4}|.)/giu, '\0').replace(/\[[^\]]*\]/gu, '\0');
  while (/\([^()]*\)/u.test(rest)) rest = rest.replace(/\([^()]*\)/gu, '\0');
  const runs = rest
    .replace(/.[?*]|.\{[^}]*\}/gu, '\0')
    .split(/[^\p{L}]+/u)
    .sort((a, b) => b.length - a.length);
  return (runs[0] ?? '').toUpperCase();
}
