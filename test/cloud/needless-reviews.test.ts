import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../support/booked-page.ts';

const head = 'Elm Corner\nHauptstr. 12, 10115 Berlin\n12.11.2026 14:20\n';
const german = (line: string) => `${head}Brot                     6,00
Kaffee                   5,50
Summe EUR                11,50
${line}`;

describe('a tax that is printed only as a rate', () => {
  it.each([
    ['inkl. 19 % MwSt', german('inkl. 19 % MwSt')],
    ['inkl. 19,00 % MwSt', german('inkl. 19,00 % MwSt')],
    ['enth. MwSt 7,0%', german('enth. MwSt 7,0%')],
  ])('leaves the total as it is: %s', (_, page) => {
    expect(outcomeOf(page, 'de-DE', 'EUR')).toBe('11.50 EUR');
  });

  const invoice = (subtotal: string, tax: string, total: string) => `Northwind Services Ltd
Invoice No. 2026-118
Date: 12 November 2026
${subtotal}               £2,000.00
${tax}
${total}                  £2,400.00`;

  it.each([
    ['Subtotal', 'VAT (20%)', 'Total'],
    ['Net total', 'VAT @ 20%', 'Total due'],
    ['Sub-Total', 'VAT 20.0 %', 'Grand Total'],
  ])('explains what the total has more than %s', (subtotal, tax, total) => {
    expect(outcomeOf(invoice(subtotal, tax, total), 'en-GB', 'GBP')).toBe('2400.00 GBP');
  });

  it('explains no other difference', () => {
    expect(outcomeOf(invoice('Subtotal', 'VAT (5%)', 'Total'), 'en-GB', 'GBP')).toBe('review');
  });
});

describe('words about when a tax falls due', () => {
  const facture = (line: string) => `Menuiserie Luc SARL
12 rue Haute, 69001 Lyon
Facture N° 2026-118
Date : 12/11/2026
Porte                    1 000,00 €
Total HT                 1 000,00 €
${line}
Total TTC                1 200,00 €`;

  it.each([
    'TVA payée sur les débits 20 %     200,00 €',
    'T.V.A. acquittée sur les débits   200,00 €',
    'T.V.A. payée sur les encaissements   200,00 €',
    "TVA 20 % d'après les débits       200,00 €",
  ])('are no payment: %s', (line) => {
    expect(outcomeOf(facture(line), 'fr-FR', 'EUR')).toBe('1200.00 EUR');
  });
});

describe('opening hours', () => {
  it.each([
    'Mo-Fr 8.00 - 20.00',
    '9.00-20.00',
    'Mo.-Sa. 7.00 - 22.00 Uhr',
    'Mon-Sat 09.00-21.00',
    'Lun-Ven 9.00 - 13.00  15.30 - 19.30',
    'Horaires : 9.00 à 19.30',
    'ma-vr 09.00-18.00',
    'Mo - Fr  8,00 - 20,00 Uhr',
  ])('are no goods, above them and below: %s', (hours) => {
    const above = `Elm Corner\nHauptstr. 12, 10115 Berlin\n${hours}\n12.11.2026 14:20\nBrot                     6,00\nKaffee                   5,50\nSumme EUR                11,50`;
    const amounts = (page: string) =>
      bookedPages([page], { locale: 'de-DE', currency: 'EUR' }).lineItems.map(({ amount }) => amount?.amountMinor);

    expect(outcomeOf(above, 'de-DE', 'EUR')).toBe('11.50 EUR');
    expect(amounts(above)).toEqual([600, 550]);
    expect(outcomeOf(german(hours), 'de-DE', 'EUR')).toBe('11.50 EUR');
  });
});

describe('one bill in parts', () => {
  const top = 'Northwind GmbH\nRechnung\nDatum: 12.11.2026\n';

  it.each([
    ['Übertrag', 'Übertrag'],
    ['Carried forward', 'Brought forward'],
    ['À reporter', 'Report'],
    ['Suma y sigue', 'Suma anterior'],
    ['A riportare', 'Riporto'],
  ])('counts what is carried to the next page once: %s', (below, above) => {
    const first = `${top}Beratung                 1.000,00 €\nReise                    200,00 €\n${below}                 1.200,00 €`;
    const second = `${top}${above}                 1.200,00 €\nHotel                    300,00 €\nTotal                    1.500,00 €`;

    expect(outcomeOf([first, second], 'de-DE', 'EUR')).toBe('1500.00 EUR');
  });

  const section = (name: string, ...amounts: readonly string[]) =>
    `${top}${amounts.map((amount, index) => `${name} ${'AB'[index]}                 ${amount} €`).join('\n')}`;

  it('is one expense where a page has the sum of the others', () => {
    const cover = `${top}Mobilfunk                30,00 €\nFestnetz                 25,00 €\nRechnungsbetrag          55,00 €`;
    const mobile = `${section('Tarif', '20,00', '10,00')}\nSumme Mobilfunk          30,00 €`;
    const line = `${section('Anschluss', '15,00', '10,00')}\nSumme Festnetz           25,00 €`;

    expect(outcomeOf([cover, mobile, line], 'de-DE', 'EUR')).toBe('55.00 EUR');
  });

  it('is asked about where the pages are receipts of their own', () => {
    const one = `${head}Brot                     6,00\nKaffee                   5,50\nSumme EUR                11,50`;
    const two = one.replace('Elm Corner', 'Lidl').replaceAll('6,00', '3,00').replace('11,50', '8,50');
    const three = one.replace('12.11.', '13.11.').replaceAll('6,00', '1,00').replace('11,50', '6,50');

    expect(outcomeOf([one, two], 'de-DE', 'EUR')).toBe('review');
    expect(outcomeOf([one, two, three], 'de-DE', 'EUR')).toBe('review');
  });
});

describe('amounts that were read beside words that were not', () => {
  const page = `123 456
2026-11-12 14:20
ಕಾಫಿ ಮತ್ತು ಕೇಕ್               ₹60.00
ಹಣ್ಣುಗಳು ಮತ್ತು ತರಕಾರಿ               ₹40.00
ಪಾವತಿಸಬೇಕಾದುದು                ₹100.00`;

  it('are counted, and their script is named', () => {
    const { status, reasons } = bookedPages([page], { locale: 'en-IN', currency: 'INR' });
    const [{ message = '' } = {}] = reasons;

    expect(status).toBe('needs_review');
    expect(message).toContain('3 amounts were read');
    expect(message).toContain('Kannada');
    expect(message).not.toContain('picture');
  });
});

describe('an amount beside the one to pay', () => {
  it('is none where it is what those pay who pay late', () => {
    const bill = (label: string) => `Prairie Power
Statement date 11/12/2026
Current charges          $80.00
Amount due               $80.00
${label}                 $88.00`;

    expect(outcomeOf(bill('After 12/02/2026 pay'), 'en-US', 'USD')).toBe('80.00 USD');
    expect(outcomeOf(bill('Zzgl qwert'), 'en-US', 'USD')).toBe('review');
  });

  it('may be a credit note that is taken off', () => {
    const invoice = `Oak Home
Invoice 771
12/11/2026
Lamp                     84.00
Less credit note 4471    -20.00
Total                    64.00`;

    expect(outcomeOf(invoice, 'en-US', 'USD')).toBe('64.00 USD');
  });
});
