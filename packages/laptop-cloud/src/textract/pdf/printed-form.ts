// What PDFium says of a hyphen at the end of a line, and what some fonts call every hyphen.
const HYPHENS = [0x02, 0xad];
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;
/** What stands for a sign that takes two places in a text, such as a picture of a telephone. */
const UNWRITTEN = '▪';
// Arabic letters by their form, full-width signs and letters for formulas are other letters in another dress.
// Raised digits are not: 12⁵⁰ is no 1250.
const DRESSED = /[\uFB1D-\uFDFB\uFE70-\uFEFC\uFF01-\uFF5E\uFFE0-\uFFE6]|[\u{1D400}-\u{1D7FF}]/u;

/** What a character of a PDF looks like, in the characters that the rules know; empty for one that cannot be seen. */
export function printedForm(code: number): string {
  if (HYPHENS.includes(code)) return '-';
  const character = String.fromCodePoint(code);
  if (INVISIBLE.test(character)) return '';
  if (code < 0x20) return ' ';
  const plain = DRESSED.test(character) ? character.normalize('NFKC') : character;
  return plain.length === 1 ? plain : UNWRITTEN;
}
