import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../../lambdas/core/reading/country-evidence.ts';
import { findLocalMeans } from '../../../../lambdas/core/reading/means-of-payment.ts';
import { outcomeOf } from '../../../support/booked-page.ts';

const page = (...below: readonly string[]) => `Bistro 21
14/11/2026
Pie  35.00
Tea  15.00
${below.join('\n')}`;

describe('no sign, and a means of payment of other countries', () => {
  it.each([
    ['Twint 37,00', 'CH'],
    ['TWINT', 'CH'],
    ['Paid by Twint', 'CH'],
    ['Betalt med Vipps 80,00', 'NO'],
    ['Swish 80,00', 'SE'],
    ['MobilePay 12,40', 'DK'],
    ['Pix R 60,00', ''],
    ['PIX 60,00', 'BR'],
    ['UPI 500.00', 'IN'],
    ['Alipay 50.00', 'CN'],
    ['BLIK 20,00', 'PL'],
    ['Bizum 20,00', 'ES'],
    ['iDEAL', 'NL'],
    ['MB WAY 10,00', 'PT'],
    ['PayNow 8.00', 'SG'],
    ['NETS 8.00', 'SG'],
    ['FPS 120.0', 'HK'],
    ['PromptPay 150.00', 'TH'],
    ['M-PESA 800.00', 'KE'],
    ['QRIS 45.000', 'ID'],
    ['GCash 150.00', 'PH'],
    ["Touch 'n Go 12.00", 'MY'],
    ['PayPay 1,200', 'JP'],
    ['KakaoPay 12,000', 'KR'],
    ['Interac 11.30', 'CA'],
    ['EFTPOS 11.30', 'AU'],
    ['Octopus Salat 35,00', ''],
    ['Swish Hotel', ''],
    ['Nets and ropes 8.00', ''],
    ['Visa 8.00', ''],
  ])('knows where it is paid with: %s', (row, country) => {
    expect(findLocalMeans([row])[0]?.countries[0] ?? '').toBe(country);
  });

  it.each([
    ['Twint  50.00', 'de-DE', 'EUR'],
    ['Swish  50.00', 'de-DE', 'EUR'],
    ['Pix  50.00', 'es-ES', 'EUR'],
    ['UPI  50.00', 'en-GB', 'GBP'],
    ['Alipay  50.00', 'en-US', 'USD'],
    ['Octopus  50.00', 'de-DE', 'EUR'],
  ])('is asked about: %s for %s', (paid, locale, currency) => {
    expect(outcomeOf(page('Total  50.00', paid), locale, currency)).toBe('review');
  });

  it.each([
    ['Twint  50.00', 'de-CH', 'CHF'],
    ['Venmo  50.00', 'en-US', 'USD'],
    ['UPI  50.00', 'en-IN', 'INR'],
    ['PayNow  50.00', 'en-SG', 'SGD'],
    ['Visa  50.00', 'en-GB', 'GBP'],
  ])("is the plan's at home: %s for %s", (paid, locale, currency) => {
    expect(outcomeOf(page('Total  50.00', paid), locale, currency)).toBe(`50.00 ${currency}`);
  });
});

describe('no sign, and words of other countries', () => {
  it.each([
    ['a tax', page('Total  50.00', 'VAT 20% included  8.33'), 'en-US', 'USD'],
    ['the number of a tax', page('VAT Reg 123456789', 'Total  50.00'), 'en-US', 'USD'],
    ['Scandinavian', page('Totalt  50.00', 'Kort  50.00'), 'de-DE', 'EUR'],
    ['Icelandic', page('SAMTALS  50.00'), 'en-US', 'USD'],
    ['Estonian', page('KOKKU  50.00'), 'en-US', 'USD'],
    ['Lithuanian', page('MOKĖTI  50.00'), 'en-US', 'USD'],
    ['Vietnamese', page('Tổng cộng  50.00'), 'en-US', 'USD'],
    ['Dutch', page('Totaal  50.00'), 'en-GB', 'GBP'],
    ['Ukrainian', page('Усього  50.00', 'Сільпо'), 'de-DE', 'EUR'],
    ['Russian', page('Всего  50.00', 'Спасибо'), 'de-DE', 'EUR'],
    ['thousands', page('Total  50.000').replace('35.00', '35.000').replace('15.00', '15.000'), 'en-US', 'USD'],
    ['a country', page('Total  50.00').replace('Bistro 21', 'Bistro 21\nMalta'), 'en-GB', 'GBP'],
  ])('is asked about: %s', (_what, text, locale, currency) => {
    expect(outcomeOf(text, locale, currency)).toBe('review');
  });

  it.each([
    [['УНП 101234567'], 'de-DE', 'EUR', '50.00 BYN'],
    [['CIF RO11607939'], 'de-DE', 'EUR', '50.00 RON'],
    [['La Paz', 'NIT 1023149021'], 'es-ES', 'EUR', '50.00 BOB'],
  ] as const)('is that of the country whose tax is named: %j', (lines, locale, currency, expected) => {
    const text = page('Total  50.00').replace('14/11', `${lines.join('\n')}\n14/11`);
    expect(outcomeOf(text, locale, currency)).toBe(expected);
  });

  it('is that of Malaysia by the number of its goods and services tax', () => {
    expect(findCountry('GST ID : 001661886464')).toMatchObject({ countries: ['MY'], weight: 3 });
  });

  it('is that of Canada where both its taxes stand in rows of their own', () => {
    const text = page('TPS  2.50', 'TVQ  4.99', 'Total  57.49');
    expect(outcomeOf(text, 'fr-FR', 'EUR')).toBe('57.49 CAD');
  });

  it.each([
    ['en-GB', 'GBP'],
    ['en-US', 'USD'],
    ['de-DE', 'EUR'],
    ['en-AU', 'AUD'],
  ])("is the plan's on a bare paper for %s", (locale, currency) => {
    expect(outcomeOf(page('Total  50.00'), locale, currency)).toBe(`50.00 ${currency}`);
  });
});
