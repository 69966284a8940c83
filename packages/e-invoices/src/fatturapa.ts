import Big from 'big.js';
import type { AllowanceCharge, Invoice, InvoiceLine, InvoiceTotals, Party, TaxBreakdown } from './invoice.ts';
import { all, every, one, present, text, texts } from './navigate.ts';
import { kindOfType } from './type-codes.ts';
import { amountOf, dayOf, decimalOf, sum } from './values.ts';
import type { XmlElement } from './xml.ts';

/** FatturaPA 1.2.x of the Agenzia delle Entrate, the ordinary invoice. */
export const FATTURAPA_NAMESPACE = 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2';

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
  const summaries = all(goods, 'DatiRiepilogo').map(summaryOf);
  const payments = every(body, 'DatiPagamento/DettaglioPagamento');
  const due = payments.flatMap(
    (payment) => dayOf(text(payment, 'DataScadenzaPagamento'), 'DataScadenzaPagamento') ?? [],
  );
  const lines = all(goods, 'DettaglioLinee').map(lineOf);
  const paid = payments.flatMap((payment) => decimalOf(text(payment, 'ImportoPagamento'), 'ImportoPagamento') ?? []);
  const stamp = decimalOf(text(document, 'DatiBollo/ImportoBollo'), 'ImportoBollo');
  const withheld = texts(document, 'DatiRitenuta/ImportoRitenuta').flatMap(
    (amount) => decimalOf(amount, 'ImportoRitenuta') ?? [],
  );
  const stated = decimalOf(text(document, 'ImportoTotaleDocumento'), 'ImportoTotaleDocumento');
  const rounding = decimalOf(text(document, 'Arrotondamento'), 'Arrotondamento');
  const withTax = stated ?? totalOf(summaries, { stamp, rounding, withheld, paid });
  return present<Omit<Invoice, 'seller' | 'buyer' | 'profile'>>({
    format: 'FatturaPA',
    typeCode,
    kind: kindOfType(typeCode),
    number: text(document, 'Numero'),
    issueDate: dayOf(text(document, 'Data'), 'Data'),
    dueDate: [...due].sort()[0],
    deliveryDate: dayOf(text(body, 'DatiGenerali/DatiDDT/DataDDT'), 'DataDDT'),
    period: undefined,
    currency: text(document, 'Divisa'),
    taxCurrency: undefined,
    lines,
    allowances: [
      ...all(document, 'ScontoMaggiorazione').flatMap((one) => allowanceOf(one) ?? []),
      ...all(document, 'DatiCassaPrevidenziale').flatMap((one) => fundOf(one) ?? []),
    ],
    taxes: summaries.map(({ tax }) => tax),
    totals: present<InvoiceTotals>({
      lines: undefined,
      withoutTax: amountOf(sum(summaries.map(({ tax }) => tax.basis))),
      tax: amountOf(sum(summaries.map(({ tax }) => tax.amount))),
      withTax,
      rounding,
      prepaid: undefined,
      allowances: undefined,
      charges: undefined,
      stampDuty: stamp,
      withheld: withheld.length > 0 ? amountOf(sum(withheld)) : undefined,
      due: paid.length > 0 ? amountOf(sum(paid)) : undefined,
    }),
    computed: ['withoutTax', 'tax', ...(stated === undefined && withTax !== undefined ? (['withTax'] as const) : [])],
    precedingNumbers: texts(body, 'DatiGenerali/DatiFattureCollegate/IdDocumento'),
  });
}

interface Summary {
  readonly tax: TaxBreakdown;
  readonly rounding?: string | undefined;
}

const summaryOf = (summary: XmlElement): Summary => ({
  tax: present<TaxBreakdown>({
    category: text(summary, 'Natura'),
    rate: decimalOf(text(summary, 'AliquotaIVA'), 'AliquotaIVA'),
    basis: decimalOf(text(summary, 'ImponibileImporto'), 'ImponibileImporto'),
    amount: decimalOf(text(summary, 'Imposta'), 'Imposta'),
  }),
  rounding: decimalOf(text(summary, 'Arrotondamento'), 'Arrotondamento'),
});

