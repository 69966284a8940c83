import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { type PageText, textLine } from 'laptop-cloud/textract/ocr/text-line';
import { toExpenseDocument } from 'laptop-cloud/textract/response/expense-document';
import { tagPage } from 'laptop-cloud/textract/tagger/tag-page';
import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../lambdas/core/reading/structure-expense.ts';
import { aTypedPage } from '../support/typed-page.ts';

/** What is read of pages that the laptop's tagger reads first and the functions after it. */
function read(pages: readonly string[], locale = 'en-GB') {
  const documents = pages.map((text, index) => {
    const page = aTypedPage(text);
    return toExpenseDocument(page, tagPage(page, 2026), index + 1, 'seed');
  });
  return readDocuments(documents, locale);
}

const readDocuments = (documents: readonly ExpenseDocument[], locale: string) =>
  structureExpense(documents, { locale, currency: 'EUR', today: '2026-11-29' });

/** A cell of a page of columns. */
const placed = (text: string, column: number, row: number) =>
  textLine(
    {
      centreX: 20 + column * 220 + text.length * 5,
      centreY: 20 + row * 30,
      width: text.length * 10,
      height: 20,
      angle: 0,
    },
    [...text].map((character, place) => ({ character, confidence: 0.98, position: (place + 0.5) / text.length })),
  );

const bill = (...dates: string[]) =>
  `Elm Corner Ltd\n12 High Street\n${dates.join('\n')}\nChair 48.00\nTOTAL 48.00 EUR`;

