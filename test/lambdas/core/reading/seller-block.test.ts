import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { anUntaggedPage, type RowsOf } from './placed-page.ts';

/** The vendor of a page on which a service tagged `tagged` as such. */
function vendorOf(rows: RowsOf, tagged: string) {
  const page = anUntaggedPage(rows);
  const SummaryFields = [
    { Type: { Text: 'VENDOR_NAME', Confidence: 98 }, ValueDetection: { Text: tagged, Confidence: 98 }, PageNumber: 1 },
  ];
  return structureExpense([{ ...page, SummaryFields }], { locale: 'de-DE', today: '2026-11-29', currency: 'EUR' })
    .vendor;
}

describe('the seller in a form', () => {
  it.each([
    ['Verkäufer', 'Name:', 'Anschrift:', 'Käufer'],
    ['Seller', 'Name:', 'Address:', 'Buyer'],
    ['Vendeur', 'Raison sociale :', 'Adresse :', 'Client'],
    ['Verkoper', 'Naam:', 'Adres:', 'Koper'],
  ])('is the name below "%s" beside "%s", not a label that was tagged', (seller, name, address, buyer) => {
    const rows = [
      ['Invoice 4410'],
      ['Currency:', 'EUR'],
      [seller],
      ['Nummer:', '3310'],
      [name, 'Ulmen-Autohaus'],
      [address, 'Ringstraße 9'],
      ['', '20095 Hamburg'],
      [buyer],
      [name, 'Birke Versand GmbH'],
      [address, 'Seeweg 4'],
    ];

    expect(vendorOf(rows, 'Currency')).toMatchObject({ name: 'Ulmen-Autohaus' });
  });

  it('may be set in two lines', () => {
    const rows = [
      ['Rechnung 4410'],
      ['Verkäufer'],
      ['', 'ULM Ulmener'],
      ['Name:', 'Feuerversicherungsverein a.G.'],
      ['Anschrift:', 'Ringstraße 9'],
      ['Käufer'],
      ['Name:', 'Jo Birke'],
    ].map((row) => row.map((text) => text));

    expect(vendorOf(rows, 'Rechnung')?.name).toContain('Feuerversicherungsverein a.G.');
  });

  it('is the first name of the block, after its numbers', () => {
    const rows = [
      ['WARENRECHNUNG'],
      ['Verkäufer:'],
      ['Globale Nummer: 4399902000005 (GLN)'],
      ['Ulmen-Autohaus'],
      ['Ringstraße 9'],
      ['DE 20095 Hamburg'],
      ['Käufer:'],
      ['BIRKE VERSAND GMBH'],
      ['Seeweg 4'],
    ];

    expect(vendorOf(rows, 'WARENRECHNUNG')).toMatchObject({ name: 'Ulmen-Autohaus' });
  });

  it('is no member of the staff', () => {
    const rows = [
      ['Möbel Ulme'],
      ['Rechnung 4410'],
      ['Verkäufer'],
      ['Jo Birke'],
      ['Kunde'],
      ['Kim Buche'],
      ['Seeweg 4'],
      ['20095 Hamburg'],
      ['Stuhl 48,00'],
      ['Summe 48,00'],
    ];

    expect(vendorOf(rows, 'Möbel Ulme')).toMatchObject({ name: 'Möbel Ulme' });
  });
});