/**
 * The total that a file leaves out: bases and taxes of the summaries, with the rounding. The stamp duty counts where the
 * seller charges it, which mostly is a line of its own; where it is none, what is to be paid tells.
 */
function totalOf(
  summaries: readonly Summary[],
  {
    stamp,
    rounding,
    withheld,
    paid,
  }: {
    readonly stamp: string | undefined;
    readonly rounding: string | undefined;
    readonly withheld: readonly string[];
    readonly paid: readonly string[];
  },
): string | undefined {
  if (summaries.length === 0) return undefined;
  const plain = sum(summaries.flatMap(({ tax }) => [tax.basis, tax.amount])).plus(rounding ?? 0);
  if (stamp === undefined) return amountOf(plain);
  const withStamp = plain.plus(stamp);
  const isCharged = summaries.some(({ tax }) => tax.category !== undefined && new Big(tax.basis ?? 0).eq(stamp));
  const owed = sum(paid).plus(sum(withheld));
  if (paid.length > 0 && owed.eq(plain)) return amountOf(plain);
  return amountOf(isCharged ? plain : withStamp);
}

function partyOf(party: XmlElement | undefined): Party {
  const data = one(party, 'DatiAnagrafici');
  const vat = one(data, 'IdFiscaleIVA');
  const name = text(data, 'Anagrafica/Denominazione');
  const person = ['Nome', 'Cognome'].flatMap((part) => text(data, `Anagrafica/${part}`) ?? []).join(' ');
  const seat = one(party, 'Sede');
  const street = [text(seat, 'Indirizzo'), text(seat, 'NumeroCivico')].filter((part) => part !== undefined).join(' ');
  return present<Party>({
    name: name ?? (person === '' ? undefined : person),
    tradingName: undefined,
    taxIds: [
      ...(vat ? [`${text(vat, 'IdPaese') ?? ''}${text(vat, 'IdCodice') ?? ''}`] : []),
      ...texts(data, 'CodiceFiscale'),
    ],
    address:
      seat &&
      present({
        lines: street === '' ? [] : [street],
        postCode: text(seat, 'CAP'),
        city: text(seat, 'Comune'),
        region: text(seat, 'Provincia'),
        country: text(seat, 'Nazione'),
      }),
  });
}

const lineOf = (line: XmlElement): InvoiceLine =>
  present<InvoiceLine>({
    id: text(line, 'NumeroLinea'),
    description: text(line, 'Descrizione') ?? '',
    quantity: decimalOf(text(line, 'Quantita'), 'Quantita'),
    unit: text(line, 'UnitaMisura'),
    unitPrice: decimalOf(text(line, 'PrezzoUnitario'), 'PrezzoUnitario'),
    baseQuantity: undefined,
    netAmount: decimalOf(text(line, 'PrezzoTotale'), 'PrezzoTotale'),
    taxCategory: text(line, 'Natura'),
    taxRate: decimalOf(text(line, 'AliquotaIVA'), 'AliquotaIVA'),
    allowances: all(line, 'ScontoMaggiorazione').flatMap((one) => allowanceOf(one) ?? []),
  });

/** SC is a discount, MG a surcharge. */
function allowanceOf(element: XmlElement): AllowanceCharge | undefined {
  const amount = decimalOf(text(element, 'Importo'), 'Importo');
  return amount === undefined ? undefined : { isCharge: text(element, 'Tipo') === 'MG', amount };
}

/** What a professional adds for the pension fund. */
function fundOf(element: XmlElement): AllowanceCharge | undefined {
  const amount = decimalOf(text(element, 'ImportoContributoCassa'), 'ImportoContributoCassa');
  return amount === undefined
    ? undefined
    : present<AllowanceCharge>({
        isCharge: true,
        amount,
        reason: text(element, 'TipoCassa'),
        taxRate: decimalOf(text(element, 'AliquotaIVA'), 'AliquotaIVA'),
      });
}
