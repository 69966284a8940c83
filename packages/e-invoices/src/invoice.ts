/** A decimal number as text, "-12.50": never a float. */
export type Decimal = string;

/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

export type InvoiceFormat = 'CII' | 'ZUGFeRD 1' | 'UBL' | 'FatturaPA';

/**
 * One invoice, by the terms of EN 16931 (BT- and BG- numbers in brackets). What the file does not state is absent; nothing
 * is computed but what a format leaves to its reader, and that is said in `computed`.
 */
export interface Invoice {
  readonly format: InvoiceFormat;
  /** How much of an invoice the file states: MINIMUM, BASIC WL, BASIC, COMFORT, EN 16931, EXTENDED, XRECHNUNG, Peppol BIS ... */
  readonly profile?: string;
  /** UNTDID 1001, such as 380, or a TipoDocumento of FatturaPA, such as TD01 (BT-3). */
  readonly typeCode: string;
  /** What the type says of who pays whom. */
  readonly kind: InvoiceKind;
  /** BT-1. */
  readonly number?: string;
  /** BT-2. */
  readonly issueDate?: Day;
  /** The first day on which something is to be paid (BT-9). */
  readonly dueDate?: Day;
  /** What is to be paid when, as the terms of payment say; absent where they state no amounts. */
  readonly payments?: readonly Payment[];
  /** Actual day of delivery (BT-72). */
  readonly deliveryDate?: Day;
  /** Billing period (BG-14). */
  readonly period?: { readonly from?: Day; readonly to?: Day };
  /** ISO 4217 (BT-5). */
  readonly currency?: string;
  /** In which the tax has to be reported, where it is another (BT-6). */
  readonly taxCurrency?: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly lines: readonly InvoiceLine[];
  /** Of the document as a whole (BG-20, BG-21). */
  readonly allowances: readonly AllowanceCharge[];
  /** BG-23. */
  readonly taxes: readonly TaxBreakdown[];
  readonly totals: InvoiceTotals;
  /** Totals that the file leaves out and its format lets the reader compute. */
  readonly computed: readonly (keyof InvoiceTotals)[];
  /** Numbers of the invoices it corrects or credits (BT-25). */
  readonly precedingNumbers: readonly string[];
  /** Numbers of the invoices or payments by which some of it was paid before, where the file names them apart. */
  readonly prepaidNumbers?: readonly string[];
}

/**
 * `invoice`: the buyer pays. `credit-note`: the seller gives back, whatever the sign of the amounts. `correction`: takes the
 * place of an earlier invoice or corrects it, by the sign of its amounts. `self-billed`: the buyer wrote it and pays the
 * seller. `no-invoice`: a proforma or an offer.
 */
export type InvoiceKind = 'invoice' | 'credit-note' | 'correction' | 'self-billed' | 'no-invoice';

/** An instalment, or all that is to be paid; other ways of paying the same are one. */
export interface Payment {
  readonly dueDate?: Day;
  readonly amount?: Decimal;
}

/** BG-4, BG-7. */
export interface Party {
  readonly name?: string;
  /** Under which it trades (BT-28). */
  readonly tradingName?: string;
  /** VAT identifiers and tax numbers, as written. */
  readonly taxIds: readonly string[];
  readonly address?: Address;
}

export interface Address {
  readonly lines: readonly string[];
  readonly postCode?: string;
  readonly city?: string;
  /** State or province. */
  readonly region?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** BG-25. */
export interface InvoiceLine {
  readonly id?: string;
  /** Name and description in one (BT-153, BT-154). */
  readonly description: string;
  readonly quantity?: Decimal;
  /** UN/ECE Recommendation 20, such as C62 for a piece, or what the format takes as text. */
  readonly unit?: string;
  /** Without tax, for `baseQuantity` units (BT-146). */
  readonly unitPrice?: Decimal;
  /** @default '1' */
  readonly baseQuantity?: Decimal;
  /** Without tax, after allowances and charges (BT-131). */
  readonly netAmount?: Decimal;
  /** With tax, where a format states no other: the simplified FatturaPA (Importo). */
  readonly amountWithTax?: Decimal;
  /** UNTDID 5305: S, Z, E, AE, K, G, O, L, M. */
  readonly taxCategory?: string;
  /** Percent. */
  readonly taxRate?: Decimal;
  readonly allowances: readonly AllowanceCharge[];
}

export interface AllowanceCharge {
  readonly isCharge: boolean;
  readonly amount: Decimal;
  readonly reason?: string;
  /** Percent. */
  readonly taxRate?: Decimal;
}

/** BG-23. */
export interface TaxBreakdown {
  readonly category?: string;
  /** Percent. */
  readonly rate?: Decimal;
  /** BT-116. */
  readonly basis?: Decimal;
  /** BT-117. */
  readonly amount?: Decimal;
  /** In the basis beside the lines: further costs and the rounding of FatturaPA (SpeseAccessorie, Arrotondamento). */
  readonly beside?: Decimal;
}

/** BG-22. */
export interface InvoiceTotals {
  /** Sum of the lines' net amounts (BT-106). */
  readonly lines?: Decimal;
  /** BT-107. */
  readonly allowances?: Decimal;
  /** BT-108. */
  readonly charges?: Decimal;
  /** Without tax (BT-109). */
  readonly withoutTax?: Decimal;
  /** BT-110. */
  readonly tax?: Decimal;
  /** BT-112. */
  readonly withTax?: Decimal;
  /** BT-113. */
  readonly prepaid?: Decimal;
  /** BT-114. */
  readonly rounding?: Decimal;
  /** BT-115. */
  readonly due?: Decimal;
  /** Stamp duty of Italy, which a seller may charge (ImportoBollo). */
  readonly stampDuty?: Decimal;
  /** What the buyer pays to the tax office in the seller's name (ImportoRitenuta); a part of the total. */
  readonly withheld?: Decimal;
}
