import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../support/booked-page.ts';

const bill = (lines: string, total: string) => `Northwind Services
12 High Street
Invoice 118
Date: 12/11/2026
${lines}
${total}`;

describe('goods with a date of their own', () => {
  it.each([
    ['before the name', '05/10/2026 Translation            100.00\n12/10/2026 Proofreading           60.00'],
    ['with a time', '2026-10-05 08:12 Alverca            100.00\n2026-10-12 08:15 Alverca             60.00'],
    ['behind the name', 'Lesson 05/10/2026                 100.00\nLesson 12/10/2026                  60.00'],
    ['as the end of something', 'Rabies vaccine exp 11/2029        100.00\nExam                               60.00'],
    ['without a year', '05.10. Beratung                   100.00\n12.10. KG Einzel                   60.00'],
    ['that may be times', '05/10/2026 Translation             20.50\n12/10/2026 Proofreading            12.40'],
  ])('come to the total: %s', (_, lines) => {
    const total = lines.includes('20.50') ? '32.90' : '160.00';

    expect(outcomeOf(bill(lines, `Total GBP                         ${total}`), 'en-GB', 'GBP')).toBe(`${total} GBP`);
  });

  it('are called what stands beside the date', () => {
    const page = bill('05/10/2026 Translation            100.00', 'Total GBP                         100.00');

    expect(bookedPages([page], { locale: 'en-GB', currency: 'GBP' }).lineItems).toMatchObject([
      { description: 'Translation', amount: { amountMinor: 10000 } },
    ]);
  });

  it('do not confirm another total', () => {
    const lines = '05/10/2026 Translation            100.00\n12/10/2026 Translation             60.00';

    expect(outcomeOf(bill(lines, 'Total GBP                         190.00'), 'en-GB', 'GBP')).toBe('review');
  });

  it.each([
    '12.11.2026 Kasse 3                 14.20',
    'Datum 12.11.2026 Zeit              14.20',
    '12.11.2026 Anna                    14.20',
  ])('are no head of a receipt: %s', (head) => {
    const page = `Elm Corner\n10115 Berlin\n${head}\nBrot                              6,00\nKaffee                            5,50\nSumme EUR                        11,50`;
    const { lineItems } = bookedPages([page], { locale: 'de-DE', currency: 'EUR' });

    expect(lineItems.map(({ amount }) => amount?.amountMinor)).toEqual([600, 550]);
    expect(outcomeOf(page, 'de-DE', 'EUR')).toBe('11.50 EUR');
  });
});

describe('goods and a tax that is printed only as a rate', () => {
  const quote = (rate: string, total: string) => `Malermeister Kunz
04103 Leipzig
12.11.2026
Streichen                        120,00
Anfahrt                           80,00
${rate}
Gesamtbetrag                     ${total} €`;

  it('come to the total', () => {
    expect(outcomeOf(quote('zzgl. 19 % MwSt.', '238,00'), 'de-DE', 'EUR')).toBe('238.00 EUR');
  });

  it('come to no other one', () => {
    expect(outcomeOf(quote('zzgl. 19 % MwSt.', '228,00'), 'de-DE', 'EUR')).toBe('review');
    expect(outcomeOf(quote('zzgl. 7 % MwSt.', '238,00'), 'de-DE', 'EUR')).toBe('review');
  });
});

describe('the day of goods', () => {
  const lessons = (head: string) =>
    outcomeOf(
      `Northwind Music\n10115 Berlin\n${head}\n05.10.2026 Klavier                100,00\n12.10.2026 Klavier                 60,00\nSumme EUR                         160,00`,
      'de-DE',
      'EUR',
    );

  it('is not taken for that of a bill without one', () => {
    expect(lessons('Rechnung 118')).toBe('review');
  });

  it('is beside the matter where the bill has its own', () => {
    expect(lessons('Rechnungsdatum 02.11.2026')).toBe('160.00 EUR');
  });

  it('is the day of the purchase where there is no other', () => {
    const page =
      'City Taxi\n10115 Berlin\n12.11.2026 Fahrt Mitte             20,00\n12.11.2026 Fahrt Nord              11,50\nSumme EUR                         31,50';

    expect(outcomeOf(page, 'de-DE', 'EUR')).toBe('31.50 EUR');
  });
});
