import { describe, expect, it } from 'vitest';
import { withMissingLetters } from '../../../src/textract/ocr/missing-letters.ts';

/** Characters as read; a `B` written as `β?` is one that may be a beta. */
const read = (text: string) =>
  [...text.matchAll(/β\?|./gu)].map(([character], position) =>
    character === 'β?'
      ? { character: 'B', confidence: 0.8, position, alternatives: [{ character: 'β', probability: 0.1 }] }
      : { character, confidence: 0.99, position },
  );
const corrected = (text: string) =>
  withMissingLetters(read(text))
    .map(({ character }) => character)
    .join('');

describe('withMissingLetters', () => {
  it.each([
    ['a sharp s in a word', 'Lindenstraβ?e 27', 'Lindenstraße 27'],
    ['a sharp s at the end of a word', 'weiβ? 1', 'weiß 1'],
    ['a euro sign behind an amount', '12,50 ∈', '12,50 €'],
    ['a euro sign before an amount', 'ε12,50', '€12,50'],
    ['a pound sign', 'Total f9.99', 'Total £9.99'],
    ['an O in the code of a currency', '16 316 X0F', '16 316 XOF'],
    ['an O in a code before the amount', 'N0K 450', 'NOK 450'],
  ])('puts in %s', (_what, text, expected) => {
    expect(corrected(text)).toBe(expected);
  });

  it.each([
    ['a capital B in a name', 'MegaBest'],
    ['a B among capitals', 'Aβ?C'],
    ['an f in a word', 'off 9.99'],
    ['an f before a plain number', 'f 12'],
    ['a zero in the code of an article', 'X0F'],
    ['a zero in a longer code', '12 AX0F'],
  ])('leaves %s', (_what, text) => {
    expect(corrected(text)).toBe(text.replace('β?', 'B'));
  });

  it('is less sure of what it put in', () => {
    expect(withMissingLetters(read('9 ∈'))[2]?.confidence).toBe(0.6);
  });
});
