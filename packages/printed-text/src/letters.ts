import { normalizePrinted } from './plain-text.ts';

const UNACCENTED = /^[\0-\x7f]*$/;

/** Drops accents, and unfolds letters that are no accented form: `ß` is `ss`. Marks of other scripts stay. */
export const withoutAccents = (text: string): string => (UNACCENTED.test(text) ? text : unaccented(text));

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655]/g, '')
    .normalize('NFC')
    .replace(/[ßẞ]/g, 'ss')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/ı/g, 'i');

/** Lower case without accents, so that "Café", "CAFE" and "cafe" are one word. */
export const foldPrinted = (text: string): string => withoutAccents(normalizePrinted(text)).toLowerCase();

/**
 * Letters only, with the marks that vowels are in many scripts, without spaces and accents: the form in which labels are compared. Digits that stand for letters inside
 * a word are read as these ("T0TAL").
 */
export function squashLetters(text: string): string {
  return foldPrinted(text)
    .replace(/(?<=[a-z])0|0(?=[a-z]{2})/g, 'o')
    .replace(/(?<=[a-z])[1|!](?=[a-z]|\b)/g, 'l')
    .replace(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replace(/[^\p{L}\p{M}]|[\u0591-\u05c7\u064b-\u0652\u0670\u0640]/gu, '');
}
