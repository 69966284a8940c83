import { describe, expect, it } from 'vitest';
import { LINE_HEIGHT, type LineCrop } from '../../../src/textract/ocr/crop.ts';
import { withRaisedDigits } from '../../../src/textract/ocr/raised-digits.ts';

const PITCH = 24;
const SMALL_PITCH = 14;

/** The crop of a line and what was read of it: full digits on the line, and small ones from the given row to the next. */
function aLine(full: string, small: string, rows: readonly [number, number], read = full + small) {
  const width = full.length * PITCH + small.length * SMALL_PITCH + 10;
  const planes = new Float32Array(3 * LINE_HEIGHT * width).fill(1);
  const print = (from: number, to: number, top: number, bottom: number) => {
    for (let row = top; row < bottom; row++) {
      planes.fill(-1, (LINE_HEIGHT + row) * width + from, (LINE_HEIGHT + row) * width + to);
    }
  };
  const starts = [...full].map((_, index) => index * PITCH + 4);
  for (const start of starts) print(start, start + 18, 8, 38);
  const smallStarts = [...small].map((_, index) => full.length * PITCH + 4 + index * SMALL_PITCH);
  for (const start of smallStarts) print(start, start + 11, ...rows);
  const middles = [...starts.map((start) => start + 9), ...smallStarts.map((start) => start + 5)];
  const characters = [...read].map((character, index) => ({
    character,
    confidence: 0.99,
    position: (middles[index] ?? 0) / width,
  }));
  const crop: LineCrop = { width, planes };
  const level = withRaisedDigits(characters, crop);
  return { text: level.map(({ character }) => character).join(''), level };
}

const RAISED = [8, 24] as const;

describe('digits that stand raised in a picture', () => {
  it('are cents where they are two, and half guessed', () => {
    const { text, level } = aLine('$65', '20', RAISED);

    expect(text).toBe('$65.20');
    expect(level.slice(3).map(({ confidence }) => confidence)).toEqual([0.6, 0.6, 0.6]);
  });

  it('are two where the network read two that are alike as one', () => {
    expect(aLine('$60', '00', RAISED, '$600').text).toBe('$60.00');
  });

  it('are the mark of a footnote where one stands alone', () => {
    expect(aLine('1200', '2', RAISED).text).toBe('1200²');
  });

  it.each([
    ['of a date', '12/11/20', '26', RAISED],
    ['behind decimals', '120.00', '12', RAISED],
    ['on the line', '65', '20', [22, 38]],
    ['of full height', '65', '20', [8, 38]],
    ['three of them', '65', '200', RAISED],
  ] as const)('stay as they are %s', (_where, full, small, rows) => {
    expect(aLine(full, small, rows).text).toBe(full + small);
  });
});
