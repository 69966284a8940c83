import { describe, expect, it } from 'vitest';
import type { RotatedBox } from '../../../src/textract/ocr/rotated-box.ts';
import { joinSplitAmounts } from '../../../src/textract/ocr/split-amounts.ts';
import { type TextLine, textLine } from '../../../src/textract/ocr/text-line.ts';

const PITCH = 14;
const HEIGHT = 24;

/** A line whose characters stand one pitch apart, the first of them at that place. */
function line(text: string, place: number, y = 100): TextLine {
  const width = text.length * PITCH;
  const box: RotatedBox = { centreX: place * PITCH + width / 2, centreY: y, width, height: HEIGHT, angle: 0 };
  return textLine(box, lettersOf(text));
}

const lettersOf = (text: string) =>
  [...text].map((character, index) => ({ character, confidence: 0.99, position: (index + 0.5) / text.length }));

/** Joins the lines where the second reading gives that text. */
async function joined(lines: readonly TextLine[], again = ''): Promise<string[]> {
  const result = await joinSplitAmounts(lines, async (box) => textLine(box, lettersOf(again)));
  return result.map(({ text }) => text);
}

describe('joinSplitAmounts', () => {
  it.each([
    ['groups', [line('15', 0), line('905', 3)], '15 905'],
    ['groups behind a sign', [line('SEK', 0), line('15', 4), line('905', 7)], 'SEK 15 905'],
    ['groups before a sign', [line('15', 0), line('905', 3), line('SEK', 7)], '15 905 SEK'],
    ['three groups', [line('1', 0), line('234', 2), line('905,00', 6)], '1 234 905,00'],
    ['groups of which the first ends a label', [line('TOTAL 15', 0), line('905 kr', 9)], 'TOTAL 15 905 kr'],
    ['a sign and a whole number', [line('442', 0), line('HUF', 4)], '442 HUF'],
  ])('joins %s, as they were read where a second reading fails', async (_what, lines, expected) => {
    expect(await joined(lines)).toEqual([expected]);
    expect(await joined(lines, expected)).toEqual([expected]);
  });

  it.each([
    ['was found twice', [line('15 9', 0), line('905', 3)], '15 905'],
    ['was misread alone', [line('T', 0), line('426', 2)], '7 426'],
    ['was not found', [line('SEK', 0), line('763', 6)], 'SEK 2 763'],
  ])('believes the second reading where a digit %s', async (_what, lines, again) => {
    expect(await joined(lines, again)).toEqual([again]);
  });

  it.each([
    ['columns', [line('2', 0), line('450', 4)], '2 450'],
    ['rows', [line('15', 0, 100), line('905', 3, 112)], '15 905'],
    ['what reads as other digits', [line('15', 0), line('905', 2.2)], '15 906'],
    ['a number behind a date', [line('12.11.2026', 0), line('905', 11)], '12.11.2026 905'],
    ['a number with two places only', [line('15', 0), line('90', 3)], '15 90'],
    ['a letter and a number', [line('N', 0), line('120', 2)], 'N 120'],
    ['words', [line('Storgatan 23', 0), line('Malmö', 13)], 'Storgatan 23 Malmö'],
  ])('leaves %s', async (_what, lines, again) => {
    expect(await joined(lines, again)).toEqual(lines.map(({ text }) => text));
  });
});
