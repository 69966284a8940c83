import { withoutAccents } from 'printed-text/letters';
import { plainText } from 'printed-text/plain-text';
import type { HeaderLine } from '../layout/header-lines.ts';
import type { Cell } from '../layout/page-layout.ts';
import type { LineCharacter } from '../ocr/text-line.ts';
import { knownWords } from './known-words.ts';

const SHORTEST = 4;
const SHORTEST_NUMBERED = 3;
const SHORTEST_ON_PAGE = 4;
const LONG = 7;
const DOUBTFUL = 0.98;
// Costs are natural logarithms: how many times less likely the network held a character than the one it chose.
const UNSEEN_COST = 5;
const LOST_COST = 3.5;
const MOST_COST = 4;
const MOST_COST_LONG = 5.5;
const CLEARLY_CHEAPER = 0.7;
const POSSIBLE = 0.05;
const LIKELY = 0.2;

// A capital behind a small letter begins a word: the blank between them was lost.
const WORD = /[\p{L}\d]+?(?=(?<=\p{Ll})\p{Lu}|[^\p{L}\d]|$)/gu;

// Too short to be told from other words, unless a number follows.
const numberedWords = ['lot', 'blk', 'jln'];
const longerWords = [...knownWords].filter(({ length }) => length >= SHORTEST);

/** A word as it stands somewhere on the page. */
interface PrintedWord {
  readonly characters: readonly LineCharacter[];
  /** The least of its characters' confidence. */
  readonly confidence: number;
}

/** The words of a page in lower case. */
export interface PageWords {
  /** How often each stands there. */
  readonly counts: ReadonlyMap<string, number>;
  /** Those without digits, where each was read most surely. */
  readonly surest: ReadonlyMap<string, PrintedWord>;
}

/**
 * A header's line with damaged words put right, such as `Leve1`, `KENBANGAN` and `475OO`: a word becomes the one that
 * is known, or was read more surely elsewhere on the page, and that the recogniser itself held nearly as likely; what is none keeps
 * to letters or to digits. What stands twice on the page is meant so.
 */
export const withRepairedWords = (line: HeaderLine, words: PageWords): HeaderLine => ({
  ...line,
  text: line.cells.map((cell) => repairCell(cell, words)).join(' '),
});

/** Gathers the words of a page. */
export function pageWords(lines: readonly HeaderLine[]): PageWords {
  const counts = new Map<string, number>();
  const surest = new Map<string, PrintedWord>();
  for (const { text, line } of lines.flatMap(({ cells }) => cells)) {
    for (const { 0: word, index } of plainText(text).matchAll(WORD)) {
      const key = fold(word);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (word.length < SHORTEST_ON_PAGE || /\d/.test(word)) continue;
      const characters = line.characters.slice(index, index + word.length);
      const confidence = Math.min(1, ...characters.map((one) => one.confidence));
      if (confidence > (surest.get(key)?.confidence ?? 0)) surest.set(key, { characters, confidence });
    }
  }
  return { counts, surest };
}

function repairCell({ text, line }: Cell, words: PageWords): string {
  // Offsets hold for both as long as no character of the line takes two places.
  if (line.characters.length !== text.length) return text;
  const plain = plainText(text);
  let repaired = '';
  let end = 0;
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const rest = plain.slice(index + word.length);
    const characters = line.characters.slice(index, index + word.length);
    const better = asHouseNumber(word, characters, plain.slice(0, index)) ?? repairWord(word, characters, rest, words);
    // What stands between the words stays as printed: a dot in the middle divides, a full stop does not.
    repaired += text.slice(end, index) + (better === word ? text.slice(index, index + word.length) : better);
    end = index + word.length;
  }
  return repaired + text.slice(end);
}

/** A lone letter behind a number and a slash, as in `Jalan 23/L`, that may as well be a digit. */
function asHouseNumber(word: string, [character]: readonly LineCharacter[], before: string): string | undefined {
  if (!/^\p{L}$/u.test(word) || !/\d[/-]$/.test(before)) return undefined;
  const digit = character?.alternatives?.find((other) => /\d/.test(other.character));
  return digit && digit.probability >= LIKELY ? digit.character : undefined;
}

function repairWord(word: string, characters: readonly LineCharacter[], rest: string, words: PageWords) {
  const key = fold(word);
  if (characters.every(isSure) || (words.counts.get(key) ?? 0) > 1 || isKnown(key)) return word;
  const isBeforeNumber = /^[\s.:]+[A-Z]?-?\d/.test(rest);
  const candidates = [...longerWords, ...words.surest.keys(), ...(isBeforeNumber ? numberedWords : [])];
  return nearestWord(word, characters, candidates, words) ?? inOneAlphabet(word, characters);
}

