import { describe, expect, it } from 'vitest';
import { repairHeader } from '../../../src/textract/tagger/header-repair.ts';

describe('repairHeader', () => {
  it.each([
    ['the blank behind a postcode', '81750JOHOR BAHRU', '81750 JOHOR BAHRU'],
    ['the blank behind a postcode further on', 'Ringstr. 8, 50667Köln', 'Ringstr. 8, 50667 Köln'],
    ['the blank before a house number', 'Kerkstraat9 Utrecht', 'Kerkstraat 9 Utrecht'],
    ['a floor', 'Lot 7, 1st Fir, Paradigm Mall', 'Lot 7, 1st Flr, Paradigm Mall'],
    ['letters inside a number', '12, Jalan 7/ ll8B', '12, Jalan 7/ 118B'],
    ['digits inside a word', '5 STATI0N R0AD', '5 STATION ROAD'],
    ['a legal form', 'AMANO MALAYSIA SON BHD', 'AMANO MALAYSIA SDN BHD'],
  ])('puts %s right', (_what, printed, expected) => {
    expect(repairHeader(printed)).toBe(expected);
  });

  it.each([
    ['a legal form that resembles another', 'WS Retail Services Pvt. Ltd.'],
    ['a code', '2811ABC'],
    ['a British postcode', 'London SW1A 1AA'],
    ['a year in a name', 'Studio 1990s'],
  ])('leaves %s', (_what, printed) => {
    expect(repairHeader(printed)).toBe(printed);
  });
});
