import { readInvoices } from 'e-invoices/read-invoices';
import { describe, expect, it } from 'vitest';
import { asCii, asFatturaPa, asUbl, PLAIN } from './samples.ts';

const read = (xml: string) => {
  const [invoice] = readInvoices(Buffer.from(xml));
  if (!invoice) throw new Error('expected an invoice');
  return invoice;
};

/** With a part of a sample replaced, which has to be there. */
const changed = (xml: string, part: string, by: string): string => {
  if (!xml.includes(part)) throw new Error(`expected ${part} in the sample`);
  return xml.replace(part, by);
};

const CII = asCii(PLAIN);
const UBL = asUbl(PLAIN);
const FATTURAPA = asFatturaPa([{ ...PLAIN, allowance: '0.00' }]);

describe('profiles', () => {
  it.each([
    ['urn:factur-x.eu:1p0:minimum', 'MINIMUM'],
    ['urn:zugferd.de:2p0:basicwl', 'BASIC WL'],
    ['urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic', 'BASIC'],
    ['urn:cen.eu:en16931:2017', 'EN 16931'],
    ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'EXTENDED'],
    ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', 'XRECHNUNG'],
    ['urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'Peppol BIS 3'],
    ['urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0', 'EN 16931'],
    ['OIOUBL-2.1', 'OIOUBL-2.1'],
  ])('%s is %s in both formats', (id, profile) => {
    expect(read(changed(CII, 'urn:cen.eu:en16931:2017<', `${id}<`)).profile).toBe(profile);
    expect(read(UBL.replace(/(CustomizationID>)[^<]+/, `$1${id}`)).profile).toBe(profile);
  });
});

describe('currencies', () => {
  it('of one document are told apart: the tax in its own, wherever it stands', () => {
    const ubl = changed(
      UBL,
      '<a:TaxTotal>',
      '<a:TaxTotal><b:TaxAmount currencyID="PLN">99.99</b:TaxAmount></a:TaxTotal><a:TaxTotal>',
    );
    const cii = changed(
      CII,
      '<ram:TaxTotalAmount',
      '<ram:TaxTotalAmount currencyID="PLN">99.99</ram:TaxTotalAmount><ram:TaxTotalAmount',
    );

    expect([read(ubl), read(cii)].map(({ totals }) => totals.tax)).toEqual(['23.56', '23.56']);
  });

  it('the tax in another currency alone is not the tax of the invoice', () => {
    const ubl = UBL.replace(/TaxAmount currencyID="EUR">23.56/g, 'TaxAmount currencyID="PLN">99.99');
    const cii = changed(CII, 'TaxTotalAmount currencyID="EUR"', 'TaxTotalAmount currencyID="PLN"');

    expect([read(ubl), read(cii)].map(({ totals }) => totals.tax)).toEqual([undefined, undefined]);
  });

  it('a total that is stated in two is taken in that of the invoice', () => {
    const twice =
      '<ram:GrandTotalAmount currencyID="PLN">600.00</ram:GrandTotalAmount><ram:GrandTotalAmount currencyID="EUR">';

    expect(read(changed(CII, '<ram:GrandTotalAmount>', twice)).totals.withTax).toBe('147.56');
  });

  it.each([
    ['the total of CII', CII, '<ram:GrandTotalAmount>', 'GrandTotalAmount', '147.56'],
    ['the tax of CII', CII, '<ram:TaxTotalAmount currencyID="EUR">', 'TaxTotalAmount', '23.56'],
    ['the amount due of UBL', UBL, '<b:PayableAmount currencyID="EUR">', 'PayableAmount', '147.56'],
    ['the total of FatturaPA', FATTURAPA, '<ImportoTotaleDocumento>', 'ImportoTotaleDocumento', '147.56'],
  ])('%s stands once, or as the same amount', (_what, xml, tag, name, amount) => {
    const twice = (other: string) => changed(xml, tag, `${tag}${other}</${tag.slice(1).split(/[ >]/)[0]}>${tag}`);

    expect(read(twice(`${amount}0`))).toEqual(read(changed(xml, `${tag}${amount}`, `${tag}${amount}0`)));
    expect(() => read(twice('99.00'))).toThrow(`expected one ${name}, got 99.00 and ${amount}`);
  });

  it('the tax of UBL without its parts stands once', () => {
    const bare = UBL.replace(/<a:TaxSubtotal>.*<\/a:TaxSubtotal>/s, '');
    const twice = changed(
      bare,
      '<a:TaxTotal>',
      '<a:TaxTotal><b:TaxAmount currencyID="EUR">99.00</b:TaxAmount></a:TaxTotal><a:TaxTotal>',
    );

    expect(read(bare).totals.tax).toBe('23.56');
    expect(() => read(twice)).toThrow('expected one TaxAmount, got 99.00 and 23.56');
  });

  it('a total in another than the invoice says is an error', () => {
    expect(() => read(changed(UBL, 'DocumentCurrencyCode>EUR', 'DocumentCurrencyCode>USD'))).toThrow(
      'expected LineExtensionAmount in USD, as the invoice says, got EUR',
    );
  });
});

