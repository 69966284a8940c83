import { inCurrency, isInCurrency } from './in-currency.ts';
import type { AllowanceCharge, Invoice, InvoiceLine, InvoiceTotals, Party, Payment, TaxBreakdown } from './invoice.ts';
import { all, one, present, text, texts, textsOrNone } from './navigate.ts';
import { allowanceAt, isTrue, lineAt, taxAt } from './parts.ts';
import { withAmounts } from './payments.ts';
import { profileOf } from './profiles.ts';
import { kindOfType } from './type-codes.ts';
import { amountOf, dayOf, dayOrNone, decimalOf, sum } from './values.ts';
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
  const stated =
    text(root, 'DocumentCurrencyCode') ?? one(root, 'LegalMonetaryTotal/PayableAmount')?.attributes['currencyID'];
  const currency = stated?.toUpperCase();
  const from = dayOrNone(text(root, 'InvoicePeriod/StartDate'));
  const to = dayOrNone(text(root, 'InvoicePeriod/EndDate'));
  const taxTotals = taxTotalsOf(root, currency);
  const payments = all(root, 'PaymentTerms').map((terms) => paymentOf(terms, root, currency));
  const dueDates = [
    text(root, 'DueDate'),
    ...texts(root, 'PaymentMeans/PaymentDueDate'),
    ...texts(root, 'PaymentTerms/PaymentDueDate'),
  ];
  return present<Invoice>({
    format: 'UBL',
    profile: profileOf(text(root, 'CustomizationID')),
    typeCode,
    // A CreditNote whose code is an invoice's is a credit note all the same, unless the buyer wrote it.
    kind: isCredit && kindOfType(typeCode) !== 'self-billed' ? 'credit-note' : kindOfType(typeCode),
    number: text(root, 'ID'),
    issueDate: dayOf(text(root, 'IssueDate'), 'BT-2'),
    dueDate:
      dueDates.flatMap((day) => dayOf(day, 'BT-9') ?? []).sort()[0] ??
      payments.flatMap(({ dueDate }) => dueDate ?? []).sort()[0],
    payments: withAmounts(payments),
    deliveryDate: dayOrNone(text(root, 'Delivery/ActualDeliveryDate')),
    period: from === undefined && to === undefined ? undefined : present({ from, to }),
    currency,
    taxCurrency: text(root, 'TaxCurrencyCode'),
    seller: partyOf(one(root, 'AccountingSupplierParty/Party')),
    buyer: partyOf(one(root, 'AccountingCustomerParty/Party')),
    lines: all(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine').map((line) => lineOf(line, isCredit)),
    allowances: all(root, 'AllowanceCharge').flatMap((element) => allowanceOf(element) ?? []),
    taxes: taxTotals.flatMap((element) => all(element, 'TaxSubtotal')).map(taxOf),
    totals: totalsOf(all(root, 'LegalMonetaryTotal'), taxTotals, currency),
    computed: taxTotals.length > 1 ? ['tax'] : [],
    precedingNumbers: texts(root, 'BillingReference/InvoiceDocumentReference/ID'),
    prepaidNumbers: textsOrNone(root, 'PrepaidPayment/ID'),
  });
}

/**
 * In the document's currency; others state the tax in the currency that it is reported in. EN 16931 has one with its
 * parts; elsewhere each kind of tax has its own.
 */
function taxTotalsOf(root: XmlElement, currency: string | undefined): readonly XmlElement[] {
  const known = all(root, 'TaxTotal').filter((element) => isInCurrency(one(element, 'TaxAmount'), currency));
  const withParts = known.filter((element) => one(element, 'TaxSubtotal'));
  if (withParts.length > 0) return withParts;
  const amount = inCurrency(
    known.flatMap((element) => one(element, 'TaxAmount') ?? []),
    currency,
  );
  return known.filter((element) => one(element, 'TaxAmount') === amount).slice(0, 1);
}

/** Terms may leave the day to the means of payment that they name. */
function paymentOf(terms: XmlElement, root: XmlElement, currency: string | undefined): Payment {
  const named = text(terms, 'PaymentMeansID');
  const means = all(root, 'PaymentMeans').find((one) => named !== undefined && text(one, 'ID') === named);
  const day = text(terms, 'InstallmentDueDate') ?? text(terms, 'PaymentDueDate') ?? text(means, 'PaymentDueDate');
  const amount = all(terms, 'Amount').find((stated) => isInCurrency(stated, currency))?.text;
  return present<Payment>({
    dueDate: dayOf(day, 'InstallmentDueDate'),
    amount: decimalOf(amount || undefined, 'PaymentTerms/Amount'),
  });
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

const lineOf = (element: XmlElement, isCredit: boolean): InvoiceLine =>
  lineAt(element, all(element, 'AllowanceCharge').map(allowanceOf), {
    id: 'ID',
    description: ['Item/Name', 'Item/Description'],
    quantity: isCredit ? 'CreditedQuantity' : 'InvoicedQuantity',
    unitPrice: 'Price/PriceAmount',
    baseQuantity: 'Price/BaseQuantity',
    netAmount: 'LineExtensionAmount',
    taxCategory: 'Item/ClassifiedTaxCategory/ID',
    taxRate: 'Item/ClassifiedTaxCategory/Percent',
  });

const allowanceOf = (element: XmlElement): AllowanceCharge | undefined =>
  allowanceAt(element, isTrue(text(element, 'ChargeIndicator')), {
    amount: 'Amount',
    reason: 'AllowanceChargeReason',
    taxRate: 'TaxCategory/Percent',
  });

const taxOf = (element: XmlElement): TaxBreakdown =>
  taxAt(element, {
    category: 'TaxCategory/ID',
    rate: ['TaxCategory/Percent', 'Percent'],
    basis: 'TaxableAmount',
    amount: 'TaxAmount',
  });

function totalsOf(
  monetary: readonly XmlElement[],
  taxTotals: readonly XmlElement[],
  currency: string | undefined,
): InvoiceTotals {
  const amount = (name: string, what: string) =>
    decimalOf(
      inCurrency(
        monetary.flatMap((one) => all(one, name)),
        currency,
      )?.text || undefined,
      what,
    );
  const taxes = taxTotals.flatMap((element) => decimalOf(text(element, 'TaxAmount'), 'BT-110') ?? []);
  return present<InvoiceTotals>({
    lines: amount('LineExtensionAmount', 'BT-106'),
    allowances: amount('AllowanceTotalAmount', 'BT-107'),
    charges: amount('ChargeTotalAmount', 'BT-108'),
    withoutTax: amount('TaxExclusiveAmount', 'BT-109'),
    tax: taxes.length > 1 ? amountOf(sum(taxes)) : taxes[0],
    withTax: amount('TaxInclusiveAmount', 'BT-112'),
    prepaid: amount('PrepaidAmount', 'BT-113'),
    rounding: amount('PayableRoundingAmount', 'BT-114'),
    due: amount('PayableAmount', 'BT-115'),
  });
}