const isSure = ({ confidence }: LineCharacter): boolean => confidence >= DOUBTFUL;
const fold = (text: string): string => withoutAccents(text.toLowerCase());
const isKnown = (word: string): boolean =>
  knownWords.has(word) || knownWords.has(word.replace(/s$/, '')) || knownWords.has(`${word}s`);

function nearestWord(
  word: string,
  characters: readonly LineCharacter[],
  candidates: readonly string[],
  words: PageWords,
): string | undefined {
  if (word.length < SHORTEST_NUMBERED || !/\p{L}/u.test(word)) return undefined;
  const alike = new Set(candidates.filter((known) => Math.abs(known.length - word.length) <= 1));
  const ranked = [...alike]
    .map((known) => ({ known, cost: readingCost(word, characters, known) }))
    .filter(({ known, cost }) => cost <= (known.length >= LONG ? MOST_COST_LONG : MOST_COST))
    .filter(({ known, cost }) => knownWords.has(known) || isSurer(known, word, cost, words))
    .sort((a, b) => a.cost - b.cost);
  const [best, second] = ranked;
  if (!best || (second && second.cost - best.cost < CLEARLY_CHEAPER)) return undefined;
  return cased(best.known, word);
}

/** Whether, of two words on a page that may be the same, the other is the one that both are. */
function isSurer(other: string, word: string, cost: number, { counts, surest }: PageWords): boolean {
  const printed = surest.get(other);
  if (!printed || (counts.get(other) ?? 0) > 1) return true;
  return readingCost(other, printed.characters, fold(word)) > cost;
}

/** How much less likely a word is than what was read, by what the network saw at each of its places. */
function readingCost(word: string, characters: readonly LineCharacter[], known: string): number {
  const read = [...fold(word)];
  if (read.length !== word.length) return Number.POSITIVE_INFINITY;
  const gap = known.length >= LONG ? LOST_COST : Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: known.length + 1 }, (_, index) => (index === 0 ? 0 : index * gap));
  for (let row = 1; row <= read.length; row++) {
    const current = [row * gap];
    let least = row * gap;
    for (let column = 1; column <= known.length; column++) {
      const wanted = known[column - 1] as string;
      const replaced = read[row - 1] === wanted ? 0 : replacementCost(characters[row - 1], wanted);
      const cost = Math.min(
        (previous[column - 1] as number) + replaced,
        (previous[column] as number) + gap,
        (current[column - 1] as number) + gap,
      );
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > MOST_COST_LONG) return Number.POSITIVE_INFINITY;
    previous = current;
  }
  return previous[known.length] as number;
}

function replacementCost(character: LineCharacter | undefined, wanted: string): number {
  const alternatives = character?.alternatives ?? [];
  if (!character || alternatives.length === 0) return Number.POSITIVE_INFINITY;
  const alternative = alternatives.find((other) => fold(other.character) === wanted);
  if (!alternative) return UNSEEN_COST;
  return Math.max(0, Math.log(character.confidence / alternative.probability));
}

/** A digit in a word becomes the letter it may be; a letter in a number, of which the network was unsure, the digit. */
function inOneAlphabet(word: string, characters: readonly LineCharacter[]): string {
  const digits = word.match(/\d/g)?.length ?? 0;
  const letters = word.length - digits;
  if (digits === 0 || letters === 0 || word.length < SHORTEST) return word;
  const isNumber = digits >= 3 ? letters <= 2 : /^\d\p{L}{1,2}\d$/u.test(word);
  const wanted = letters >= 4 && digits <= 2 ? /\p{L}/u : isNumber ? /\d/ : undefined;
  if (!wanted) return word;
  return [...word]
    .map((character, index) => {
      if (wanted.test(character)) return character;
      const likely = characters[index]?.alternatives?.find((other) => wanted.test(other.character));
      return likely && likely.probability >= POSSIBLE ? likely.character : character;
    })
    .join('');
}

/** Set as the damaged word was: capitals, a capital first, or small letters. */
function cased(word: string, like: string): string {
  const letters = like.replace(/\d/g, '');
  const [first = '', ...rest] = letters;
  if (!/\p{Ll}/u.test(rest.join(''))) return word.toUpperCase();
  return /\p{Lu}/u.test(first) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