describe('UBL', () => {
  it('takes 1 for true, as XML Schema does', () => {
    expect(read(changed(UBL, 'ChargeIndicator>false', 'ChargeIndicator>1')).allowances[0]?.isCharge).toBe(true);
  });

  it('sums several kinds of tax, each with its own total, and says so', () => {
    const [total = ''] = /<a:TaxTotal>.*<\/a:TaxTotal>/s.exec(UBL) ?? [];
    const invoice = read(
      changed(UBL, total, `${total}${total.replaceAll('23.56', '1.24').replaceAll('19.00', '1.00')}`),
    );

    expect(invoice.totals.tax).toBe('24.80');
    expect(invoice.taxes.map(({ amount }) => amount)).toEqual(['23.56', '1.24']);
    expect(invoice.computed).toEqual(['tax']);
  });

  it.each(['380', '381', '396'])('says that a CreditNote of type %s is one', (typeCode) => {
    const note = asUbl({ ...PLAIN, typeCode: '381' });

    expect(read(changed(note, 'TypeCode>381', `TypeCode>${typeCode}`)).kind).toBe('credit-note');
  });

  it('is found in the envelope of Peppol', () => {
    const inner = UBL.replace(/<\?xml.*?\?>/, '');
    const header =
      '<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>';
    const namespace = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

    expect(
      read(`<StandardBusinessDocument xmlns="${namespace}">${header}${inner}</StandardBusinessDocument>`).number,
    ).toBe('BR-2026/118');
  });
});