describe('a date on its way through both readers', () => {
  it.each([
    ['05/10/2026 10:22', 'Rx 0123456 Date Written 03/08/2026'],
    ['05/10/2026', 'Script date 03/08/2026 09:00'],
    ['Le 05/10/2026', 'Ordonnance du 02/09/2026'],
    ['05.10.2026', 'Rezept vom 02.09.2026'],
    ['05/10/2026 10:11', 'Ricetta del 02/09/2026'],
    ['05/10/2026', 'Receta: 02/09/2026'],
    ['Filled 05/10/2026', 'Rx written 02/09/2026'],
    ['05/10/2026', 'Eye test date 28/09/2026 09:30'],
    ['05/10/2026', 'Date of service 28/09/2026'],
    ['Zahlung am 05.10.2026', 'Tattag: 02.09.2026'],
    ['Paid 05/10/2026', 'Citation issued 02/09/2026'],
    ['Payment date 05/10/2026', 'Penalty notice issued 02/09/2026'],
    ['05/10/2026', "Date de l'infraction 02/09/2026 14:10"],
    ['Paid on 05/10/2026', 'Trip date 14/10/2026'],
    ['05.10.2026', 'Ablesung 02.09.2026'],
    ['05.10.2026', 'Unfalltag 02.09.2026'],
    ['05/10/2026', 'Film 07/10/2026 19:45'],
    ['05/10/2026', 'Screen 3 07/10/2026 20:10'],
    ['购票时间 2026-10-05', '2026年10月20日 08:30开'],
    ['05.10.2026', 'Verpackt am 03.10.2026 07:10'],
    ['05/10/2026', 'Emballé le 03/10/2026'],
    ['05/10/2026', 'Packed 03/10/2026 Use by 12/10/2026'],
    ['Exit 05/10/2026 01:10', 'Entry 04/10/2026 22:10'],
    ['Ausfahrt 05.10.2026 01:10', 'Einfahrt 04.10.2026 22:10'],
    ['5 Oct 2026', 'Trip 18 Sep 22:10 - 19 Sep 01:10'],
    ['5 Oct 2026', 'Subscription 20 Sep - 19 Oct 2026'],
    ['05/10/2026', 'Period 20/09 - 19/10/2026'],
    ['5. Oktober 2026', 'Abo 20. September – 19. Oktober 2026'],
  ])('is that of the paper or of the payment: %s, not %s', (date, other) => {
    const above = read([bill(date, other)]);
    const below = read([bill(other, date)]);

    expect([above.status, above.purchasedOn]).toEqual(['completed', '2026-10-05']);
    expect([below.status, below.purchasedOn]).toEqual(['completed', '2026-10-05']);
  });

  it.each([
    'Rx written 02/09/2026',
    'Tattag: 02.09.2026',
    'Packed on 02/09/2026',
  ])('needs review where a day before the purchase is all there is: %s', (only) => {
    expect(read([bill(only)]).reasons.map(({ code }) => code)).toEqual(['DateUnreadableError']);
  });

  it.each([
    'Citation issued 05/10/2026',
    'Film 05/10/2026 19:45',
    'Date of service 05/10/2026',
    'Entry 05/10/2026 22:10',
  ])('is the day of what is paid for where no other is printed: %s', (only) => {
    expect(read([bill(only)]).purchasedOn).toBe('2026-10-05');
  });

  it('may be the day that stands alone, where a later one with a time stands behind what may be the title of a show', () => {
    const { reasons, candidates } = read([bill('15/10/2026', 'Lanterns at Sea 17/10/2026 19:45')]);

    expect(reasons.map(({ code }) => code)).toEqual(['DateUnreadableError']);
    expect(candidates.purchasedOn.map(({ value }) => value).sort()).toEqual(['2026-10-15', '2026-10-17']);
  });

  it.each([
    ['Invoice date: 05.10.2026', 'Due date: 15.11.2026'],
    ['Rechnungsdatum 05.10.2026', 'Fälligkeit 15.11.2026'],
    ['Data wystawienia: 05.10.2026', 'Termin płatności: 15.11.2026'],
    ['Fecha de emisión: 05/10/2026', 'Vencimiento: 15/11/2026'],
    ['Kelt: 2026. október 5.', 'Fizetési határidő: 2026. november 15.'],
    ['Datum vystavení: 5. 10. 2026', 'Datum splatnosti: 15. 11. 2026'],
    ['2026年10月5日', 'お支払期限 2026年11月15日'],
    ['05/10/2026 14:20', 'Best before 15/11/2026'],
    ['Date: 05/10/2026', 'Member since 15/11/2019'],
    ['Date: 05/10/2026', 'Form 12-B Rev. 15/01/2026'],
  ])('is that of the purchase: %s, not %s', (date, other) => {
    expect(read([bill(date, other)]).purchasedOn).toBe('2026-10-05');
    expect(read([bill(other, date)]).purchasedOn).toBe('2026-10-05');
  });

  it.each([
    ['Fecha de compra: 05/10/2026', 'Fecha de viaje: 20/11/2026 Hora 09:00'],
    ['Booked on 5 October 2026', 'Showing: Friday 20 November 2026, 19:30'],
    ['Gekauft am 05.10.2026', 'Vorstellung: 20.11.2026 20:00 Uhr'],
    ['購入日 2026年10月5日', '公演日 2026年11月20日 18:30'],
    ['Оформлен: 05.10.2026', 'Отправление: 20.11.2026 09:12'],
    ['Issued: 5 Oct 2026', 'Course date: 20 Nov 2026 9:00am'],
    ['Order date: 05/10/2026', 'Ready: 09/10/2026 17:00'],
    ['Printed: 05/10/2026 10:00', 'Pick-up: 03/10/2026 09:00'],
    ['05/10/2026', 'Outward travel 20/11/2026 09:12'],
    ['Fecha de emisión 05/10/2026', 'Fecha certificación 06/10/2026 09:12'],
    ['Berlin, 05.10.2026', 'Der Betrag wird am 20.11.2026 abgebucht'],
    ['05/10/2026 18:20', 'Date Issued: 03/12/2022\nValid Until: 03/12/2027'],
    ['5 Oct 2026 18:20', 'PTU No. 1234-044\nDate Issued: 03/12/2022'],
    ['05/10/2026 18:20', 'Tgl PKP 01-05-2015'],
    ['Ravensburg, 05.10.2026', 'Rechnung Nr. 26/0118'],
  ])('is that of the purchase, not of what takes place: %s, not %s', (date, other) => {
    const both = [bill(date, other), bill(other, date)].map((page) => read([page]));

    expect(both.map(({ status, purchasedOn }) => [status, purchasedOn])).toEqual([
      ['completed', '2026-10-05'],
      ['completed', '2026-10-05'],
    ]);
  });

  it('is that of an event where there is no other, and of a pass that is valid for a year', () => {
    expect(read([bill('Showing: 05/10/2026, 19:30')])).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-10-05',
    });
    expect(read([bill('Issued 05/10/2026', 'Valid until 05/10/2027')])).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-10-05',
    });
  });

  const nights = ['14.10.2026 Logis 20,00', '14.10.2026 Extra 4,00', '15.10.2026 Logis 20,00', '15.10.2026 Extra 4,00'];
  const stay = (...head: string[]) => read([`Elm Inn\n${head.join('\n')}\n${nights.join('\n')}\nTOTAL 48,00 EUR`]);

  it.each([
    'Berlin, 16.10.2026',
    'Rechnungsdatum: 16.10.2026',
    'Annecy, le 16 octobre 2026',
    'Statement printed 16.10.2026',
    'Arrived 14.10.2026\nDeparted 16.10.2026',
    'Arrival 14.10.2026\nDeparture 16.10.2026\nBerlin, 16.10.2026',
  ])('is that of the paper, not of a night: %s', (head) => {
    const { purchasedOn, reasons } = stay(head);

    expect(purchasedOn).toBe('2026-10-16');
    expect(reasons.filter(({ code }) => code.startsWith('Date'))).toEqual([]);
  });

  it('is that of the last night where there is no other', () => {
    expect(stay().purchasedOn).toBe('2026-10-15');
  });

  it('is asked for where an unlabelled one lies before a night', () => {
    expect(stay('Berlin, 12.10.2026').reasons.map(({ message }) => message)).toContain(
      'the date may be 2026-10-12 or 2026-10-15; say which one is right with date: 2026-10-12',
    );
  });

  it('is that of the paper, not the end of a period', () => {
    expect(read([bill('Berlin, 22.10.2026', 'Tarif M 01.09.2026 - 30.09.2026')])).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-10-22',
    });
  });

  it('is asked for where something without a label is announced for a day behind that of the order', () => {
    const { reasons } = read([bill('Ordered 5 October 2026', 'Friday 20 November 2026, 19:30')]);

    expect(reasons[0]?.message).toContain('may be 2026-11-20 or 2026-10-05');
  });

  it('is not doubted over that of the order on the same form', () => {
    const lines = [
      ...['Elm Corner Ltd', '12 High Street'].map((text, row) => placed(text, 0, row)),
      ...['Invoice No. 12', 'Dated 7-Nov-26'].map((text, column) => placed(text, column, 2)),
      ...["Buyer's Order No.", 'Dated 1-Nov-26'].map((text, column) => placed(text, column, 3)),
      ...['Chair', '48.00'].map((text, column) => placed(text, column, 4)),
      ...['Total', '48.00'].map((text, column) => placed(text, column, 5)),
    ];
    const page: PageText = { width: 700, height: 300, quarterTurns: 0, lines };

    expect(readDocuments([toExpenseDocument(page, tagPage(page, 2026), 1, 'seed')], 'en-IN')).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-11-07',
    });
  });

  it.each(['Quezon City, Philippines', 'Manila'])('is month first in %s', (town) => {
    const page = `Elm Corner\n${town}\n11/04/2026 18:20\nChair ₱48.00\nTOTAL ₱48.00`;

    expect(read([page], 'en-PH').purchasedOn).toBe('2026-11-04');
    expect(read([page.replace(town, 'Stall 4')], 'en-GB').purchasedOn).toBe('2026-11-04');
  });

  it('is that below its own heading, where two stand side by side', () => {
    const lines = [
      ...['Elm Corner Ltd', '12 High Street'].map((text, row) => placed(text, 0, row)),
      ...['Invoice Date:', 'Due Date:', 'Reference:'].map((text, column) => placed(text, column, 2)),
      ...['10/20/2026', '11/04/2026', 'CUSTREF'].map((text, column) => placed(text, column, 3)),
      ...['Chair', '48.00'].map((text, column) => placed(text, column, 4)),
      ...['Total', '48.00'].map((text, column) => placed(text, column, 5)),
    ];
    const page: PageText = { width: 700, height: 300, quarterTurns: 0, lines };

    expect(readDocuments([toExpenseDocument(page, tagPage(page, 2026), 1, 'seed')], 'en-US').purchasedOn).toBe(
      '2026-10-20',
    );
  });

  it('is that of the first page, not the last day to pay of a later one', () => {
    const { status, purchasedOn } = read([
      bill('Rechnung Nr. 4711 vom 05.10.2026'),
      'Zahlung\nFälligkeit Teilzahlung\n15.11.2026',
    ]);

    expect({ status, purchasedOn }).toEqual({ status: 'completed', purchasedOn: '2026-10-05' });
  });

  it.each([
    'Form revised 2026-01-15',
    'Due date: 15/11/2026',
    'Exp 2026-11-15',
  ])('is asked for where there is only "%s"', (date) => {
    expect(read([bill(date)]).reasons.map(({ code }) => code)).toEqual(['DateUnreadableError']);
  });

  it('is read though it is older than ten years, and that is the only reason', () => {
    const { purchasedOn, reasons } = read([bill('Date: 05/10/2013')]);

    expect(purchasedOn).toBe('2013-10-05');
    expect(reasons.map(({ message }) => message)).toEqual([
      'the date was read as 2013-10-05, which is more than 10 years back; if the document is that old, confirm it with date: 2013-10-05',
    ]);
  });

  it('is asked for where a month has two meanings, unless the country tells', () => {
    expect(read([bill('12 listopada 2026')]).reasons[0]?.message).toContain('may be 2026-11-12 or 2026-10-12');
    expect(read([bill('12 listopada 2026')], 'pl-PL')).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-11-12',
    });
    expect(read([bill('12 listopada 2026')], 'hr-HR')).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-10-12',
    });
  });

  it('is asked for where only the locale speaks for a day that is far, and the other order is near', () => {
    const plain = (date: string) => `Corner\n${date}\nChair 48.00\nTOTAL 48.00`;

    expect(read([plain('05/11/2026')], 'en-AU').reasons).toEqual([]);
    expect(read([plain('03/11/2026')], 'en-US').reasons[0]?.message).toContain('may be 2026-03-11 or 2026-11-03');
  });
});

