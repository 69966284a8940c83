import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../support/booked-page.ts';

const booked = (...lines: readonly string[]) =>
  outcomeOf(['Muster Versicherung AG', 'Datum: 05.03.2026', ...lines].join('\n'), 'de-DE', 'EUR');

describe('a sum without tax', () => {
  it.each([
    ['Beitrag ohne Steuer', 'Versicherungsteuer 19 %', 'Jahresbeitrag'],
    ['Nettobeitrag', '19 % Versicherungssteuer', 'Bruttobeitrag'],
    ['Prime hors taxes', "Taxe d'assurance", 'Prime TTC'],
    ['Net premium', 'Insurance Premium Tax 19%', 'Annual premium'],
    ['Premie excl. assurantiebelasting', 'Assurantiebelasting 19%', 'Jaarpremie'],
    ['Gesamt ohne MwSt', 'MwSt 19 %', 'Rechnungsbetrag'],
    ['Totaal zonder btw', 'BTW 19 %', 'Totaal'],
    ['Total sin IVA', 'IVA 19 %', 'Total'],
    ['Totale senza IVA', 'IVA 19 %', 'Totale'],
  ])('with the tax below it gives the total: %s, %s, %s', (net, tax, total) => {
    expect(booked(`${net} 100,00 EUR`, `${tax} 19,00 EUR`, `${total} 119,00 EUR`)).toBe('119.00 EUR');
  });

  it('is not taken for the total where a good has the name of what an insurance asks for', () => {
    const lines = ['Beitrag 100,00', 'Beitrag ohne Steuer 100,00 EUR', 'Versicherungsteuer 19 % 19,00 EUR'];

    expect(booked(...lines, 'Jahresbeitrag 119,00 EUR')).toBe('119.00 EUR');
  });

  it('lets a fee of a year be one of several goods', () => {
    expect(booked('Jahresbeitrag 2026 60,00', 'Aufnahmegebühr 20,00', 'Gesamtbetrag 80,00 EUR')).toBe('80.00 EUR');
  });
});

it('asks about a total with what was owed before in it', () => {
  const lines = ['vierteljährlicher Beitrag 220,00 EUR', 'Ausstehende Forderung (Stand 04.03.2026) 220,00 EUR'];

  expect(booked(...lines, 'zu zahlender Beitrag 440,00 EUR')).toBe('review');
});

it('goes by the currency of the invoice and not by the one that the tax is booked in', () => {
  const lines = ['Rechnungswährung: GBP', 'Währung der Umsatzsteuerbuchung: EUR', 'Rohre 100,00'];

  expect(booked(...lines, 'Summe ohne USt. 100,00', 'USt 19 % 19,00', 'Bruttosumme 119,00')).toBe('119.00 GBP');
});

it('asks about a total in a currency that is no more', () => {
  expect(booked('Fernseher 100,00', 'Total Amount (DEM) 100,00')).toBe('review');
  expect(booked('Fernseher 100,00', 'Total Amount (EUR) 100,00')).toBe('100.00 EUR');
});
