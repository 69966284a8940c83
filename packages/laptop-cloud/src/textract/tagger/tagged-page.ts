import type { TextLine } from '../ocr/text-line.ts';

/** The types of AnalyzeExpense that this room tells apart; anything else with a label is OTHER. */
export type SummaryType =
  | 'VENDOR_NAME'
  | 'VENDOR_ADDRESS'
  | 'VENDOR_PHONE'
  | 'VENDOR_URL'
  | 'VENDOR_VAT_NUMBER'
  | 'RECEIVER_NAME'
  | 'RECEIVER_ADDRESS'
  | 'INVOICE_RECEIPT_DATE'
  | 'INVOICE_RECEIPT_ID'
  | 'DUE_DATE'
  | 'PO_NUMBER'
  | 'ACCOUNT_NUMBER'
  | 'PAYMENT_TERMS'
  | 'SUBTOTAL'
  | 'TAX'
  | 'TOTAL'
  | 'AMOUNT_PAID'
  | 'AMOUNT_DUE'
  | 'SERVICE_CHARGE'
  | 'GRATUITY'
  | 'DISCOUNT'
  | 'SHIPPING_HANDLING_CHARGE'
  | 'PRIOR_BALANCE'
  | 'OTHER';

/** The types of a line item's fields; EXPENSE_ROW is the whole of it as printed. */
export type LineItemType = 'ITEM' | 'QUANTITY' | 'UNIT_PRICE' | 'PRICE' | 'PRODUCT_CODE' | 'EXPENSE_ROW';

/** A stretch of a line: offsets into its text. */
export interface Span {
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
}

/** A text and where it stands on the page. */
export interface LocatedText {
  readonly text: string;
  readonly spans: readonly Span[];
  /** How surely it was read, 0 … 1. */
  readonly confidence: number;
}

/** A field of the page. */
export interface TaggedField<Type extends string = SummaryType> {
  readonly type: Type;
  /** How surely it is of this type, 0 … 1. */
  readonly confidence: number;
  readonly label?: LocatedText;
  readonly value: LocatedText;
  /** ISO 4217 code of an amount, as printed beside it or elsewhere on the page. */
  readonly currency?: { readonly code: string; readonly confidence: number };
}

/** What a page says, ready to be written in AnalyzeExpense's format. */
export interface TaggedPage {
  readonly summary: readonly TaggedField[];
  /** One list of fields for each line item. */
  readonly lineItems: readonly (readonly TaggedField<LineItemType>[])[];
}
