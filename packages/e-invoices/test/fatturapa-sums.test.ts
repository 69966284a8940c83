import type { Invoice } from 'e-invoices/invoice';
import { readInvoices } from 'e-invoices/read-invoices';
import { violationsOf } from 'e-invoices/rules';
import { describe, expect, it } from 'vitest';

interface Sums {
  /** Each with its rate: 22.00 where it says nothing. */
  readonly lines: readonly (readonly [description: string, amount: string, rate?: string])[];
  readonly taxes: readonly (readonly [basis: string, tax: string, rate?: string, more?: string])[];
  /** In DatiGeneraliDocumento. */
  readonly document?: string;
  readonly stamp?: string;
  readonly total?: string;
  readonly paid?: readonly string[];
  readonly issued?: string;
  readonly type?: string;
}

const rated = (rate = '22.00') => `<AliquotaIVA>${rate}</AliquotaIVA>${rate === '0.00' ? '<Natura>N2.2</Natura>' : ''}`;

function read({ lines, taxes, document = '', stamp, total, paid = [], issued, type }: Sums): Invoice {
  const [invoice] = readInvoices(
    Buffer.from(`<n:FatturaElettronica xmlns:n="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaBody>
<DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${type ?? 'TD01'}</TipoDocumento><Divisa>EUR</Divisa><Data>${issued ?? '2026-11-03'}</Data><Numero>81</Numero>
${stamp === undefined ? '' : `<DatiBollo><ImportoBollo>${stamp}</ImportoBollo></DatiBollo>`}${document}
${total === undefined ? '' : `<ImportoTotaleDocumento>${total}</ImportoTotaleDocumento>`}</DatiGeneraliDocumento></DatiGenerali>
<DatiBeniServizi>${lines.map(([text, amount, rate]) => `<DettaglioLinee><Descrizione>${text}</Descrizione><PrezzoTotale>${amount}</PrezzoTotale>${rate === '' ? '' : rated(rate)}</DettaglioLinee>`).join('')}
${taxes.map(([basis, tax, rate, more = '']) => `<DatiRiepilogo>${rated(rate)}${more}<ImponibileImporto>${basis}</ImponibileImporto><Imposta>${tax}</Imposta></DatiRiepilogo>`).join('')}</DatiBeniServizi>
<DatiPagamento>${paid.map((amount) => `<DettaglioPagamento><ImportoPagamento>${amount}</ImportoPagamento></DettaglioPagamento>`).join('')}</DatiPagamento>
</FatturaElettronicaBody></n:FatturaElettronica>`),
  );
  if (!invoice) throw new Error('expected an invoice');
  return invoice;
}

const WORK = ['Work', '100.00', '0.00'] as const;
const STAMP = ['Imposta di bollo', '2.00', '0.00'] as const;
const LESS = ['Work', '-100.00', '0.00'] as const;
const DISCOUNT = '<ScontoMaggiorazione><Tipo>SC</Tipo><Importo>10.00</Importo></ScontoMaggiorazione>';
const FUND =
  '<DatiCassaPrevidenziale><TipoCassa>TC22</TipoCassa><ImportoContributoCassa>4.00</ImportoContributoCassa><AliquotaIVA>22.00</AliquotaIVA></DatiCassaPrevidenziale>';

describe('a FatturaPA without its total', () => {
  it.each<[string, string, Sums]>([
    ['the stamp on top', '102.00', { lines: [WORK], taxes: [['100.00', '0.00', '0.00']] }],
    [
      'the stamp as a line of the same summary',
      '102.00',
      { lines: [WORK, STAMP], taxes: [['102.00', '0.00', '0.00']] },
    ],
    [
      'the stamp on top, beside a good that costs as much',
      '126.00',
      {
        lines: [
          ['Work', '100.00'],
          ['Certificate', '2.00', '0.00'],
        ],
        taxes: [
          ['100.00', '22.00'],
          ['2.00', '0.00', '0.00'],
        ],
      },
    ],
    [
      'the stamp as a line of its own summary',
      '102.00',
      {
        lines: [WORK, STAMP],
        taxes: [
          ['100.00', '0.00', '0.00'],
          ['2.00', '0.00', '0.00'],
        ],
      },
    ],
    ['the stamp as a line of no summary', '102.00', { lines: [WORK, STAMP], taxes: [['100.00', '0.00', '0.00']] }],
    ['the stamp in a summary without a line', '102.00', { lines: [WORK], taxes: [['102.00', '0.00', '0.00']] }],
    [
      'the stamp as a line, beside a discount of the whole',
      '92.00',
      { lines: [WORK, STAMP], taxes: [['92.00', '0.00', '0.00']], document: DISCOUNT },
    ],
    [
      'another line of the same amount',
      '104.00',
      { lines: [WORK, ['Copies', '2.00', '0.00']], taxes: [['102.00', '0.00', '0.00']] },
    ],
    [
      'a stamp that the seller bears',
      '100.00',
      { lines: [WORK], taxes: [['100.00', '0.00', '0.00']], paid: ['100.00'] },
    ],
    [
      'negative sums, the stamp on top',
      '-102.00',
      { type: 'TD04', lines: [LESS], taxes: [['-100.00', '0.00', '0.00']] },
    ],
    [
      'negative sums, the stamp as a line',
      '-102.00',
      { type: 'TD04', lines: [LESS, ['Bollo', '-2.00', '0.00']], taxes: [['-102.00', '0.00', '0.00']] },
    ],
    ['a credit note of positive sums', '102.00', { type: 'TD04', lines: [WORK], taxes: [['100.00', '0.00', '0.00']] }],
  ])('with %s comes to %s', (_what, total, sums) => {
    const invoice = read({ ...sums, stamp: '2.00' });

    expect(invoice.totals.withTax).toBe(total);
    expect(violationsOf(invoice)).toEqual([]);
  });
});

