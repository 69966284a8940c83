import { toExpenseDocument } from 'laptop-cloud/textract/response/expense-document';
import { tagPage } from 'laptop-cloud/textract/tagger/tag-page';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../lambdas/core/reading/structure-expense.ts';
import { outcomeOf } from '../support/booked-page.ts';
import { aTypedPage } from '../support/typed-page.ts';

const head = 'Ulmen GmbH\nRingstraße 9\n20095 Hamburg\nRechnung 4410\n05.10.2026';

function dayOf(text: string) {
  const page = aTypedPage(text);
  const document = toExpenseDocument(page, tagPage(page, 2026), 1, 'seed');
  const { status, purchasedOn } = structureExpense([document], {
    locale: 'de-DE',
    currency: 'EUR',
    today: '2026-11-29',
  });
  return status === 'completed' ? purchasedOn : 'review';
}

describe('a total with the tax on top', () => {
  it.each([
    [
      'de-DE',
      `${head}\nHausrat 50,00 EUR\nGesamtbeitrag 50,00 EUR\nVersicherungsteuer 19 % 9,50 EUR\nRechnungsbeitrag 59,50 EUR`,
      '59.50 EUR',
    ],
    [
      'de-DE',
      `${head}\nGebäude 200,00 EUR\nGesamtbeitrag 200,00 EUR\nVersicherungsteuer zur Gebäudeversicherung 32,68 EUR\nRechnungsbetrag 232,68 EUR`,
      '232.68 EUR',
    ],
    [
      'en-GB',
      'Elm Corner Ltd\n12 High Street\nInvoice 4410\n05 October 2026\nDesign EUR 160.00\nPrint EUR 40.00\nNet total: EUR 200.00\nVAT total: EUR 38.00\nDue payable: EUR 238.00',
      '238.00 EUR',
    ],
    [
      'fr-FR',
      'Orme SARL\n9 rue du Port\nFacture 4410\n05/10/2026\nChaise 100,00 EUR\nTotal 100,00 EUR\nTVA 20 % 20,00 EUR\nNet à payer 120,00 EUR',
      '120.00 EUR',
    ],
    [
      'es-ES',
      'Olmo S.L.\nCalle Mayor 9\nFactura 4410\n05/10/2026\nSilla 200,00 EUR\nTotal 200,00 EUR\nIVA 21 % 42,00 EUR\nTotal a pagar 242,00 EUR',
      '242.00 EUR',
    ],
  ])('is the larger one (%s)', (locale, page, expected) => {
    expect(outcomeOf(page, locale, 'EUR')).toBe(expected);
  });

  it('is asked about where the sum is another', () => {
    const page = `${head}\nHausrat 50,00 EUR\nGesamtbeitrag 50,00 EUR\nVersicherungsteuer 9,50 EUR\nRechnungsbeitrag 59,80 EUR`;

    expect(outcomeOf(page, 'de-DE', 'EUR')).toBe('review');
  });

  it('is no total that has the tax in it', () => {
    const page = `${head}\nStuhl 119,00 EUR\nSumme 119,00 EUR\ninkl. MwSt 19 % 19,00 EUR\nKarte 119,00 EUR`;

    expect(outcomeOf(page, 'de-DE', 'EUR')).toBe('119.00 EUR');
  });
});

describe('a gross total with "inkl." in its label', () => {
  it.each([
    ['Rechnungssumme Netto (excl. USt.) 473,00', 'Rechnungssumme Brutto (inkl. USt.) 529,87'],
    ['Nettobetrag 473,00', 'Rechnungsbetrag inkl. USt. 529,87'],
  ])('is the total below "%s"', (net, gross) => {
    const page = `${head}\nPapier 198,00\nFarbe 275,00\n${net}\nUSt. 7% 275,00 19,25\nUSt. 19% 198,00 37,62\n${gross}\nBeträge in EUR`;

    expect(outcomeOf(page, 'de-DE', 'EUR')).toBe('529.87 EUR');
  });
});

describe('the day of a letter', () => {
  const body = 'Gebäude 200,00 EUR\nRechnungsbetrag 200,00 EUR';

  it.each([
    [
      'is not the one to pay in its text',
      `24. Oktober 2026\nder Beitrag für den Zeitraum vom 06.10.2026 bis zum 06.10.2027 wird\nam 06.10.2026\nfällig.\n${body}\nWir buchen zu der Fälligkeit 06.10.2026 ab.`,
    ],
    [
      'is none of a stretch over two lines',
      `24. Oktober 2026\nwir berechnen Ihnen für den Zeitraum vom\n21.09.2026 bis\n21.10.2026 den Beitrag:\n${body}\nWir buchen zu der Fälligkeit 21.09.2026 ab.`,
    ],
  ])('%s', (_what, text) => {
    expect(dayOf(`Ulmen Versicherung AG\nRingstraße 9\n20095 Hamburg\nBeitragsrechnung\n${text}`)).toBe('2026-10-24');
  });

  it.each([
    ['Beleg-Datum: 06.10.2026', 'Auftrag-Datum: 02.10.2026'],
    ['Rechnungsdatum: 06.10.2026', 'Auftragsdatum: 02.10.2026'],
    ['Belegdatum: 06.10.2026', 'Auftrag vom 02.10.2026'],
  ])('is "%s", not "%s"', (own, order) => {
    for (const dates of [`${own}\n${order}`, `${order}\n${own}`]) {
      expect(dayOf(`Ulmen GmbH\nRingstraße 9\nRechnung 4410\n${dates}\n${body}`)).toBe('2026-10-06');
    }
  });

  it('stays the only one that is printed, though it is the last day to pay as well', () => {
    expect(dayOf(`Ulmen GmbH\nRingstraße 9\nRechnung 4410\n06.10.2026\n${body}\nFällig am 06.10.2026`)).toBe(
      '2026-10-06',
    );
  });
});
