import { describe, expect, it } from 'vitest';
import { asPrintedLine } from '../../../../lambdas/core/reading/printed-line.ts';
import { readPurchaseMarks } from '../../../../lambdas/core/reading/read-purchase-marks.ts';

const marksOf = (...texts: string[]) => readPurchaseMarks(texts.map(asPrintedLine));

describe('readPurchaseMarks', () => {
  it('reads what tells a purchase from others', () => {
    expect(
      marksOf('GREEN BASKET', '12 Main Street', 'Tel 555-0142', '12/11/2026 10:15', 'Trans 0048213', 'Total 1,234.50'),
    ).toEqual({
      timesOfDay: ['10:15'],
      taxIds: [],
      numbers: ['5550142', '0048213'],
      head: ['greenbasket', '12mainstreet'],
    });
  });

  it('takes a time for that of the date beside which it stands', () => {
    const box = { top: 0.2, height: 0.02, width: 0.2 };
    const lines = [
      { ...asPrintedLine('12/11/2026'), box: { ...box, left: 0.1 } },
      { ...asPrintedLine('10:15'), box: { ...box, left: 0.5 } },
      { ...asPrintedLine('22:00'), box: { ...box, left: 0.1, top: 0.8 } },
    ];

    expect(readPurchaseMarks(lines).timesOfDay).toEqual(['10:15']);
  });

  it('takes no date, time or amount for a number, and keeps a long list short', () => {
    const many = Array.from({ length: 300 }, (_, index) => `No ${index + 10_000}`);

    expect(marksOf('12.11.2026 10:15', '1.450,00', '2026-11-12').numbers).toEqual([]);
    expect(marksOf(...many).numbers).toHaveLength(40);
  });
});
