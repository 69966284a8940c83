import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/textract/layout/page-layout.ts';
import { rankDates } from '../../../src/textract/tagger/choose-date.ts';
import { findDates } from '../../../src/textract/tagger/dates.ts';
import { aPage } from '../support/written-page.ts';

const dayOf = (text: string) => {
  const reading = findDates(text)[0]?.readings[0];
  return reading && [reading.year, reading.month, reading.day];
};

describe('findDates', () => {
  it.each([
    ['2018-03-04', [2018, 3, 4]],
    ['31.12.2017', [2017, 12, 31]],
    ['25/12/17', [2017, 12, 25]],
    ['5 Mar 2020', [2020, 3, 5]],
    ['19 april 2014', [2014, 4, 19]],
    ['7. Mai 2014', [2014, 5, 7]],
    ['12 août 2021', [2021, 8, 12]],
    ['3 de marzo de 2022', [2022, 3, 3]],
    ['August 3, 2014', [2014, 8, 3]],
    ['2019年10月1日', [2019, 10, 1]],
    ['18/01/201810:27:03', [2018, 1, 18]],
  ])('reads %s', (text, day) => {
    expect(dayOf(text)).toEqual(day);
  });

  it.each([
    ['25/122017', '25/12/2017'],
    ['250412017', '25/04/2017'],
    ['25112/2017', '25/12/2017'],
    ['20180304', '2018-03-04'],
    ['27 032018', '27/03/2018'],
  ])('writes the damaged %s anew', (text, printed) => {
    expect(findDates(text)[0]?.text).toBe(printed);
  });

  it('leaves both readings open where day and month may be exchanged', () => {
    expect(findDates('04/05/2019')[0]?.readings).toHaveLength(2);
    expect(findDates('14/05/2019')[0]?.readings).toHaveLength(1);
  });

  it.each(['31/02/2019', '12.50', '1234567', '192.168.1.10', '99/99/2019'])('sees no date in %s', (text) => {
    expect(findDates(text)).toEqual([]);
  });
});

describe('rankDates', () => {
  const best = (rows: string[]) => rankDates(layOut(aPage(rows)), 2026)[0]?.text;

  it('prefers a date with a label to one that is due', () => {
    expect(best(['Due date: 15/04/2023', 'Invoice date: 20/03/2023'])).toBe('20/03/2023');
  });

  it('prefers the day of issue to the last day to pay', () => {
    expect(best(['Data de emissão: 2024-03-12', 'Data limite de pagamento: 2024-04-05'])).toBe('2024-03-12');
  });

  it('prefers the date with a time to the date of a promotion', () => {
    expect(best(['Promo valid until 31/12/2018', 'Cashier 3 18/10/2018 14:22'])).toBe('18/10/2018');
  });

  it('finds none on a page without one', () => {
    expect(best(['Corner shop', 'Total | 3.00'])).toBeUndefined();
  });
});
