import Big from 'big.js';
import { totalOf } from './fatturapa-total.ts';
import { inCurrency } from './in-currency.ts';
import type {
  AllowanceCharge,
  Decimal,
  Invoice,
  InvoiceLine,
  InvoiceTotals,
  Party,
  Payment,
  TaxBreakdown,
} from './invoice.ts';
import { italianParty } from './italian-party.ts';
import { all, one, present, text, texts } from './navigate.ts';
import { allowanceAt, lineAt, taxAt } from './parts.ts';
import { withAmounts } from './payments.ts';
import { kindOfType } from './type-codes.ts';
import { amountOf, dayOf, dayOrNone, decimalOf, sum } from './values.ts';
import type { XmlElement } from './xml.ts';

/** The ordinary FatturaPA: 1.2.x of the Agenzia delle Entrate, and 1.0 and 1.1 before 2017, which have the same names. */
export const FATTURAPA_NAMESPACES: readonly string[] = [
  'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2',
  'http://www.fatturapa.gov.it/sdi/fatturapa/v1.1',
  'http://www.fatturapa.gov.it/sdi/fatturapa/v1.0',
];

/** Reads a FatturaPA: one invoice for each body, all of one seller and one buyer. */
export function readFatturaPa(root: XmlElement): readonly Invoice[] {
  const header = one(root, 'FatturaElettronicaHeader');
  const seller = partyOf(one(header, 'CedentePrestatore'));
  const buyer = partyOf(one(header, 'CessionarioCommittente'));
  const profile = text(header, 'DatiTrasmissione/FormatoTrasmissione');
  return all(root, 'FatturaElettronicaBody').map((body) => ({
    ...bodyOf(body),
    ...present({ profile }),
    seller,
    buyer,
  }));
}

function bodyOf(body: XmlElement): Omit<Invoice, 'seller' | 'buyer' | 'profile'> {
  const document = one(body, 'DatiGenerali/DatiGeneraliDocumento');
  const goods = one(body, 'DatiBeniServizi');
  const typeCode = text(document, 'TipoDocumento') ?? 'TD01';
  const taxes = all(goods, 'DatiRiepilogo').map(taxOf);
  const stages = all(body, 'DatiPagamento').map((terms) => all(terms, 'DettaglioPagamento').map(paymentOf));
  const payments = stages.flat();
  const lines = all(goods, 'DettaglioLinee').map(lineOf);
  const paid = payments.flatMap(({ amount }) => amount ?? []);
  const stamp = decimalOf(text(document, 'DatiBollo/ImportoBollo'), 'ImportoBollo');
  const withheld = texts(document, 'DatiRitenuta/ImportoRitenuta').flatMap(
    (amount) => decimalOf(amount, 'ImportoRitenuta') ?? [],
  );
  const stated = statedTotalOf(document);
  const rounding = decimalOf(text(document, 'Arrotondamento'), 'Arrotondamento');
  const allowances = [
    ...all(document, 'ScontoMaggiorazione').flatMap((one) => allowanceOf(one) ?? []),
    ...all(document, 'DatiCassaPrevidenziale').flatMap((one) => fundOf(one) ?? []),
  ];
  const withTax = stated ?? totalOf({ taxes, lines, allowances, stamp, rounding, withheld, paid });
  const toPay = withoutAlternatives(stages, withTax);
  const owed = toPay.flatMap(({ amount }) => amount ?? []);
  return present<Omit<Invoice, 'seller' | 'buyer' | 'profile'>>({
    format: 'FatturaPA',
    typeCode,
    kind: kindOfType(typeCode),
    number: text(document, 'Numero'),
    issueDate: dayOf(text(document, 'Data'), 'Data'),
    dueDate: payments.flatMap(({ dueDate }) => dueDate ?? []).sort()[0],
    payments: withAmounts(toPay),
    deliveryDate: dayOrNone(text(body, 'DatiGenerali/DatiDDT/DataDDT')),
    period: undefined,
    currency: text(document, 'Divisa')?.toUpperCase(),
    taxCurrency: undefined,
    lines,
    allowances,
    taxes,
    totals: present<InvoiceTotals>({
      lines: undefined,
      withoutTax: amountOf(sum(taxes.map(({ basis }) => basis))),
      tax: amountOf(sum(taxes.map(({ amount }) => amount))),
      withTax,
      rounding,
      prepaid: undefined,
      allowances: undefined,
      charges: undefined,
      stampDuty: stamp,
      withheld: withheld.length > 0 ? amountOf(sum(withheld)) : undefined,
      due: owed.length > 0 ? amountOf(sum(owed)) : undefined,
    }),
    computed: ['withoutTax', 'tax', ...(stated === undefined && withTax !== undefined ? (['withTax'] as const) : [])],
    precedingNumbers: texts(body, 'DatiGenerali/DatiFattureCollegate/IdDocumento'),
  });
}