describe('a vendor on its way through both readers', () => {
  const rest = '2026-11-12 10:15\nChair 48.00\nTOTAL 48.00 EUR';

  it.each([
    [
      'the buyer',
      `Rechnung\nKunde:\nMax Muster\nHauptstrasse 5\n10115 Berlin\n${rest}\nMöbel Nord GmbH - Hafenweg 3`,
      'Möbel Nord GmbH',
    ],
    [
      'the town under a logo',
      `12 High Street\nOakton OX1 2AB\n${rest}\nwww.greenbasket.co.uk\nGreen Basket`,
      'Green Basket',
    ],
    ['a heading', `Your receipt\nGreen Basket Ltd\n12 High Street\n${rest}`, 'Green Basket Ltd'],
  ])('is not %s', (_, page, name) => {
    const { vendor } = read([page]);

    expect(vendor).toMatchObject({ name });
    expect(vendor).not.toHaveProperty('isUnsure');
  });

  it.each([
    ['the buyer', `SHIP TO\nAcme Trade\n4 Main Street\n${rest}`],
    ['an item', `Receipt\n${rest}`],
  ])('is not sure where there is only %s, and completed all the same', (_, page) => {
    expect(read([page])).toMatchObject({ status: 'completed', vendor: { isUnsure: true } });
  });
});

