import type { Invoice } from './invoice.ts';

/** What a consumer takes from an invoice. */
export type InvoiceFact =
  | 'number'
  | 'type'
  | 'date'
  | 'dueDate'
  | 'deliveryDate'
  | 'period'
  | 'currency'
  | 'seller'
  | 'sellerTaxId'
  | 'buyer'
  | 'lines'
  | 'withoutTax'
  | 'tax'
  | 'total'
  | 'prepaid'
  | 'rounding'
  | 'due';

/** Where a fact stands in the file. */
export interface InvoiceSource {
  /** Of EN 16931, a business term or a group of them. */
  readonly term: string;
  /** By the prefix it has in the standards; with the one above where its name alone says too little. */
  readonly element: string;
}

const TERMS: Readonly<Record<InvoiceFact, string>> = {
  number: 'BT-1',
  type: 'BT-3',
  date: 'BT-2',
  dueDate: 'BT-9',
  deliveryDate: 'BT-72',
  period: 'BG-14',
  currency: 'BT-5',
  seller: 'BT-27',
  sellerTaxId: 'BT-31',
  buyer: 'BT-44',
  lines: 'BG-25',
  withoutTax: 'BT-109',
  tax: 'BT-110',
  total: 'BT-112',
  prepaid: 'BT-113',
  rounding: 'BT-114',
  due: 'BT-115',
};

type Elements = Readonly<Record<InvoiceFact, string>>;

const CII: Elements = {
  number: 'rsm:ExchangedDocument/ram:ID',
  type: 'rsm:ExchangedDocument/ram:TypeCode',
  date: 'ram:IssueDateTime',
  dueDate: 'ram:DueDateDateTime',
  deliveryDate: 'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime',
  period: 'ram:BillingSpecifiedPeriod',
  currency: 'ram:InvoiceCurrencyCode',
  seller: 'ram:SellerTradeParty/ram:Name',
  sellerTaxId: 'ram:SellerTradeParty/ram:SpecifiedTaxRegistration',
  buyer: 'ram:BuyerTradeParty/ram:Name',
  lines: 'ram:IncludedSupplyChainTradeLineItem',
  withoutTax: 'ram:TaxBasisTotalAmount',
  tax: 'ram:TaxTotalAmount',
  total: 'ram:GrandTotalAmount',
  prepaid: 'ram:TotalPrepaidAmount',
  rounding: 'ram:RoundingAmount',
  due: 'ram:DuePayableAmount',
};

const UBL: Elements = {
  number: 'cbc:ID',
  type: 'cbc:InvoiceTypeCode',
  date: 'cbc:IssueDate',
  dueDate: 'cbc:DueDate',
  deliveryDate: 'cac:Delivery/cbc:ActualDeliveryDate',
  period: 'cac:InvoicePeriod',
  currency: 'cbc:DocumentCurrencyCode',
  seller: 'cac:AccountingSupplierParty/cac:Party',
  sellerTaxId: 'cac:AccountingSupplierParty/cac:PartyTaxScheme',
  buyer: 'cac:AccountingCustomerParty/cac:Party',
  lines: 'cac:InvoiceLine',
  withoutTax: 'cbc:TaxExclusiveAmount',
  tax: 'cac:TaxTotal/cbc:TaxAmount',
  total: 'cbc:TaxInclusiveAmount',
  prepaid: 'cbc:PrepaidAmount',
  rounding: 'cbc:PayableRoundingAmount',
  due: 'cbc:PayableAmount',
};

/** It has no period of its own, and says nothing of what was prepaid. */
const FATTURAPA: Omit<Elements, 'prepaid' | 'period'> = {
  number: 'Numero',
  type: 'TipoDocumento',
  date: 'Data',
  dueDate: 'DataScadenzaPagamento',
  deliveryDate: 'DatiDDT/DataDDT',
  currency: 'Divisa',
  seller: 'CedentePrestatore',
  sellerTaxId: 'CedentePrestatore/IdFiscaleIVA',
  buyer: 'CessionarioCommittente',
  lines: 'DettaglioLinee',
  withoutTax: 'ImponibileImporto',
  tax: 'Imposta',
  total: 'ImportoTotaleDocumento',
  rounding: 'DatiGeneraliDocumento/Arrotondamento',
  due: 'ImportoPagamento',
};

const SIMPLIFIED: Partial<Elements> = {
  lines: 'DatiBeniServizi',
  withoutTax: 'Importo',
  tax: 'DatiIVA',
  total: 'Importo',
};

/**
 * Where a fact of an invoice comes from, to be told with it: `{ term: 'BT-112', element: 'ram:GrandTotalAmount' }`. For a
 * total that the file leaves out, the element that it is computed from. Undefined for a fact that the format does not have.
 */
export const sourceOf = (
  invoice: Pick<Invoice, 'format' | 'profile' | 'kind' | 'computed'>,
  fact: InvoiceFact,
): InvoiceSource | undefined => {
  const element = elementsOf(invoice)[fact];
  return element === undefined ? undefined : { term: TERMS[fact], element };
};

function elementsOf({ format, profile, kind, computed }: Parameters<typeof sourceOf>[0]): Partial<Elements> {
  switch (format) {
    case 'CII':
      return CII;
    case 'ZUGFeRD 1':
      return {
        ...CII,
        number: 'rsm:HeaderExchangedDocument/ram:ID',
        type: 'rsm:HeaderExchangedDocument/ram:TypeCode',
      };
    case 'UBL':
      return kind === 'credit-note'
        ? { ...UBL, type: 'cbc:CreditNoteTypeCode', lines: 'cac:CreditNoteLine', dueDate: 'cbc:PaymentDueDate' }
        : UBL;
    case 'FatturaPA':
      if (profile === 'FSM10') return { ...FATTURAPA, ...SIMPLIFIED };
      return computed.includes('withTax') ? { ...FATTURAPA, total: 'DatiRiepilogo' } : FATTURAPA;
  }
}
