import type {
  AllowanceCharge,
  Invoice,
  InvoiceKind,
  InvoiceLine,
  InvoiceTotals,
  Party,
  TaxBreakdown,
} from './invoice.ts';
import { all, one, present, text, texts } from './navigate.ts';
import { kindOfType } from './type-codes.ts';
import { dayOf, decimalOf } from './values.ts';
import type { XmlElement } from './xml.ts';

/** OASIS UBL 2.1 and its later versions, which keep the names. */
export const UBL_NAMESPACES: readonly string[] = [
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
];

/** Reads a UBL Invoice or CreditNote: Peppol BIS 3, XRechnung, and every other national use. */
export function readUbl(root: XmlElement): Invoice {
  const isCredit = root.name === 'CreditNote';
  const typeCode = text(root, isCredit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode') ?? (isCredit ? '381' : '380');
  const currency =
    text(root, 'DocumentCurrencyCode') ?? one(root, 'LegalMonetaryTotal/PayableAmount')?.attributes['currencyID'];
  const from = dayOf(text(root, 'InvoicePeriod/StartDate'), 'BT-73');
  const to = dayOf(text(root, 'InvoicePeriod/EndDate'), 'BT-74');
  const taxTotal = taxTotalOf(root, currency);
  const dueDates = [
    text(root, 'DueDate'),
    ...texts(root, 'PaymentMeans/PaymentDueDate'),
    ...texts(root, 'PaymentTerms/PaymentDueDate'),
  ];
  return present<Invoice>({
    format: 'UBL',
    profile: profileOf(text(root, 'CustomizationID')),
    typeCode,
    kind: kindOf(typeCode, isCredit),
    number: text(root, 'ID'),
    issueDate: dayOf(text(root, 'IssueDate'), 'BT-2'),
    dueDate: dueDates.flatMap((day) => dayOf(day, 'BT-9') ?? []).sort()[0],
    deliveryDate: dayOf(text(root, 'Delivery/ActualDeliveryDate'), 'BT-72'),
    period: from === undefined && to === undefined ? undefined : present({ from, to }),
    currency,
    taxCurrency: text(root, 'TaxCurrencyCode'),
    seller: partyOf(one(root, 'AccountingSupplierParty/Party')),
    buyer: partyOf(one(root, 'AccountingCustomerParty/Party')),
    lines: all(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine').map((line) => lineOf(line, isCredit)),
    allowances: all(root, 'AllowanceCharge').flatMap((element) => allowanceOf(element) ?? []),
    taxes: all(taxTotal, 'TaxSubtotal').map(taxOf),
    totals: totalsOf(one(root, 'LegalMonetaryTotal'), taxTotal),
    computed: [],
    precedingNumbers: texts(root, 'BillingReference/InvoiceDocumentReference/ID'),
  });
}

/** A CreditNote whose code is an invoice's is a credit note all the same. */
function kindOf(typeCode: string, isCredit: boolean): InvoiceKind {
  const kind = kindOfType(typeCode);
  return isCredit && kind === 'invoice' ? 'credit-note' : kind;
}

function profileOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (/xrechnung/i.test(id)) return 'XRECHNUNG';
  if (/peppol/i.test(id)) return 'Peppol BIS 3';
  return /en16931/i.test(id) ? 'EN 16931' : id;
}

/** The one in the document's currency; another may state the tax in the currency that it is reported in. */
function taxTotalOf(root: XmlElement, currency: string | undefined): XmlElement | undefined {
  const taxTotals = all(root, 'TaxTotal');
  return taxTotals.find((element) => one(element, 'TaxAmount')?.attributes['currencyID'] === currency) ?? taxTotals[0];
}

function partyOf(party: XmlElement | undefined): Party {
  const address = one(party, 'PostalAddress');
  const [legal, trading] = [text(party, 'PartyLegalEntity/RegistrationName'), text(party, 'PartyName/Name')];
  return present<Party>({
    name: legal ?? trading,
    tradingName: legal === undefined ? undefined : trading,
    taxIds: texts(party, 'PartyTaxScheme/CompanyID'),
    address:
      address &&
      present({
        lines: [
          text(address, 'StreetName'),
          text(address, 'AdditionalStreetName'),
          text(address, 'AddressLine/Line'),
        ].filter((line) => line !== undefined),
        postCode: text(address, 'PostalZone'),
        city: text(address, 'CityName'),
        region: text(address, 'CountrySubentity'),
        country: text(address, 'Country/IdentificationCode'),
      }),
  });
}

function lineOf(line: XmlElement, isCredit: boolean): InvoiceLine {
  const quantity = one(line, isCredit ? 'CreditedQuantity' : 'InvoicedQuantity');
  const item = one(line, 'Item');
  return present<InvoiceLine>({
    id: text(line, 'ID'),
    description: [text(item, 'Name'), text(item, 'Description')].filter(Boolean).join(', '),
    quantity: decimalOf(quantity?.text || undefined, 'BT-129'),
    unit: quantity?.attributes['unitCode'],
    unitPrice: decimalOf(text(line, 'Price/PriceAmount'), 'BT-146'),
    baseQuantity: decimalOf(text(line, 'Price/BaseQuantity'), 'BT-149'),
    netAmount: decimalOf(text(line, 'LineExtensionAmount'), 'BT-131'),
    taxCategory: text(item, 'ClassifiedTaxCategory/ID'),
    taxRate: decimalOf(text(item, 'ClassifiedTaxCategory/Percent'), 'BT-152'),
    allowances: all(line, 'AllowanceCharge').flatMap((element) => allowanceOf(element) ?? []),
  });
}

function allowanceOf(element: XmlElement): AllowanceCharge | undefined {
  const amount = decimalOf(text(element, 'Amount'), 'BT-92');
  if (amount === undefined) return undefined;
  return present<AllowanceCharge>({
    isCharge: text(element, 'ChargeIndicator') === 'true',
    amount,
    reason: text(element, 'AllowanceChargeReason'),
    taxRate: decimalOf(text(element, 'TaxCategory/Percent'), 'BT-96'),
  });
}

const taxOf = (tax: XmlElement): TaxBreakdown =>
  present<TaxBreakdown>({
    category: text(tax, 'TaxCategory/ID'),
    rate: decimalOf(text(tax, 'TaxCategory/Percent') ?? text(tax, 'Percent'), 'BT-119'),
    basis: decimalOf(text(tax, 'TaxableAmount'), 'BT-116'),
    amount: decimalOf(text(tax, 'TaxAmount'), 'BT-117'),
  });

function totalsOf(total: XmlElement | undefined, taxTotal: XmlElement | undefined): InvoiceTotals {
  const amount = (name: string, what: string) => decimalOf(text(total, name), what);
  return present<InvoiceTotals>({
    lines: amount('LineExtensionAmount', 'BT-106'),
    allowances: amount('AllowanceTotalAmount', 'BT-107'),
    charges: amount('ChargeTotalAmount', 'BT-108'),
    withoutTax: amount('TaxExclusiveAmount', 'BT-109'),
    tax: decimalOf(text(taxTotal, 'TaxAmount'), 'BT-110'),
    withTax: amount('TaxInclusiveAmount', 'BT-112'),
    prepaid: amount('PrepaidAmount', 'BT-113'),
    rounding: amount('PayableRoundingAmount', 'BT-114'),
    due: amount('PayableAmount', 'BT-115'),
  });
}