describe("a seller's name on its way through both readers", () => {
  const date = '2026-11-12';
  const goods = 'Cleaning 48.00\nTOTAL 48.00 EUR';
  const receiver = 'Konrad Adlerhorst\nBirkenweg 3\n80331 München';

  it.each([
    ['Lindwurm GmbH', `Herrn\n${receiver}\nRechnung\n${date}\n${goods}\nLindwurm GmbH · Amtsgericht München HRB 1234`],
    ['Lindwurm GmbH', `${receiver}\nRechnung\n${date}\n${goods}\nLindwurm GmbH, HRB 1234, USt-IdNr. DE123456789`],
    [
      'Sterling Supply Co',
      `INVOICE\nBILL TO:\nMarigold Dental\n${date}\n${goods}\nRemit to: Sterling Supply Co, PO Box 7`,
    ],
    ['Sterling Supply', `Sold to: Marigold Dental\nINVOICE\n${date}\n${goods}\nMake checks payable to Sterling Supply`],
    [
      'Fontanería Tajo SL',
      `Cliente: Rosa Molina\nFACTURA\n${date}\n${goods}\nEmisor: Fontanería Tajo SL CIF B12345678`,
    ],
    [
      'Malerei Sonnig',
      `Malerei Sonnig · Gartenweg 2 · 50667 Köln\nFrau\nEva Klein\nRosenallee 14\n50670 Köln\n${date}\n${goods}`,
    ],
    ['Úklid Hvězda', `Odběratel: Jana Dvořáková\nDodavatel: Úklid Hvězda\n${date}\n${goods}`],
    ['Czyste Okna', `Nabywca: Maria Kowalska\nSprzedawca: Czyste Okna\n${date}\n${goods}`],
    ['Sjaj d.o.o.', `Kupac: Ivan Horvat\nIzdavatelj: Sjaj d.o.o., OIB 12345678901\n${date}\n${goods}`],
    ['ООО «Чистый дом»', `Покупатель: Иванов Пётр\nПродавец: ООО «Чистый дом», ИНН 7701234567\n${date}\n${goods}`],
    ['맑은청소', `공급받는자: 김철수\n공급자: 맑은청소\n${date}\n${goods}`],
    ['株式会社あおぞら', `請求書\n田中商店 御中\n株式会社あおぞら\n${date}\n${goods}`],
  ])('is %s', (name, page) => {
    const { vendor } = read([page]);

    expect(vendor).toMatchObject({ name });
    expect(vendor).not.toHaveProperty('isUnsure');
  });

  it.each([
    ['Boulangerie Petit', `Boulangerie Petit\n3 rue de la Paix\n75002 Paris\nVendeur : Sophie\n${date}\n${goods}`],
    ['Northern Coaches', `Northern Coaches\nFrom: Leeds Central\nTo: York\n${date}\n${goods}`],
    ['Stadtwerke Lindau', `Stadtwerke Lindau\nKontoinhaber: Max Muster\n${date}\n${goods}`],
    ['Fresh Fold', `Fresh Fold\n12 Canal Street\n${date}\n${goods}\nPowered by Tillmaster Inc`],
    ['Anna Weber', `Anna Weber\nBirkenweg 3\n80331 München\nRechnung\n${date}\n${goods}`],
    ['Mr Price', `Mr Price\n3 High Street\nLeeds LS1 4AB\n${date}\n${goods}\nwww.mrprice.com`],
  ])('stays %s beside another one', (name, page) => {
    const { vendor } = read([page]);

    expect(vendor).toMatchObject({ name });
    expect(vendor).not.toHaveProperty('isUnsure');
  });

  it('is not sure where a person is addressed and another one signs', () => {
    const page = `Miss R. Thistle\n3 Elm Row\nLeeds LS1 4AB\nReceipt\n${date}\n${goods}\nWith thanks, Ambler Music School`;

    expect(read([page]).vendor).toMatchObject({
      name: 'Ambler Music School',
      isUnsure: true,
      runnerUp: 'Miss R. Thistle',
    });
  });

  it('is never an item', () => {
    const { vendor } = read([`FACTURA\n${date}\nFontanero 48.00\nTOTAL 48.00 EUR\nPagar a Tajo Reformas`]);

    expect(vendor).toMatchObject({ name: 'Tajo Reformas' });
  });

  it('comes with the address below it, not with that of the buyer beside it', () => {
    const columns = [
      ['To:', 'Peter Marlow', '9 Abbey Road', 'Oxford OX1 2AA'],
      ['From:', 'Larch & Fern', '4 Mill Lane', 'Oxford OX4 1AB'],
    ];
    const lines = [
      ...columns.flatMap((texts, column) => texts.map((text, row) => placed(text, column * 2, row))),
      ...[date, 'Chair', 'Total'].map((text, row) => placed(text, 0, row + 5)),
      ...['48.00', '48.00'].map((text, row) => placed(text, 2, row + 6)),
    ];
    const page: PageText = { width: 700, height: 300, quarterTurns: 0, lines };

    const { vendor } = readDocuments([toExpenseDocument(page, tagPage(page, 2026), 1, 'seed')], 'en-GB');

    expect(vendor).toEqual({ name: 'Larch & Fern', address: '4 Mill Lane, Oxford OX4 1AB' });
  });
});

