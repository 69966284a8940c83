/** Zeros of the digit blocks that receipts are printed in besides ASCII: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/**
 * Printed text in one spelling: full-width forms, foreign digits, dashes, apostrophes and spaces become their ASCII
 * counterparts; line breaks stay. What the text says is not changed.
 */
export function normalizePrinted(text: string): string {
  return text
    .replace(/[\u2018\u2019\u00b4`\u02bc]/g, "'")
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
    .replace(/\u066b/g, '.')
    .replace(/[\u066c\u060c\u3001]/g, ',')
    .replace(/\u3002/g, '.')
    .replace(/[^\S\n]/g, ' ')
    .replace(/\p{Nd}/gu, asciiDigit);
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? digit : String(code - zero);
}

/** Lower case without accents, so that "Café", "CAFE" and "cafe" are one word. Marks of other scripts stay. */
export function foldPrinted(text: string): string {
  return normalizePrinted(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i');
}

/**
 * Letters only, without spaces and accents: the form in which labels are compared. Digits that stand for letters inside
 * a word are read as these ("T0TAL").
 */
export function squashLetters(text: string): string {
  return foldPrinted(text)
    .replace(/(?<=[a-z])0|0(?=[a-z]{2})/g, 'o')
    .replace(/(?<=[a-z])[1|!](?=[a-z]|\b)/g, 'l')
    .replace(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replace(/[^\p{L}]/gu, '');
}

/** On one line, with single spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
