import { headingBefore, headingOf, leadsToDay, leadsToPaper } from 'printed-text/paper-heading';
import { describe, expect, it } from 'vitest';

describe('headingBefore', () => {
  it.each([
    'Handelsrechnung (380) Nr. 4711 vom',
    'Gutschrift (Selbst ausgestellte Rechnung) (389) Nr. 4711 vom',
    'Rechnung des Versicherers Nr. 4711 vom',
    'Rechnungskorrektur Nr. 4711 vom',
    'Honorarnote Nr. 4711 vom',
    'Rechnung Nr. 4711 /',
    'Invoice No. 4711 dated',
    'Commercial Invoice No. 4711,',
    'Invoice # 4711 issued at',
    'Credit Note No. 4711 of',
    'Facture n° 4711 du',
    'Facture N° 4711 en date du',
    'Avoir n° 4711 du',
    'Fattura n. 4711 del',
    'Nota di credito n. 4711 del',
    'Factura núm. 4711 de fecha',
    'Fatura n.º 4711 de',
    'Factuur nr. 4711 d.d.',
    'Creditnota nr. 4711 van',
    'Faktura VAT nr 4711 z dnia',
    'Faktura korygująca nr 4711 z dnia',
    'Faktura č. 4711 ze dne',
    'Faktúra - daňový doklad č. 4711 zo dňa',
    'Számla szám: 4711 kelt:',
    'Factura fiscală nr. 4711 din',
    'Račun br. 4711 od',
    'Račun št. 4711 z dne',
    'Faktura nr. 4711 af',
    'Faktura nr 4711 av den',
    'Lasku nro 4711, pvm',
    'Arve nr 4711 kuupäev',
    'Счёт № 4711 от',
    'Рахунок № 4711 від',
    'Τιμολόγιο αρ. 4711 της',
  ])('names the paper by its number: %s', (words) => {
    expect(headingBefore(words)?.number).toBe('4711');
  });

  it('tells a paper that takes something back from the one it is about', () => {
    expect(headingBefore('Gutschrift Nr. 12 vom')?.isCredit).toBe(true);
    expect(headingBefore('Facture d’avoir n° 12 du')?.isCredit).toBe(true);
    expect(headingBefore('Rechnung Nr. 12 vom')?.isCredit).toBe(false);
  });

  it.each([
    'Bestellung Nr. 4711 vom',
    'Lieferschein Nr. 4711 vom',
    'zu Rechnung Nr. 4711 vom',
    'your invoice no. 4711 of',
    'Rechnung zum Vertrag Nr. 4711 vom',
    'Rechnung vom',
    'Rechnung Nr. 119,00 vom',
    'Rechnung Nr. 4711 zahlbar bis',
    'Rechnung Nr. 4711 Leistungsdatum',
  ])('knows none in: %s', (words) => {
    expect(headingBefore(words)).toBeUndefined();
  });
});

describe('headingOf', () => {
  it('finds the number with the day behind it, or alone', () => {
    expect(headingOf('Rechnungskorrektur (384) Nr. RK21012345 vom 16.09.2018')).toEqual({
      number: 'RK21012345',
      isCredit: true,
      hasDay: true,
    });
    expect(headingOf('Fatura n.º FT 2026/4711')).toEqual({ number: 'FT 2026/4711', isCredit: false, hasDay: false });
    expect(headingOf('Rechnung des Versicherers Nr. 00.123-1 vom')).toMatchObject({ number: '00.123-1', hasDay: true });
  });
});

it('knows where a line breaks off before a day or the name of a paper', () => {
  expect(leadsToDay('überweisen Sie bitte bis zum')).toBe(true);
  expect(leadsToDay('Rechnung Nr. 12 vom')).toBe(true);
  expect(leadsToDay('Rechnung Nr. 12')).toBe(false);
  expect(leadsToPaper('Gutschrift zu unserer')).toBe(true);
  expect(leadsToPaper('Gutschrift')).toBe(false);
});
