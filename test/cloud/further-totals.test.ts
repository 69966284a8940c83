import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../support/booked-page.ts';

const WIDE = 40;
/** Labels on the left and amounts in a column on the right, where two blanks stand between them. */
const inColumns = (lines: string) => lines.replace(/^(.*?) {2}(?=\S+$)/gm, (label) => label.padEnd(WIDE));
const slip = (lines: string, date = '12/11/2026 09:12') => `Corner Cafe\nMain Street\n${date}\n${inColumns(lines)}`;
const english = (lines: string) => outcomeOf(slip(lines), 'en-GB', 'GBP');

describe('a total that leads on to another one', () => {
  it.each([
    [
      'what was rounded up',
      'Lunch  9.60\nTotal  9.60\nCharity round up  0.40\nTotal to pay  10.00\nVisa  10.00',
      '10.00',
    ],
    ['a surcharge', 'Lunch  20.00\nTotal  20.00\nPublic holiday surcharge 15%  3.00\nTotal payable  23.00', '23.00'],
    ['a tax', 'Lunch  100.00\nTotal  100.00\nVAT 20%  20.00\nTotal due  120.00', '120.00'],
  ])('is a subtotal, with %s between', (_, lines, total) => {
    expect(english(lines)).toBe(`${total} GBP`);
  });

  it.each([
    ['the former was paid', 'Lunch  20.00\nTotal  20.00\nDonation  5.00\nTotal to pay  25.00\nVisa  20.00'],
    ['words are not known and nothing was paid', 'Lunch  20.00\nTotal  20.00\nKokonais  5.00\nTotal to pay  25.00'],
    ['the difference is another', 'Lunch  20.00\nTotal  20.00\nSurcharge  3.00\nTotal payable  24.00'],
  ])('is none where %s', (_, lines) => {
    expect(['review', '20.00 GBP']).toContain(english(lines));
  });
});

describe('an amount on other terms', () => {
  const bill = (lines: string) => slip(`Service  900.00\nTotal  900.00\n${lines}`);

  it.each([
    ['Payable in 3 installments of 300.00', 'en-GB', 'GBP'],
    ['Zahlbar in 3 Monatsraten zu je 300,00', 'de-DE', 'EUR'],
    ['à payer en 3 mensualités de 300,00', 'fr-FR', 'EUR'],
  ])('is no second total: %s', (line, locale, currency) => {
    const page = locale === 'en-GB' ? bill(line) : bill(line).replaceAll('900.00', '900,00');

    expect(outcomeOf(page, locale, currency)).toBe(`900.00 ${currency}`);
  });

  it.each([
    'Payable in 4 installments of 300.00',
    'Payable now: the first of 3 installments 300.00',
  ])('may be one: %s', (line) => {
    expect(outcomeOf(bill(line), 'en-GB', 'GBP')).toBe('review');
  });

  const water = 'Water  80.00\nAmount due by 02/12/2026  80.00\nAmount due after 02/12/2026  88.00';

  it('is what those pay who pay late', () => {
    expect(english(water)).toBe('80.00 GBP');
    expect(['review', '88.00 GBP']).toContain(english(`${water}\nPaid  88.00`));
  });

  it('is not what is due after a discount', () => {
    expect(['review', '72.00 GBP']).toContain(
      english('Lamp  80.00\nTotal  80.00\nDiscount  -8.00\nTotal after discount  72.00'),
    );
  });
});

describe('what was saved', () => {
  const till = 'Coffee  6.00\nBread  4.00\nClubcard saving  -2.00\nTOTAL  8.00\nTotal savings  2.00\n';

  it('explains what it would have been', () => {
    expect(english(`${till}Price without Clubcard  10.00`)).toBe('8.00 GBP');
  });

  it('explains no other amount', () => {
    expect(english(`${till}Kokonais  11.00`)).toBe('review');
  });
});

describe('charges that add up', () => {
  it('are those of a delivery, with the tip of who brought it', () => {
    expect(
      english(
        'Pad Thai  12.00\nSpring rolls  8.00\nSubtotal  20.00\nDelivery fee  2.99\nService fee  3.01\nTax  1.50\nDasher tip  4.00\nTotal  31.50',
      ),
    ).toBe('31.50 GBP');
  });

  it('are a net and its tax in one row', () => {
    const fapiao = '*餐饮服务*餐费  100.00  6%  6.00\n合计  ¥100.00  ¥6.00\n价税合计 (小写)  ¥106.00';

    expect(outcomeOf(slip(fapiao, '2026年11月12日'), 'zh-CN', 'CNY')).toBe('106.00 CNY');
  });

  it('are the tax on meals in Colombia', () => {
    const page = slip('NIT 900.123.456-7 Bogotá\nBandeja paisa  $41.667\nImpoconsumo 8%  $3.333\nTotal  $45.000');

    expect(outcomeOf(page, 'es-CO', 'COP')).toBe('45000.00 COP');
  });
});
