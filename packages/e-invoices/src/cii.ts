import { EInvoiceError } from './errors.ts';
import { inCurrency, isInCurrency } from './in-currency.ts';
import type { AllowanceCharge, Invoice, InvoiceLine, InvoiceTotals, Party, Payment, TaxBreakdown } from './invoice.ts';
import { all, every, one, present, text, texts, textsOrNone } from './navigate.ts';
import { allowanceAt, isTrue, lineAt, taxAt } from './parts.ts';
import { withAmounts } from './payments.ts';
import { profileOf } from './profiles.ts';
import { kindOfType } from './type-codes.ts';
import { dayOf, dayOrNone, decimalOf } from './values.ts';
import type { XmlElement } from './xml.ts';

/** UN/CEFACT Cross Industry Invoice D16B and D22B: ZUGFeRD 2, Factur-X, XRechnung. */
export const CII_NAMESPACE = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100';
/** The draft of it that ZUGFeRD 1.0 was built on, with other names. */
export const ZUGFERD_1_NAMESPACE = 'urn:ferd:CrossIndustryDocument:invoice:1p0';

/** The release candidate of ZUGFeRD 1.0, with its names and a date's text in the element itself. */
export const ZUGFERD_RC_NAMESPACE = 'urn:un:unece:uncefact:data:standard:CBFBUY:5';

/** What the two call the same. */
interface Names {
  readonly format: Invoice['format'];
  readonly context: string;
  readonly document: string;
  readonly transaction: string;
  readonly agreement: string;
  readonly delivery: string;
  readonly settlement: string;
  readonly summation: string;
  readonly line: string;
  readonly lineAgreement: string;
  readonly lineDelivery: string;
  readonly lineSettlement: string;
  readonly lineSummation: string;
  readonly percent: string;
  readonly tradeTax: string;
}

const CII: Names = {
  format: 'CII',
  context: 'ExchangedDocumentContext',
  document: 'ExchangedDocument',
  transaction: 'SupplyChainTradeTransaction',
  agreement: 'ApplicableHeaderTradeAgreement',
  delivery: 'ApplicableHeaderTradeDelivery',
  settlement: 'ApplicableHeaderTradeSettlement',
  summation: 'SpecifiedTradeSettlementHeaderMonetarySummation',
  line: 'IncludedSupplyChainTradeLineItem',
  lineAgreement: 'SpecifiedLineTradeAgreement',
  lineDelivery: 'SpecifiedLineTradeDelivery',
  lineSettlement: 'SpecifiedLineTradeSettlement',
  lineSummation: 'SpecifiedTradeSettlementLineMonetarySummation',
  percent: 'RateApplicablePercent',
  tradeTax: 'ApplicableTradeTax',
};

const ZUGFERD_1: Names = {
  format: 'ZUGFeRD 1',
  context: 'SpecifiedExchangedDocumentContext',
  document: 'HeaderExchangedDocument',
  transaction: 'SpecifiedSupplyChainTradeTransaction',
  agreement: 'ApplicableSupplyChainTradeAgreement',
  delivery: 'ApplicableSupplyChainTradeDelivery',
  settlement: 'ApplicableSupplyChainTradeSettlement',
  summation: 'SpecifiedTradeSettlementMonetarySummation',
  line: 'IncludedSupplyChainTradeLineItem',
  lineAgreement: 'SpecifiedSupplyChainTradeAgreement',
  lineDelivery: 'SpecifiedSupplyChainTradeDelivery',
  lineSettlement: 'SpecifiedSupplyChainTradeSettlement',
  lineSummation: 'SpecifiedTradeSettlementMonetarySummation',
  percent: 'ApplicablePercent',
  tradeTax: 'ApplicableTradeTax',
};