describe('FatturaPA', () => {
  const payment = (amount: string) =>
    `<DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento><ImportoPagamento>${amount}</ImportoPagamento></DettaglioPagamento></DatiPagamento></FatturaElettronicaBody>`;
  const paidBy = (...amounts: readonly string[]) =>
    amounts.reduce((xml, amount) => changed(xml, '</FatturaElettronicaBody>', payment(amount)), FATTURAPA);

  it('is due once where each of two means pays all, and in sum where they share', () => {
    expect(read(paidBy('147.56', '147.56')).totals.due).toBe('147.56');
    expect(read(paidBy('73.78', '73.78')).totals.due).toBe('147.56');
    expect(read(paidBy('100.00', '47.56')).totals.due).toBe('147.56');
  });

  it.each(['1.0', '1.1'])('of version %s, before 2017, has the same names', (version) => {
    const old = `http://www.fatturapa.gov.it/sdi/fatturapa/v${version}`;

    expect(
      read(changed(FATTURAPA, 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2', old)).totals.withTax,
    ).toBe('147.56');
  });

  it('in a signed envelope that is written as base64 is told as one', () => {
    const head = Buffer.from([0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);
    const signed = Buffer.concat([head, Buffer.from(FATTURAPA)]).toString('base64');

    expect(() => read(signed)).toThrow('signed envelope (.p7m)');
  });
});

describe('days', () => {
  it.each([
    '2026-02-28',
    '20260228',
    '2026-02-28Z',
    '2026-02-28+01:00',
    '2026-02-28T12:00:00',
    '202602281530+02',
  ])('take %s', (day) => {
    expect(read(changed(UBL, '2026-11-03', day)).issueDate).toBe('2026-02-28');
  });

  it.each([
    '2026-02-28x',
    '2026-02-29',
    '2026-2-8',
    '28.02.2026',
    '260228',
    '2026-02-28/2026-03-01',
  ])('do not take %s', (day) => {
    expect(() => read(changed(UBL, '2026-11-03', day))).toThrow(`got "${day}"`);
  });
});

describe('characters', () => {
  it.each(['&#0;', '&#xD800;'])('%s is none', (entity) => {
    expect(() => read(changed(UBL, 'Ada Kramer', `Ada${entity}`))).toThrow(`expected a character, got "${entity}"`);
  });
});

describe('the release candidate of ZUGFeRD 1.0', () => {
  it.each([
    ['with', ' xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:9"', 'ram:'],
    ['without', '', ''],
  ])('is read %s a namespace of its parts', (_how, declaration, p) => {
    const invoice = read(
      `<rsm:Invoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CBFBUY:5"${declaration}><rsm:HeaderExchangedDocument><${p}ID>Z-1</${p}ID><${p}IssueDateTime>20261103</${p}IssueDateTime></rsm:HeaderExchangedDocument><rsm:SpecifiedSupplyChainTradeTransaction><${p}ApplicableSupplyChainTradeSettlement><${p}SpecifiedTradeSettlementMonetarySummation><${p}GrandTotalAmount currencyID="EUR">119.00</${p}GrandTotalAmount></${p}SpecifiedTradeSettlementMonetarySummation></${p}ApplicableSupplyChainTradeSettlement></rsm:SpecifiedSupplyChainTradeTransaction></rsm:Invoice>`,
    );

    expect(invoice).toMatchObject({ number: 'Z-1', issueDate: '2026-11-03', totals: { withTax: '119.00' } });
  });
});

describe('instalments', () => {
  const [NOV, DEC] = ['2026-11-27', '2026-12-27'] as const;
  const terms = (day: string, amount = '') =>
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><u:DateTimeString format="102">${day.replaceAll('-', '')}</u:DateTimeString></ram:DueDateDateTime>${amount && `<ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount>`}</ram:SpecifiedTradePaymentTerms>`;
  const cii = (...all: readonly string[]) =>
    read(CII.replace(/<ram:SpecifiedTradePaymentTerms>.*<\/ram:SpecifiedTradePaymentTerms>/, all.join('')));
  const ubl = (more: string) => read(changed(UBL, '<a:TaxTotal>', `${more}<a:TaxTotal>`));
  const ublTerms = (day: string, amount: string, currency = 'EUR') =>
    `<a:PaymentTerms>${day}<b:Amount currencyID="${currency}">${amount}</b:Amount></a:PaymentTerms>`;
  const details = (day: string, amount: string) =>
    `<DettaglioPagamento><DataScadenzaPagamento>${day}</DataScadenzaPagamento><ImportoPagamento>${amount}</ImportoPagamento></DettaglioPagamento>`;
  const italian = (...stages: readonly string[]) =>
    read(
      FATTURAPA.replace(
        /<DatiPagamento>.*<\/DatiPagamento>/,
        stages.map((stage) => `<DatiPagamento>${stage}</DatiPagamento>`).join(''),
      ),
    );
  const HALVES = [
    { dueDate: NOV, amount: '73.78' },
    { dueDate: DEC, amount: '73.78' },
  ];

  it('of CII stand in terms of payment, each with its part', () => {
    const { payments, dueDate } = cii(terms(NOV, '73.78'), terms(DEC, '73.78'));

    expect([payments, dueDate]).toEqual([HALVES, NOV]);
    expect(cii(terms(NOV), terms(DEC))).not.toHaveProperty('payments');
  });

  it('of UBL stand in terms of payment, whose day may be with the means that they name', () => {
    const day = (name: string, value: string) => `<b:${name}>${value}</b:${name}>`;
    const means = `<a:PaymentMeans>${day('ID', 'M2')}${day('PaymentDueDate', DEC)}</a:PaymentMeans>`;
    const first = ublTerms(day('InstallmentDueDate', NOV), '73.78');

    expect(ubl(`${first}${ublTerms(day('InstallmentDueDate', DEC), '73.78')}`).payments).toEqual(HALVES);
    expect(ubl(`${means}${first}${ublTerms(day('PaymentMeansID', 'M2'), '73.78')}`).payments).toEqual(HALVES);
    expect(ubl(ublTerms(day('InstallmentDueDate', NOV), '99.00', 'PLN'))).not.toHaveProperty('payments');
  });

  it('of UBL tell the due day where nothing else does', () => {
    const withoutDay = UBL.replace(/<b:DueDate>[^<]+<\/b:DueDate>/, '');
    const terms = ublTerms(`<b:InstallmentDueDate>${NOV}</b:InstallmentDueDate>`, '147.56');

    expect(read(changed(withoutDay, '<a:TaxTotal>', `${terms}<a:TaxTotal>`)).dueDate).toBe(NOV);
  });

  it('of FatturaPA are all that is to be paid', () => {
    const { payments, dueDate, totals } = italian(`${details(NOV, '73.78')}${details(DEC, '73.78')}`);

    expect([payments, dueDate, totals.due]).toEqual([HALVES, NOV, '147.56']);
  });

  it('of FatturaPA may be thirds that were rounded', () => {
    const thirds = [NOV, DEC, '2027-01-27'].map((day) => details(day, '49.19')).join('');

    expect(italian(thirds)).toMatchObject({ payments: { length: 3 }, totals: { due: '147.57' } });
  });

  it('of FatturaPA that are another way of paying the same count once', () => {
    const all = italian(details(DEC, '147.56'), details(NOV, '147.56'));
    expect([all.payments, all.totals.due]).toEqual([[{ dueDate: NOV, amount: '147.56' }], '147.56']);

    const sets = italian(`${details(NOV, '73.78')}${details(DEC, '73.78')}`, details(NOV, '147.56'));
    expect([sets.payments, sets.totals.due]).toEqual([HALVES, '147.56']);
  });
});
