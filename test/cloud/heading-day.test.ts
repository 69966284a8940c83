import { describe, expect, it } from 'vitest';
import { bookedPages } from '../support/booked-page.ts';

/** An invoice of a few lines, with what is asked of its head. */
const read = (...head: readonly string[]) => {
  const page = [
    'Brenner Heiztechnik GmbH',
    'Ofenweg 4, 80333 München',
    ...head,
    'Heizung 100,00',
    'Netto 100,00 EUR',
    'USt 19 % 19,00 EUR',
    'Gesamtbetrag 119,00 EUR',
  ].join('\n');
  const { status, purchasedOn, invoiceNumber } = bookedPages([page], { locale: 'de-DE', currency: 'EUR' });
  return { status, purchasedOn, invoiceNumber };
};
const booked = { status: 'completed', purchasedOn: '2026-03-05', invoiceNumber: '4711' };

describe('the day in the heading of a paper', () => {
  it.each([
    ['a day of delivery', 'Liefer- und Leistungsdatum: 01.02.2026'],
    ['what it goes back to', 'Rechnung gemäß Taxifahrt vom 01.02.2026'],
    ['an offer', 'Rechnung gemäß Angebot Nr. 77 vom 01.02.2026'],
    ['the edition of its form', 'ZUGFeRD-Version: 2.1 vom 01.02.2026'],
    ['a day in a sentence', 'Wir haben am 01.02.2026 bei Ihnen gearbeitet.'],
    ['the last day of a discount', 'Zahlbar netto bis 04.04.2026, 3% Skonto innerhalb 10 Tagen bis 15.03.2026'],
    ['days in a row', 'An folgenden Terminen: 11.02.2026; 14.02.2026; 19.02.2026'],
  ])('wins over %s', (_, other) => {
    expect(read(other, 'Handelsrechnung (380) Nr. 4711 vom 05.03.2026')).toEqual(booked);
    expect(read('Handelsrechnung (380) Nr. 4711 vom 05.03.2026', other)).toEqual(booked);
  });

  it.each([
    'Commercial Invoice No. 4711 dated 5 March 2026',
    'Facture n° 4711 du 05/03/2026',
    'Fattura n. 4711 del 05/03/2026',
    'Factura núm. 4711 de fecha 05/03/2026',
    'Factuur nr. 4711 d.d. 05-03-2026',
    'Faktura nr 4711 z dnia 05.03.2026',
    'Faktúra č. 4711 zo dňa 5.3.2026',
    'Račun br. 4711 od 05.03.2026',
    'Lasku nro 4711, pvm 5.3.2026',
    'Счёт № 4711 от 05.03.2026',
    'Рахунок № 4711 від 05.03.2026',
    'Számla szám: 4711 kelt: 2026.03.05',
    'Honorarnote Nr. 4711 vom 05.03.2026',
  ])('wins over another day in running text: %s', (heading) => {
    expect(read('Wir haben am 01.02.2026 bei Ihnen gearbeitet.', heading)).toEqual(booked);
  });

  it('is not the number before it, which looks like a day', () => {
    expect(read('Faktura VAT nr 12/03/2026 z dnia 05.03.2026')).toEqual({ ...booked, invoiceNumber: '12/03/2026' });
  });

  it('may begin the next line', () => {
    expect(read('Rechnung des Versicherers Nr. 4711 vom', '05.03.2026', 'Version: 2.1 vom 01.02.2026')).toEqual(booked);
  });

  it('is not that of a paper which the words before refer to', () => {
    expect(read('Datum: 05.03.2026', 'zu unserer', 'Rechnung Nr. 4711 vom 01.02.2026')).toEqual(booked);
  });

  it('is not that of the invoice which a credit note is about', () => {
    const head = ['Gutschrift Nr. 4711 vom 05.03.2026', 'Rechnung Nr. 12 vom 01.02.2026'];

    expect(read(...head)).toMatchObject({ purchasedOn: '2026-03-05', invoiceNumber: '4711' });
  });

  it('is asked about where another heading or a word for the day says otherwise', () => {
    const one = 'Rechnung Nr. 4711 vom 05.03.2026';

    expect(read(one, 'Rechnung Nr. 4712 vom 06.03.2026').status).toBe('needs_review');
    expect(read(one, 'Datum: 07.03.2026').status).toBe('needs_review');
  });
});

describe('days that are not the one of a paper', () => {
  it('are asked about where there is no other', () => {
    expect(read('Rechnung Nr. 4711', 'Version 2.1 vom 05.03.2026').status).toBe('needs_review');
    expect(read('Rechnung Nr. 4711', '3% Skonto innerhalb 10 Tagen bis 15.03.2026').status).toBe('needs_review');
    expect(read('Rechnung Nr. 4711', 'Termine: 03.02.2026; 04.02.2026; 05.02.2026').status).toBe('needs_review');
  });
});
