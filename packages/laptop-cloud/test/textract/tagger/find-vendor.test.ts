import { describe, expect, it } from 'vitest';
import { headerLines } from '../../../src/textract/layout/header-lines.ts';
import { layOut } from '../../../src/textract/layout/page-layout.ts';
import type { TextLine } from '../../../src/textract/ocr/text-line.ts';
import { findAddress } from '../../../src/textract/tagger/find-address.ts';
import { findVendor } from '../../../src/textract/tagger/find-vendor.ts';
import { aLine } from '../support/written-page.ts';

/** A line set in letters twice as wide as usual. */
function wide(text: string, y: number): TextLine {
  const line = aLine(text, 20, y);
  const width = line.box.width * 2;
  return { ...line, box: { ...line.box, width, centreX: 20 + width / 2 } };
}

const plain = (text: string, y: number): TextLine => aLine(text, 20, y);

function vendorOf(...lines: TextLine[]): string | undefined {
  const layout = layOut({ width: 620, height: 600, quarterTurns: 0, lines });
  const printed = headerLines(layout);
  return findVendor(printed, layout.lineHeight, findAddress(printed, 20))?.text;
}

describe('findVendor', () => {
  it('joins a name that is set in wide letters over several lines', () => {
    const name = vendorOf(
      wide('ASTER AND BIRCH', 20),
      wide('HARDWARE (NORTH', 44),
      wide('SHORE) CO LTD', 68),
      plain('17 Harbour Road', 98),
      plain('London SW1A 1AA', 122),
      plain('Tel 020 7946 0958', 146),
      plain('Paint 12.00', 190),
      plain('Total 12.00', 220),
    );

    expect(name).toBe('ASTER AND BIRCH HARDWARE (NORTH SHORE) CO LTD');
  });

  it.each([
    ['C&A', 'Hose 21,00', 'Summe 21,00 EUR'],
    ['CVS', 'Aspirin 4.99', 'Total $4.99'],
    ['GS25', 'Bread 2,400', 'Total 2,400'],
  ])('takes a short name, and no good with its amount: %s', (name, good, sum) => {
    expect(vendorOf(plain(name, 20), plain('12.11.2026', 50), plain(good, 80), plain(sum, 110))).toBe(name);
  });

  it('leaves a line of usual letters above the name to itself', () => {
    const name = vendorOf(
      plain('Good day to you', 20),
      wide('ASTER HARDWARE', 44),
      wide('CO LTD', 68),
      plain('17 Harbour Road', 98),
      plain('London SW1A 1AA', 122),
      plain('Paint 12.00', 190),
      plain('Total 12.00', 220),
    );

    expect(name).toBe('ASTER HARDWARE CO LTD');
  });

  it('takes the first line of a page for the name where it reads like an address, and no label below it', () => {
    const name = vendorOf(
      plain('Northgate Garage Park 2', 20),
      plain('Lot 12', 50),
      plain('3 Station Road', 80),
      plain('Leeds LS1 4DY', 110),
      plain('TICKET NUMBER', 200),
      plain('57381', 230),
      plain('Total 50.00', 300),
    );

    expect(name).toBe('Northgate Garage Park 2');
  });
});