const statedTotalOf = (document: XmlElement | undefined): Decimal | undefined =>
  decimalOf(
    inCurrency(all(document, 'ImportoTotaleDocumento'), undefined)?.text || undefined,
    'ImportoTotaleDocumento',
  );

/** Its own Arrotondamento is in the basis already. */
const taxOf = (summary: XmlElement): TaxBreakdown => {
  const extras = ['SpeseAccessorie', 'Arrotondamento'].flatMap((name) => decimalOf(text(summary, name), name) ?? []);
  return {
    ...taxAt(summary, { category: 'Natura', rate: ['AliquotaIVA'], basis: 'ImponibileImporto', amount: 'Imposta' }),
    ...(extras.length > 0 && { beside: amountOf(sum(extras)) }),
  };
};

const paymentOf = (payment: XmlElement): Payment =>
  present<Payment>({
    dueDate: dayOf(text(payment, 'DataScadenzaPagamento'), 'DataScadenzaPagamento'),
    amount: decimalOf(text(payment, 'ImportoPagamento'), 'ImportoPagamento'),
  });

/**
 * What is to be paid: all instalments. The same amount more than once, which together would be more than the whole,
 * by more than a cent each that comes from rounding, is one payment by another means each, whether single or a set of
 * terms; the earliest stands for them, or the first set.
 */
function withoutAlternatives(
  stages: readonly (readonly Payment[])[],
  withTax: Decimal | undefined,
): readonly Payment[] {
  const all = stages.flat().filter(({ amount }) => amount !== undefined);
  const whole = sum(all.map(({ amount }) => amount));
  const rounded = new Big(all.length).div(100);
  if (withTax === undefined || whole.abs().lte(new Big(withTax).abs().plus(rounded))) return stages.flat();
  if (isSame(all.map(({ amount }) => new Big(amount ?? 0)))) return [...all].sort(byDay).slice(0, 1);
  const isOneOf = isSame(stages.map((stage) => sum(stage.map(({ amount }) => amount))));
  return isOneOf && stages.length > 1 ? (stages[0] ?? []) : stages.flat();
}

const isSame = (amounts: readonly Big[]): boolean => amounts.every((amount) => amount.eq(amounts[0] ?? 0));

/** What has no day comes last. */
const byDay = (one: Payment, other: Payment): number => (one.dueDate ?? '9999').localeCompare(other.dueDate ?? '9999');

function partyOf(party: XmlElement | undefined): Party {
  const data = one(party, 'DatiAnagrafici');
  return italianParty({ numbers: data, name: one(data, 'Anagrafica'), seat: one(party, 'Sede') });
}

const lineOf = (line: XmlElement): InvoiceLine =>
  present<InvoiceLine>({
    ...lineAt(line, all(line, 'ScontoMaggiorazione').map(allowanceOf), {
      id: 'NumeroLinea',
      description: ['Descrizione'],
      quantity: 'Quantita',
      unitPrice: 'PrezzoUnitario',
      netAmount: 'PrezzoTotale',
      taxCategory: 'Natura',
      taxRate: 'AliquotaIVA',
    }),
    unit: text(line, 'UnitaMisura'),
  });

/** SC is a discount, MG a surcharge. */
const allowanceOf = (element: XmlElement): AllowanceCharge | undefined =>
  allowanceAt(element, text(element, 'Tipo') === 'MG', { amount: 'Importo' });

/** What a professional adds for the pension fund. */
const fundOf = (element: XmlElement): AllowanceCharge | undefined =>
  allowanceAt(element, true, { amount: 'ImportoContributoCassa', reason: 'TipoCassa', taxRate: 'AliquotaIVA' });
