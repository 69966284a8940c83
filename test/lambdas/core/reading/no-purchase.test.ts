import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../../../support/booked-page.ts';

const slip = (...lines: readonly string[]) => `Edeka Lauf
12.11.2026 10:11
${lines.join('\n')}
Betrag                               45,00 EUR
Gesamt                               45,00 EUR`;

const paper = (title: string) => `Tischlerei Holz
${title}
12.11.2026
Schrank                             800,00
Gesamtbetrag                        800,00 EUR`;

const booked = (page: string) => outcomeOf(page, 'de-DE', 'EUR');

describe('a slip of a card', () => {
  it.each([
    'CARD DECLINED',
    'DECLINED - INSUFFICIENT FUNDS',
    'TRANSACTION DECLINED',
    'NOT AUTHORISED',
    'PAYMENT CANCELLED',
    'Zahlung abgebrochen',
    'ZAHLUNG ABGELEHNT',
    'TRANSACTION REFUSEE',
    'PAIEMENT REFUSÉ',
    'OPERACION DENEGADA',
    'TRANSAZIONE NEGATA',
    'CARTA RIFIUTATA',
    'TRANSACTIE NIET GESLAAGD',
    'BETALING GEWEIGERD',
    'ODMOWA',
    'TRANSAKCJA ODRZUCONA',
    'AVVIST',
    'KÖP NEKAD',
    'AFVIST',
    'HYLÄTTY',
    'ELUTASÍTVA',
    'PLATBA ZAMÍTNUTA',
    'İŞLEM REDDEDİLDİ',
    'ОПЕРАЦИЯ ОТКЛОНЕНА',
    'ОТКАЗ',
  ])('that was not taken needs review: %s', (line) => {
    expect(bookedPages([slip(line)], { locale: 'de-DE', currency: 'EUR' }).reasons).toContainEqual({
      code: 'NotPaidError',
      message: expect.stringContaining('state ignore: true, or the total where it is your spending'),
    });
  });

  it('counts where a later attempt was approved', () => {
    expect(booked(`${slip('CARD DECLINED')}\nAPPROVED`)).toBe('45.00 EUR');
    expect(booked(`${slip('CARD DECLINED')}\nNOT APPROVED`)).toBe('review');
  });

  it.each([
    'Zusatzversicherung abgelehnt',
    'Declined cards are charged a fee of two euros',
  ])('counts where something else was declined: %s', (line) => expect(booked(slip(line))).toBe('45.00 EUR'));
});

describe('a paper by which money comes to the person', () => {
  it.each([
    'Lottery prize paid',
    'PAID TO CUSTOMER',
    'Purchase receipt - we bought from you',
    'ANKAUFBELEG',
    'Ankaufsquittung Nr. 12',
    'Entgeltabrechnung Oktober 2026',
    'Bon de rachat',
    'BULLETIN DE PAIE',
    'Premio pagado',
    'BUSTA PAGA',
    'Loonstrook',
    'LÖNESPECIFIKATION',
    'CASHOUT VOUCHER',
    'Trade-in receipt',
    '買取明細書',
  ])('needs review: %s', (title) => expect(booked(paper(title))).toBe('review'));
});

describe('a paper that repeats what others ask for', () => {
  it.each([
    'Statement of account',
    'KONTOAUSZUG 11/2026',
    'Relevé de compte',
    'Extracto de cuenta',
    'REMITTANCE ADVICE',
    '2. Mahnung',
    'Zahlungserinnerung',
    'PAYMENT REMINDER',
    'Final notice',
    'Sollecito di pagamento',
    'Wezwanie do zapłaty',
    'Påminnelse',
  ])('needs review: %s', (title) => expect(booked(paper(title))).toBe('review'));

  it('is no invoice with such a part', () => {
    expect(booked(paper('Rechnung 2026-77\nKontoauszug'))).toBe('800.00 EUR');
    expect(booked(`${paper('Invoice 77')}\nREMITTANCE ADVICE\nPlease detach`)).toBe('800.00 EUR');
    expect(booked(paper('Rechnung 2026-77\nBitte beachten Sie unsere Mahngebühren'))).toBe('800.00 EUR');
  });
});

describe('a paper that nobody has to pay', () => {
  it.each([
    'ANGEBOT',
    'Angebot Nr. 12',
    'Kostenvoranschlag 2026-12 vom 12.11.2026',
    'QUOTATION',
    'Quote # Q-104',
    'ESTIMATE',
    'DEVIS N° 12',
    'PREVENTIVO N. 12',
    'PRESUPUESTO',
    'Cotización No. 8',
    'OFFERTE 12',
    'OFERTA nr 12',
    'OFFERT 12',
    'Tilbud nr. 12',
    'TARJOUS',
    'Nabídka č. 12',
    'Árajánlat',
    'TEKLİF',
    '御見積書',
    '报价单',
    '견적서',
    'Pro forma invoice',
    'FAKTURA PRO FORMA 12',
    '** TRAINING MODE **',
    '*** SCHULUNG ***',
    'TRAININGSBON',
    'ZWISCHENRECHNUNG',
    'THIS IS NOT A RECEIPT',
    'Dies ist kein Beleg',
  ])('needs review: %s', (title) => expect(booked(paper(title))).toBe('review'));

  it('is one that is paid in the hotel', () => {
    const stay =
      'Best Western Lauf\nReservation 12.11.2026\nRoom 2 nights   200.00\nEstimated total   EUR 200.00\nPay at hotel';
    expect(booked(stay)).toBe('review');
  });

  it.each([
    'Angebot der Woche',
    'Unser Angebot für Sie',
    'Training',
    'Schulung',
    'Geen bon, geen ruil',
    'This is not a VAT invoice',
  ])('is none that says besides: %s', (line) => expect(booked(paper(`Rechnung\n${line}`))).toBe('800.00 EUR'));

  it('is no invoice that refers to its offer', () => {
    expect(booked(paper('Rechnung 2026-77\nAngebot Nr. 12'))).toBe('800.00 EUR');
    expect(booked(paper('Invoice 77\nQuote # Q-104'))).toBe('800.00 EUR');
  });

  it('is no slip of a shop that was paid', () => {
    const paid =
      'Rewe Lauf\n12.11.2026\nANGEBOT\nWein   4,00\nKäse   6,00\nSumme   10,00\nBar   20,00\nRückgeld   10,00';
    expect(booked(paid)).toBe('10.00 EUR');
  });
});
