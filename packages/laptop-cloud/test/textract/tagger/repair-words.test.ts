import { describe, expect, it } from 'vitest';
import { headerLines } from '../../../src/textract/layout/header-lines.ts';
import { layOut } from '../../../src/textract/layout/page-layout.ts';
import { type TextLine, textLine } from '../../../src/textract/ocr/text-line.ts';
import { pageWords, withRepairedWords } from '../../../src/textract/tagger/repair-words.ts';
import { aLine } from '../support/written-page.ts';

/** A line read surely but for the characters at some places, which may be others with some probability. */
function aReading(
  text: string,
  doubts: Record<number, readonly [other: string, probability: number]>,
  y = 20,
): TextLine {
  const { box, characters } = aLine(text, 20, y);
  const read = characters.map((character, index) => {
    const [other, probability = 0] = doubts[index] ?? [];
    if (other === undefined) return { ...character, confidence: 0.999 };
    return { ...character, confidence: 0.9 - probability, alternatives: [{ character: other, probability }] };
  });
  return textLine(box, read);
}

function repaired(...lines: TextLine[]): string[] {
  const printed = headerLines(layOut({ width: 600, height: 300, quarterTurns: 0, lines }));
  const words = pageWords(printed);
  return printed.map((line) => withRepairedWords(line, words).text);
}

describe('withRepairedWords', () => {
  it.each([
    ['a known word', aReading('43300 SERI ANPANG, MALAYS1A', { 25: ['I', 0.3] }), '43300 SERI ANPANG, MALAYSIA'],
    ['a word of another language', aReading('Bahnhofstrabe 12', {}), 'Bahnhofstrabe 12'],
    ['a floor', aReading('Leve1 6, Tower B', { 4: ['l', 0.4] }), 'Level 6, Tower B'],
    ['a letter that was lost', aReading('RESTAURNT ANNA', { 6: ['A', 0.1] }), 'RESTAURANT ANNA'],
    ['a house number behind a slash', aReading('Jalan 23/L, Nord', { 9: ['1', 0.4] }), 'Jalan 23/1, Nord'],
    ['a number with letters inside', aReading('1SS8-TMN', { 1: ['5', 0.3], 2: ['5', 0.3] }), '1558-TMN'],
    ['a postcode', aReading('475OO SUBANG', { 3: ['0', 0.3], 4: ['0', 0.3] }), '47500 SUBANG'],
    ['a word joined to the next', aReading('12, JalarPelabur 3', { 8: ['n', 0.1] }), '12, JalanPelabur 3'],
    ['a short word before a number', aReading('LUT 1504, BATU 8', { 1: ['O', 0.1] }), 'LOT 1504, BATU 8'],
  ])('puts %s right', (_what, line, expected) => {
    expect(repaired(line)).toEqual([expected]);
  });

  it('takes a word that stands elsewhere on the page', () => {
    const [name] = repaired(aReading('WAHLBERC & CO', { 7: ['G', 0.2] }), aReading('thanks from Wahlberg', {}, 80));

    expect(name).toBe('WAHLBERG & CO');
  });

  it('takes, of two readings of a word that are both in doubt, the one that both places allow more', () => {
    const both = repaired(
      aReading('12 Rue Tampci 7', { 11: ['o', 0.4] }),
      aReading('Tampoi 81200 Nord', { 5: ['l', 0.1] }, 80),
    );

    expect(both).toEqual(['12 Rue Tampoi 7', 'Tampoi 81200 Nord']);
  });

  it.each([
    ['a name that only resembles a known word', aReading('LIAN HING', { 5: ['M', 0.2] })],
    ['a word that was read surely', aReading('STREEF 12', {})],
    ['a word that the network held unlikely', aReading('PLARA 12', { 3: ['B', 0.2] })],
    ['a code', aReading('AB12O4', { 4: ['0', 0.01] })],
    ['a letter of a house number', aReading('Jalan U13/X', { 10: ['1', 0.05] })],
    ['a letter between digits that is surely one', aReading('4S6', {})],
  ])('leaves %s', (_what, line) => {
    expect(repaired(line)).toEqual([line.text]);
  });
});
