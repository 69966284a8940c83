import { foldPrinted } from 'printed-text/letters';
import { BESIDE_OFFERS } from './no-purchase-words.ts';

// What the lines of a paper say as titles; the texts are folded and on one line.

/** Such words, with no letter before and behind them. */
export const words = (patterns: string): string => `(?<![\\p{L}\\p{M}])(?:${foldPrinted(patterns)})(?![\\p{L}\\p{M}])`;
/** For all of them in a text. */
export const every = (patterns: string): RegExp => new RegExp(words(patterns), 'gu');
/** For any of them. */
export const some = (patterns: string): RegExp => new RegExp(words(patterns), 'u');

const BESIDE_OFFER_WORDS = every(BESIDE_OFFERS);

/** A title is no sentence. */
const MOST_WORDS = 6;
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
/** Few words enough for a title. */
export const isShort = (text: string): boolean => wordsOf(text).length <= MOST_WORDS;
/** Whether anything is said besides signs and numbers. */
export const hasLetters = (text: string): boolean => /[\p{L}\p{M}]/u.test(text);
/** Words that hold a digit number something: "Q-2026/12", "A12". */
export const withoutNumbers = (text: string): string => text.replace(/[\p{L}/#.-]*\d[\p{L}\d/#.:,-]*/gu, ' ');

/** Decimals or groups of thousands. */
export const AMOUNT = /\d[.,]\d{2}(?![\d.,/-])|(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,])/;
/** The same, whole and all of them. */
export const AMOUNTS = /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?(?![\d.,/-])|\d+[.,]\d{2}(?![\d.,/-])/g;

/** What stands above the first amount. */
export function headOf(texts: readonly string[]): readonly string[] {
  const firstAmount = texts.findIndex((text) => AMOUNT.test(text));
  return firstAmount < 0 ? texts : texts.slice(0, firstAmount);
}

/** Whether a line is such a title, with nothing beside it but numbers and little words. */
export function isMadeOf(text: string, title: RegExp): boolean {
  const others = text.replace(title, ' ');
  return others !== text && !hasLetters(withoutNumbers(others).replace(BESIDE_OFFER_WORDS, ' '));
}