describe('a name that only stands near the vendor', () => {
  const rest = '2026-11-12 10:15\nChair 48.00\nTOTAL 48.00 EUR';

  it.each([
    ['a letter with an accent', 'Hôtel du Lac', 'Hôtel du Lac\n12 quai des Cygnes\n74000 Annecy'],
    ['a town with its state', 'The Table', 'The Table\nReno NV'],
    ['a town below a greeting', 'SHELL', 'WELCOME TO SHELL\n10 W LAKE ST\nCHICAGO IL'],
    ['a street with a compass word', 'SUBWAY', 'SUBWAY#40221-0 Phone 503-555-0110\n1011 N Broadway\nSalem, OR 97301'],
    ['a street of Vietnam', 'Phở Hòa', 'Phở Hòa\n260C Pasteur, Quận 3'],
    ['a street of Thailand', 'ร้านกาแฟดอยช้าง', 'ร้านกาแฟดอยช้าง\n123 ถนนนิมมาน เชียงใหม่'],
    ['a street of Ukraine', 'Паркінг Світанок', 'Паркінг Світанок\nвул. Садова 8'],
    ['a street of Greece', 'ΠΕΡΙΠΤΕΡΟ ΑΛΦΑ', 'ΠΕΡΙΠΤΕΡΟ ΑΛΦΑ\nΕΡΜΟΥ 4 ΑΘΗΝΑ'],
    ['a street of China', '长河商场', '长河商场\n人民路12号'],
    ['a street of Korea', '새벽별식당', '새벽별식당\n서울특별시 중구\n새봄로 12'],
    ['a legal form alone', 'LE PETIT ZINC', 'LE PETIT ZINC\nSARL au capital de 8 000 €\n11 rue St Benoit 75006 PARIS'],
    ['how many sit at a table', 'Taqueria El Sol', 'Guests 2\nTaqueria El Sol\n1 Mission St'],
    ['a title', 'ООО "Агроторг" Пятёрочка', 'КАССОВЫЙ ЧЕК / ПРИХОД\nООО "Агроторг" Пятёрочка'],
    ['praise', 'Millside Garage', 'Your local car experts since 1984\nMillside Garage\nYork YO1 7AA'],
    ['praise of few words', 'Blumen Rausch', 'Frische seit 1952\nBlumen Rausch\nMarktplatz 4, 79098 Freiburg'],
    ['a label and its value', 'Etsy', 'Etsy\nShop: WoodAndWool'],
    ['the one who runs it', 'JOLLIBEE', 'JOLLIBEE\nOperated by: Bright Foods Corp'],
    ['a greeting that stops', 'ROSSMANN', 'Ihr Einkauf bei\nROSSMANN\n50667 Köln'],
    ['whom it is addressed to', 'Plomberie Azur', 'FACTURE\nÉmise par Plomberie Azur\nAdressée à SCI Les Pins'],
  ])('is not the vendor: %s', (_, name, head) => {
    const { vendor } = read([`${head}\n${rest}`]);

    expect(vendor).toMatchObject({ name });
    expect(vendor).not.toHaveProperty('isUnsure');
  });

  it('leaves the vendor unsure where it may be a place below the name', () => {
    const { vendor } = read([`MONOPRIX\nRennes Centre\n${rest}`]);

    expect(vendor).toMatchObject({ isUnsure: true });
    expect([vendor?.name, vendor?.runnerUp]).toContain('MONOPRIX');
  });

  it('is a firm that is written to, where another one is registered in the foot', () => {
    const invoice = (foot: string) => `Holloway Estates Ltd\n14 Hill View\nBuxton SK17 6AA\nINVOICE\n${rest}\n${foot}`;

    expect(read([invoice('Peak Roofing Ltd. Registered in England 01234567')]).vendor).toMatchObject({
      name: 'Peak Roofing Ltd.',
      isUnsure: true,
      runnerUp: 'Holloway Estates Ltd',
    });
    expect(read([invoice('Holloway Estates Ltd. Registered in England 01234567')]).vendor).not.toHaveProperty(
      'isUnsure',
    );
  });
});
