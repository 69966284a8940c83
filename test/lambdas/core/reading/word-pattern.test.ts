import { describe, expect, it } from 'vitest';
import { PLACE_NAMES } from '../../../../lambdas/core/reading/place-names.ts';
import { ofNames, ofWords, searched } from '../../../../lambdas/core/reading/word-pattern.ts';

describe('a pattern of words', () => {
  it.each([
    [/\bHST\b/i, 'incl. hst 13 %', 'hst'],
    [/\bHST\b/i, 'Frühstück', undefined],
    [/\bS\.?A\.?R\.?L\b/, 'Café SARL', 'SARL'],
    [/\b[PA]0\d{8}[A-Z]\b/, 'PIN A012345678Z', 'A012345678Z'],
    [/[\u0e00-\u0e7f]{4,}/, 'ร้านกาแฟ', 'ร้านกาแฟ'],
    [/\bCOLOU?RS\b/i, 'two colors', 'colors'],
    [/(?<!\()\bPTY\.? ?LTD\b/i, '(Pty Ltd', undefined],
    [/Φ\.?Π\.?Α/i, 'φπα 24%', 'φπα'],
  ])('%s in "%s" is %s', (pattern, text, found) => {
    expect(ofWords(pattern)(searched(text))).toBe(found);
  });

  it('is no town that a street is called after', () => {
    expect(ofNames(/\bCAIRO\b|\bGIZA\b/i)(searched('Cairo Road, Lusaka'))).toBeUndefined();
    expect(ofNames(/\bCAIRO\b|\bGIZA\b/i)(searched('Road 9, Giza'))).toBe('Giza');
  });

  it('finds every plain name of a place, however it is written', () => {
    const plain = PLACE_NAMES.flatMap(([country, { source, flags }]) =>
      source
        .split('|')
        .map((name) => name.replaceAll('\\b', ''))
        .filter((name) => /^[\p{L} ]{4,}$/u.test(name))
        .map((name) => ({ country, name, pattern: new RegExp(source, flags) })),
    );
    const missed = plain.flatMap(({ country, name, pattern }) =>
      [name, ...(pattern.flags.includes('i') ? [name.toLowerCase()] : [])]
        .filter((written) => ofNames(pattern)(searched(`Shop 1, ${written}`)) === undefined)
        .map((written) => `${country}: ${written}`),
    );

    expect(plain.length).toBeGreaterThan(500);
    expect(missed).toEqual([]);
  });
});