/** Reads a Cross Industry Invoice, of ZUGFeRD 1.0 too. */
export function readCii(root: XmlElement): Invoice {
  const names = root.namespace === CII_NAMESPACE ? CII : ZUGFERD_1;
  const document = one(root, names.document);
  const transaction = one(root, names.transaction);
  if (!document || !transaction) {
    throw new EInvoiceError('MalformedInvoiceError', `expected ${names.document} and ${names.transaction}`);
  }
  const agreement = one(transaction, names.agreement);
  const delivery = one(transaction, names.delivery);
  const settlement = one(transaction, names.settlement);
  const typeCode = text(document, 'TypeCode') ?? '380';
  const currency = text(settlement, 'InvoiceCurrencyCode')?.toUpperCase();
  const payments = termsOf(settlement).map((terms) => paymentOf(terms, currency));
  const from = dayOrNone(dateText(one(settlement, 'BillingSpecifiedPeriod/StartDateTime')));
  const to = dayOrNone(dateText(one(settlement, 'BillingSpecifiedPeriod/EndDateTime')));
  return present<Invoice>({
    format: names.format,
    profile: profileOf(text(root, `${names.context}/GuidelineSpecifiedDocumentContextParameter/ID`)),
    typeCode,
    kind: kindOfType(typeCode),
    number: text(document, 'ID'),
    issueDate: dateIn(one(document, 'IssueDateTime'), 'BT-2'),
    dueDate: payments.flatMap(({ dueDate }) => dueDate ?? []).sort()[0],
    payments: withAmounts(payments),
    deliveryDate: dayOrNone(dateText(one(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime'))),
    period: from === undefined && to === undefined ? undefined : present({ from, to }),
    currency,
    taxCurrency: text(settlement, 'TaxCurrencyCode'),
    seller: partyOf(one(agreement, 'SellerTradeParty')),
    buyer: partyOf(one(agreement, 'BuyerTradeParty')),
    lines: all(transaction, names.line).flatMap((line) => lineOf(line, names) ?? []),
    allowances: [
      ...all(settlement, 'SpecifiedTradeAllowanceCharge').flatMap((one) => allowanceOf(one, names) ?? []),
      ...all(settlement, 'SpecifiedLogisticsServiceCharge').flatMap((one) => logisticsOf(one, names) ?? []),
    ],
    taxes: all(settlement, names.tradeTax).map((tax) => taxOf(tax, names)),
    totals: totalsOf(all(settlement, names.summation), currency),
    computed: [],
    precedingNumbers: texts(settlement, 'InvoiceReferencedDocument/IssuerAssignedID'),
    prepaidNumbers: textsOrNone(
      settlement,
      'SpecifiedAdvancePayment/InvoiceSpecifiedReferencedDocument/IssuerAssignedID',
    ),
  });
}

const dateIn = (element: XmlElement | undefined, what: string) => dayOf(dateText(element), what);

/** Only text that holds a day: format 102 is CCYYMMDD, a date of XML has hyphens. */
function dateText(element: XmlElement | undefined): string | undefined {
  const holder = ['DateTimeString', 'DateTime', 'Date'].flatMap((name) => one(element, name) ?? [])[0] ?? element;
  // Weeks and months, 616 and 610, are no days.
  const format = holder?.attributes['format'];
  return format === '610' || format === '616' ? undefined : holder?.text || undefined;
}

/** Beside terms for all that is owed, those with a discount say until when less may be paid. */
function termsOf(settlement: XmlElement | undefined): readonly XmlElement[] {
  const terms = all(settlement, 'SpecifiedTradePaymentTerms');
  const inFull = terms.filter((each) => !one(each, 'ApplicableTradePaymentDiscountTerms'));
  return inFull.length > 0 ? inFull : terms;
}

/** Terms of EXTENDED say which part of the whole they are about. */
function paymentOf(terms: XmlElement, currency: string | undefined): Payment {
  const amount = all(terms, 'PartialPaymentAmount').find((stated) => isInCurrency(stated, currency))?.text;
  return present<Payment>({
    dueDate: dateIn(one(terms, 'DueDateDateTime'), 'BT-9'),
    amount: decimalOf(amount || undefined, 'PartialPaymentAmount'),
  });
}

function partyOf(party: XmlElement | undefined): Party {
  const address = one(party, 'PostalTradeAddress');
  return present<Party>({
    name: text(party, 'Name'),
    tradingName: text(party, 'SpecifiedLegalOrganization/TradingBusinessName'),
    taxIds: texts(party, 'SpecifiedTaxRegistration/ID'),
    address:
      address &&
      present({
        lines: ['LineOne', 'LineTwo', 'LineThree'].flatMap((name) => text(address, name) ?? []),
        postCode: text(address, 'PostcodeCode'),
        city: text(address, 'CityName'),
        region: text(address, 'CountrySubDivisionName'),
        country: text(address, 'CountryID'),
      }),
  });
}

/** Sub-lines of EXTENDED (`LineStatusReasonCode` other than DETAIL) group or inform, and count nothing. */
function lineOf(element: XmlElement, names: Names): InvoiceLine | undefined {
  const status = text(element, 'AssociatedDocumentLineDocument/LineStatusReasonCode');
  if (status === 'GROUP' || status === 'INFORMATION') return undefined;
  const allowances = every(element, `${names.lineSettlement}/SpecifiedTradeAllowanceCharge`);
  const price = `${names.lineAgreement}/NetPriceProductTradePrice`;
  const tax = `${names.lineSettlement}/${names.tradeTax}`;
  const line = lineAt(
    element,
    allowances.map((one) => allowanceOf(one, names)),
    {
      id: 'AssociatedDocumentLineDocument/LineID',
      description: ['SpecifiedTradeProduct/Name', 'SpecifiedTradeProduct/Description'],
      quantity: `${names.lineDelivery}/BilledQuantity`,
      unitPrice: `${price}/ChargeAmount`,
      baseQuantity: `${price}/BasisQuantity`,
      netAmount: `${names.lineSettlement}/${names.lineSummation}/LineTotalAmount`,
      taxCategory: `${tax}/CategoryCode`,
      taxRate: `${tax}/${names.percent}`,
    },
  );
  // A line of ZUGFeRD 1.0 may be a note alone.
  return line.netAmount === undefined && line.quantity === undefined && line.unitPrice === undefined ? undefined : line;
}

const allowanceOf = (element: XmlElement, names: Names): AllowanceCharge | undefined =>
  allowanceAt(element, isTrue(text(element, 'ChargeIndicator/Indicator') ?? text(element, 'ChargeIndicator')), {
    amount: 'ActualAmount',
    reason: 'Reason',
    taxRate: `CategoryTradeTax/${names.percent}`,
  });

/** Freight, of ZUGFeRD 1.0 and EXTENDED. */
const logisticsOf = (element: XmlElement, names: Names): AllowanceCharge | undefined =>
  allowanceAt(element, true, {
    amount: 'AppliedAmount',
    reason: 'Description',
    taxRate: `AppliedTradeTax/${names.percent}`,
  });

const taxOf = (element: XmlElement, names: Names): TaxBreakdown =>
  taxAt(element, {
    category: 'CategoryCode',
    rate: [names.percent],
    basis: 'BasisAmount',
    amount: 'CalculatedAmount',
  });

function totalsOf(summations: readonly XmlElement[], currency: string | undefined): InvoiceTotals {
  // A total may be stated once more in the currency that the tax is reported in.
  const amount = (name: string, what: string) =>
    decimalOf(
      inCurrency(
        summations.flatMap((one) => all(one, name)),
        currency,
      )?.text || undefined,
      what,
    );
  return present<InvoiceTotals>({
    lines: amount('LineTotalAmount', 'BT-106'),
    allowances: amount('AllowanceTotalAmount', 'BT-107'),
    charges: amount('ChargeTotalAmount', 'BT-108'),
    withoutTax: amount('TaxBasisTotalAmount', 'BT-109'),
    tax: amount('TaxTotalAmount', 'BT-110'),
    withTax: amount('GrandTotalAmount', 'BT-112'),
    prepaid: amount('TotalPrepaidAmount', 'BT-113'),
    rounding: amount('RoundingAmount', 'BT-114'),
    due: amount('DuePayableAmount', 'BT-115'),
  });
}
