import Big from 'big.js';
import type { Invoice, InvoiceLine, InvoiceTotals, TaxBreakdown } from './invoice.ts';
import { italianParty } from './italian-party.ts';
import { all, one, present, text, texts } from './navigate.ts';
import { kindOfType } from './type-codes.ts';
import { amountOf, dayOf, decimalOf, sum } from './values.ts';
import type { XmlElement } from './xml.ts';

/** The simplified invoice of the Agenzia delle Entrate (FSM10), for small amounts: TD07 to TD09. */
export const FATTURAPA_SIMPLIFIED_NAMESPACE = 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0';

/** Reads a simplified FatturaPA: one invoice for each body. It states what each thing costs with its tax. */
export function readSimplifiedFatturaPa(root: XmlElement): readonly Invoice[] {
  const header = one(root, 'FatturaElettronicaHeader');
  const from = one(header, 'CedentePrestatore');
  const to = one(header, 'CessionarioCommittente');
  const other = one(to, 'AltriDatiIdentificativi');
  const profile = text(header, 'DatiTrasmissione/FormatoTrasmissione');
  return all(root, 'FatturaElettronicaBody').map((body) => ({
    ...bodyOf(body),
    ...present({ profile }),
    seller: italianParty({ numbers: from, name: from, seat: one(from, 'Sede') }),
    buyer: italianParty({ numbers: one(to, 'IdentificativiFiscali'), name: other, seat: one(other, 'Sede') }),
  }));
}

function bodyOf(body: XmlElement): Omit<Invoice, 'seller' | 'buyer' | 'profile'> {
  const document = one(body, 'DatiGenerali/DatiGeneraliDocumento');
  const typeCode = text(document, 'TipoDocumento') ?? 'TD07';
  const goods = all(body, 'DatiBeniServizi');
  const totals = totalsOf(goods);
  return present<Omit<Invoice, 'seller' | 'buyer' | 'profile'>>({
    format: 'FatturaPA',
    typeCode,
    kind: kindOfType(typeCode),
    number: text(document, 'Numero'),
    issueDate: dayOf(text(document, 'Data'), 'Data'),
    dueDate: undefined,
    deliveryDate: undefined,
    period: undefined,
    currency: text(document, 'Divisa'),
    taxCurrency: undefined,
    lines: goods.map(lineOf),
    allowances: [],
    taxes: goods.flatMap((good) => taxOf(good) ?? []),
    totals,
    computed: totals.withTax === undefined ? [] : ['withoutTax', 'tax', 'withTax'],
    precedingNumbers: texts(body, 'DatiGenerali/DatiFatturaRettificata/NumeroFR'),
  });
}

const costOf = (good: XmlElement) => decimalOf(text(good, 'Importo'), 'Importo');
const rateOf = (good: XmlElement) => decimalOf(text(good, 'DatiIVA/Aliquota'), 'Aliquota');
const statedTaxOf = (good: XmlElement) => decimalOf(text(good, 'DatiIVA/Imposta'), 'Imposta');

const lineOf = (good: XmlElement): InvoiceLine =>
  present<InvoiceLine>({
    id: undefined,
    description: text(good, 'Descrizione') ?? '',
    quantity: undefined,
    unit: undefined,
    unitPrice: undefined,
    baseQuantity: undefined,
    netAmount: undefined,
    amountWithTax: costOf(good),
    taxCategory: text(good, 'Natura'),
    taxRate: rateOf(good),
    allowances: [],
  });

/** What it says of its tax: the amount, the rate or both. */
function taxOf(good: XmlElement): TaxBreakdown | undefined {
  const [category, rate, amount] = [text(good, 'Natura'), rateOf(good), statedTaxOf(good)];
  if (category === undefined && rate === undefined && amount === undefined) return undefined;
  return present<TaxBreakdown>({ category, rate, basis: undefined, amount });
}

/** The tax within an amount: stated, or by its rate to the cent. */
function taxWithin(good: XmlElement): string {
  const rate = new Big(rateOf(good) ?? 0);
  const within = new Big(costOf(good) ?? 0).times(rate).div(rate.plus(100)).round(2, Big.roundHalfUp);
  return statedTaxOf(good) ?? within.toFixed();
}

/** The format states no total. */
function totalsOf(goods: readonly XmlElement[]): InvoiceTotals {
  const costs = goods.map(costOf);
  if (costs.length === 0 || costs.includes(undefined)) return {};
  const [withTax, tax] = [sum(costs), sum(goods.map(taxWithin))];
  return { withoutTax: amountOf(withTax.minus(tax)), tax: amountOf(tax), withTax: amountOf(withTax) };
}
