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
    'ABANDON',
    '取引不成立',
    '交易失败',
    'PAGO CANCELADO POR CLIENTE',
    'ناموفق',
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

describe('an amount that is only held on a card', () => {
  it.each(
    'PRE-AUTHORISATION|PRE-AUTHORIZATION|AUTH ONLY|SECURITY DEPOSIT HOLD|Vorautorisierung|Préautorisation|PREAUTORIZACIÓN|PRÉ-AUTORIZAÇÃO|PREAUTORIZZAZIONE|RESERVERING KAART|Förhandsauktorisering|Ennakkovaraus|PREAUTORYZACJA|PŘEDAUTORIZACE|ÖN PROVİZYON|ПРЕДАВТОРИЗАЦИЯ|オーソリ(仮売上)|预授权|사전승인'.split(
      '|',
    ),
  )('needs review: %s', (title) =>
    expect(booked(`Hotel Lauf\n12.11.2026 10:11\n${title}\nVISA ****1234\nBetrag           250,00 EUR`)).toBe(
      'review',
    ));

  it.each([
    ['whose sale is printed too', 'Pre-authorisation          99,00'],
    ['to which its bill refers', 'Pre-authorisation code 123456'],
  ])('is none %s', (_, line) => {
    const rows = ['Benzin             62,40', 'Summe              62,40 EUR', 'Visa               62,40 EUR'];
    expect(booked(`Tankstelle Lauf\n12.11.2026 10:11\n${line}\n${rows.join('\n')}`)).toBe('62.40 EUR');
  });

  it('is none where cash was given for it at the pump', () => {
    const rows = ['PRE-AUTHORISATION', 'PUMP 7', 'Summe              62,40 EUR', 'CASH               62,40 EUR'];
    expect(booked(`Tankstelle Lauf\n12.11.2026 10:11\n${rows.join('\n')}`)).toBe('62.40 EUR');
  });
});

describe('a paper that goes with goods or asks for them', () => {
  it.each(
    `DELIVERY NOTE|PACKING SLIP|SALES ORDER|PURCHASE ORDER|Order confirmation #4711|LIEFERSCHEIN Nr. 12|Auftragsbestätigung|BESTELLUNG|BON DE LIVRAISON N° 12
    BON DE COMMANDE|Confirmation de commande|ALBARÁN 2026/12|Guía de remisión|Orden de compra|Confirmação do pedido|DDT n. 12 del 12/11/2026|CONFERMA D'ORDINE
    Pakbon|Orderbevestiging|Följesedel|Orderbekräftelse|Følgeseddel|Ordrebekreftelse|Lähete|Tilausvahvistus|Potwierdzenie zamówienia|Dodací list|Szállítólevél
    Aviz de însoțire|Otpremnica|Dobavnica|Saateleht|Δελτίο αποστολής|Sevk irsaliyesi|Подтверждение заказа|Surat jalan|Phiếu giao hàng|納品書|注文書|送货单|采购单
    납품서|ใบส่งของ|תעודת משלוח|Heil- und Kostenplan|OFERTA CENOWA|APPRAISAL|WISH LIST|Смета|THIS IS NOT AN INVOICE`
      .split(/\||\n/)
      .map((title) => title.trim()),
  )('needs review: %s', (title) => expect(booked(paper(title))).toBe('review'));

  it.each([
    'Bezahlt mit PayPal',
    'Zahlungsart: Kreditkarte',
    'Paid by Visa',
    'Amount charged    800,00 EUR',
    'Mode de paiement : Carte bancaire',
    'Metodo di pagamento: carta',
    'Способ оплаты: карта',
  ])('is a purchase where it says that it was paid: %s', (line) =>
    expect(booked(`${paper('Bestellbestätigung Nr. 4711')}\n${line}`)).toBe('800.00 EUR'));

  it.each([
    'Zahlungsart: Vorkasse',
    'Payment due within 14 days',
    'We accept Visa and Mastercard',
    'Rechnung folgt',
    'Rechnungsadresse: Elm 1',
  ])('is none where it says that it will be: %s', (line) =>
    expect(booked(`${paper('Bestellbestätigung Nr. 4711')}\n${line}`)).toBe('review'));

  it.each([
    'Rechnung 2026-77\nLieferschein Nr. 123',
    'Lieferschein Nr. 123\nRechnungs-Nr. 77',
    'Invoice No. 77\nPurchase order: PO-12',
    'Fattura n. 77\nDDT n. 12',
    'Lieferschein / Rechnung',
    '納品書兼領収書',
    'Delivery note enclosed',
    'Pre-order now',
    'Order #12',
    'Заказ № 12',
  ])('is none that a bill refers to: %s', (title) => expect(booked(paper(title))).toBe('800.00 EUR'));
});

describe('a bill before the one that is paid', () => {
  it.each([
    'ПРЕДЧЕК',
    'CONFERÊNCIA DE MESA - NÃO É DOCUMENTO FISCAL',
    'Phiếu tạm tính',
    '预结单',
    'Tagihan sementara',
  ])('needs review: %s', (title) => expect(booked(paper(title))).toBe('review'));
});
