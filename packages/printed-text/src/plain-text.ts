import { hasRaisedDigits, levelText } from './raised-digits.ts';

// Most lines hold nothing else, and these are looked at often.
const PLAIN = /^[ -_a-~]*$/;

/**
 * Printed text in one spelling, character by character, so that the length and every offset stay: full-width forms,
 * digits of any script, dashes, apostrophes, points, spaces and marks of direction become their ASCII counterparts; line
 * breaks stay. What the text says is not changed.
 */
export const plainText = (text: string): string => (PLAIN.test(text) ? text : plainForms(text));

const plainForms = (text: string): string =>
  text
    // Full-width and half-width forms of one character each, the signs of currencies among them.
    .replace(/[\uff01-\uffef]/g, sameLength)
    .replace(/[\u2018\u2019\u201b\u2032\u00b4`\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
    .replace(/[\u066c\u060c\u3001\u2e41]/g, ',')
    .replace(/[\u066b\u3002\u00b7\u2022]/g, '.')
    // Marks of the direction of writing stand around amounts and have no width.
    .replace(/[^\S\n]|[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(TRIANGLE, '-');

/** Black or white before an amount, its sign before or behind: Japan's minus. Behind a word it marks a good. */
const TRIANGLE = /(?<!\p{L})[\u25b2\u25b3](?=\s?[¥\\]?\s?\p{Nd})/gu;

function sameLength(character: string): string {
  const form = character.normalize('NFKC');
  return form.length === 1 ? form : character;
}

/** A digit of any script; one that takes two places stays, so that the length does. */
const asciiDigit = (digit: string): string => (digit.length > 1 ? digit : digitValue(digit));

/** A digit of any script as ours; what is no digit stays. */
export const plainDigit = (character: string): string => character.replace(/\p{Nd}/u, digitValue);

/** Blocks of ten digits begin at a code that ends in 0 or 6, in hexadecimal. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const last = code & 0xf;
  const beginsAtSix = last > 9 || (last > 5 && /\p{Nd}/u.test(String.fromCodePoint(code - last + 0xa)));
  return String(beginsAtSix ? last - 6 : last);
}

/**
 * {@link plainText}, with composed signs taken apart as well, so that the length may change: `№` is `No`, `㎏` is `kg`,
 * `43²⁰` is `43.20`.
 */
export const normalizePrinted = (text: string): string =>
  PLAIN.test(text) ? text : plainForms(plainForms(level(text)).normalize('NFKC')).replace(/\p{Nd}/gu, digitValue);

const level = (text: string): string => (hasRaisedDigits(text) ? levelText(plainForms(text)).text : text);

/** On one line, with single spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
