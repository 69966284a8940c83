import { describe, expect, it } from 'vitest';
import { headerLines } from '../../../src/textract/layout/header-lines.ts';
import { layOut } from '../../../src/textract/layout/page-layout.ts';
import { aLine, aPage } from '../support/written-page.ts';

const rowsOf = (lines: ReturnType<typeof aLine>[]) =>
  layOut({ width: 600, height: 400, quarterTurns: 0, lines }).rows.map(({ text }) => text);

describe('layOut', () => {
  it('puts what stands side by side into one row, from left to right', () => {
    const rows = rowsOf([
      aLine('12.50', 500, 52),
      aLine('TOTAL', 20, 50),
      aLine('CASH', 20, 80),
      aLine('20.00', 500, 79),
    ]);

    expect(rows).toEqual(['TOTAL 12.50', 'CASH 20.00']);
  });

  it('follows a page that leans', () => {
    const lean = 0.05;
    const at = (x: number, y: number): [number, number] => [x - y * lean, y + x * lean];
    const lines = ['FIRST ROW OF THE PAGE', 'SECOND ROW OF THE PAGE'].flatMap((text, index) => {
      const [left, middle] = at(20, 50 + index * 26);
      const [rightLeft, rightMiddle] = at(500, 50 + index * 26);
      return [aLine(text, left, middle + 5, { angle: lean }), aLine('1.00', rightLeft, rightMiddle, { angle: lean })];
    });

    expect(rowsOf(lines)).toEqual(['FIRST ROW OF THE PAGE 1.00', 'SECOND ROW OF THE PAGE 1.00']);
  });

  it('keeps lines apart that stand on top of one another', () => {
    expect(rowsOf([aLine('COFFEE', 20, 50), aLine('COOKIE', 20, 58)])).toEqual(['COFFEE', 'COOKIE']);
  });

  it('gives no rows for a page without text', () => {
    expect(rowsOf([])).toEqual([]);
  });
});

describe('headerLines', () => {
  it('parts columns that stand side by side', () => {
    const layout = layOut(aPage(['Sender Ltd | Receiver Inc', '1 High Street | 2 Low Road']));

    expect(headerLines(layout).map(({ text }) => text)).toEqual([
      'Sender Ltd',
      'Receiver Inc',
      '1 High Street',
      '2 Low Road',
    ]);
  });
});
