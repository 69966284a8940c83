/** Zeros of the digit blocks that receipts are printed in besides ASCII: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

// Most lines hold nothing else, and these are looked at often.
const PLAIN = /^[ -_a-~]*$/;

/**
 * Printed text in one spelling, character by character, so that the length and every offset stay: full-width forms,
 * foreign digits, dashes, apostrophes, points and spaces become their ASCII counterparts; line breaks stay. What the
 * text says is not changed.
 */
export const plainText = (text: string): string => (PLAIN.test(text) ? text : plainForms(text));

const plainForms = (text: string): string =>
  text
    // Full-width and half-width forms of one character each, the signs of currencies among them.
    .replace(/[\uff01-\uffef]/g, sameLength)
    .replace(/[\u2018\u2019\u00b4`\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
    .replace(/[\u066c\u060c\u3001]/g, ',')
    .replace(/[\u066b\u3002\u00b7\u2022]/g, '.')
    .replace(/[^\S\n]/g, ' ')
    .replace(/\p{Nd}/gu, asciiDigit);

function sameLength(character: string): string {
  const form = character.normalize('NFKC');
  return form.length === 1 ? form : character;
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? digit : String(code - zero);
}

/** {@link plainText}, with composed signs taken apart as well, so that the length may change: `№` is `No`, `㎏` is `kg`. */
export const normalizePrinted = (text: string): string =>
  PLAIN.test(text) ? text : plainForms(plainForms(text).normalize('NFKC'));

/** On one line, with single spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
