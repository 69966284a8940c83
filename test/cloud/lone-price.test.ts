import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../support/booked-page.ts';

const slip = (lines: string, date = '12/11/2026 09:12') => `Northwind\nMain Street\n${date}\n${lines}`;

describe('the only amount of a paper', () => {
  it.each([
    ['Fare                      £18.40', 'en-GB', 'GBP', '18.40'],
    ['Toll paid                 £6.50', 'en-GB', 'GBP', '6.50'],
    ['Gift amount:              £50.00', 'en-GB', 'GBP', '50.00'],
    ['Preis                     2,60 EUR\nMwSt 7% enthalten         0,17', 'de-DE', 'EUR', '2.60'],
    ['Gebühr                    4,00 EUR\nMwSt 19%                  0,64', 'de-DE', 'EUR', '4.00'],
    ['Péage                     6,50 €\nTVA 20%                   1,08', 'fr-FR', 'EUR', '6.50'],
    ['Pedaggio                  6,50 EUR', 'it-IT', 'EUR', '6.50'],
    ['Precio                    2,40 €\nIVA 10% incluido          0,22', 'es-ES', 'EUR', '2.40'],
    ['Cena biletu               4,40 zł', 'pl-PL', 'PLN', '4.40'],
    ['Ücret                     44,00 TL', 'tr-TR', 'TRY', '44.00'],
    ['Стоимость проезда         65,00 руб.', 'ru-RU', 'RUB', '65.00'],
    ['金额                      ¥28.50', 'zh-CN', 'CNY', '28.50'],
  ])('is the total where its label says what one pays: %s', (lines, locale, currency, total) => {
    const date = locale === 'zh-CN' ? '2026年11月12日 09:12' : undefined;

    expect(outcomeOf(slip(lines, date), locale, currency)).toBe(`${total} ${currency}`);
  });

  it.each([
    ['a price of one', 'Fee                       £4.00 per hour'],
    ['a part of a bill', 'Call-out fee              £40.00'],
    ['one of two', 'Fare                      £18.40\nTip                       £2.00'],
    ['a fare beside a toll', 'Fare                      £18.40\nToll                      £2.00'],
    ['words that are not known', 'Kokonais                  £18.40'],
  ])('is none where it is %s', (_, lines) => {
    expect(outcomeOf(slip(lines), 'en-GB', 'GBP')).toBe('review');
  });
});