const PLAIN: Sums = { lines: [['Work', '100.00']], taxes: [['100.00', '22.00']] };

describe('what the lines of a FatturaPA come to', () => {
  it.each<[string, Sums, string]>([
    [
      'less than the basis',
      { lines: [['Work', '80.00']], taxes: PLAIN.taxes, total: '122.00' },
      '22 % is stated as 100.00, but it comes to 80',
    ],
    [
      'a tenth of the basis, without a total',
      { lines: [['Work', '10.00']], taxes: PLAIN.taxes },
      '22 % is stated as 100.00, but it comes to 10',
    ],
    [
      'a cent more than one euro beside it',
      { lines: [['Work', '98.99']], taxes: PLAIN.taxes },
      '22 % is stated as 100.00, but it comes to 98.99',
    ],
    [
      'of a rate without a summary',
      {
        lines: [
          ['Work', '100.00'],
          ['Book', '50.00', '4.00'],
        ],
        taxes: PLAIN.taxes,
      },
      '4 % is stated as 0.00, but it comes to 50',
    ],
    [
      'without a rate',
      { lines: [['Work', '80.00', '']], taxes: PLAIN.taxes },
      'all rates is stated as 100.00, but it comes to 80',
    ],
    [
      'a stamp too little at another rate',
      { ...PLAIN, lines: [['Work', '98.00']], stamp: '2.00' },
      '22 % is stated as 100.00, but it comes to 98',
    ],
    [
      'more than a discount of the whole takes off',
      { ...PLAIN, lines: [['Work', '120.00']], document: DISCOUNT },
      '22 % is stated as 100.00, but it comes to 120',
    ],
    [
      'the basis without the pension fund',
      { ...PLAIN, document: FUND },
      '22 % is stated as 100.00, but it comes to 104',
    ],
  ])('is told: %s', (_what, sums, message) => {
    expect(violationsOf(read(sums))).toContainEqual({ rule: 'FatturaPA 00422', message: `the basis of ${message}` });
  });

  it('is told of each rate, though the sums of all agree', () => {
    const sums: Sums = {
      lines: [
        ['Work', '50.00'],
        ['Book', '50.00', '4.00'],
      ],
      taxes: [
        ['20.00', '4.40'],
        ['80.00', '3.20', '4.00'],
      ],
    };

    expect(violationsOf(read(sums)).map(({ rule }) => rule)).toEqual(['FatturaPA 00422', 'FatturaPA 00422']);
  });

  it.each<[string, Sums]>([
    ['one euro beside it', { lines: [['Work', '99.00']], taxes: PLAIN.taxes }],
    ['with the pension fund', { lines: PLAIN.lines, taxes: [['104.00', '22.88']], document: FUND }],
    [
      'with further costs and a rounding',
      {
        lines: PLAIN.lines,
        taxes: [
          ['106.50', '23.43', '22.00', '<SpeseAccessorie>5.00</SpeseAccessorie><Arrotondamento>1.50</Arrotondamento>'],
        ],
      },
    ],
    [
      'with a discount of the whole in the basis',
      { lines: [['Work', '110.00']], taxes: PLAIN.taxes, document: DISCOUNT },
    ],
    ['with a discount of the whole that is no part of the basis', { ...PLAIN, document: DISCOUNT }],
    [
      'with a discount of the whole over two rates',
      {
        lines: [...PLAIN.lines, ['Book', '50.00', '4.00']],
        taxes: [
          ['94.00', '20.68'],
          ['46.00', '1.84', '4.00'],
        ],
        document: DISCOUNT,
      },
    ],
    ['rates written as 22 and 22.00', { lines: [['Work', '100.00', '22']], taxes: PLAIN.taxes }],
    [
      'before the exchange system held them together',
      { lines: [['Work', '80.00']], taxes: PLAIN.taxes, issued: '2016-07-31' },
    ],
  ])('is taken: %s', (_what, sums) => {
    expect(violationsOf(read(sums))).toEqual([]);
  });
});

describe('what is to be paid of a FatturaPA', () => {
  const rulesOf = (paid: readonly string[], more: Partial<Sums> = {}) =>
    violationsOf(read({ ...PLAIN, total: '122.00', paid, ...more })).map(({ rule }) => rule);

  it.each([[['162.00']], [['122.02']], [['162.00', '162.00']], [['100.00', '62.00']]])('is told: %j', (paid) => {
    expect(rulesOf(paid)).toEqual(['ImportoPagamento']);
  });

  it('is told with both amounts', () => {
    expect(violationsOf(read({ ...PLAIN, total: '122.00', paid: ['162.00'] }))).toEqual([
      {
        rule: 'ImportoPagamento',
        message: 'what is to be paid is stated as 162.00, but the total comes to 122.00',
      },
    ]);
  });

  it.each<[string, readonly string[], Partial<Sums>]>([
    ['the total', ['122.00'], {}],
    ['a cent more', ['122.01'], {}],
    ['less, with tax withheld', ['102.00'], {}],
    ['by one means or another', ['122.00', '122.00'], {}],
    ['in parts', ['61.00', '61.00'], {}],
    ['with the stamp', ['124.00'], { stamp: '2.00' }],
    ['with the rounding', ['122.30'], { document: '<Arrotondamento>0.30</Arrotondamento>' }],
    ['written below zero', ['-122.00'], { type: 'TD04' }],
  ])('is taken: %s', (_what, paid, more) => {
    expect(rulesOf(paid, more)).toEqual([]);
  });
});
