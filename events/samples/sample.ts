/** A printed sum: whole minor units of one currency. Negative for a refund. */
export interface PrintedAmount {
  readonly amountMinor: number;
  readonly currency: 'USD' | 'EUR' | 'JPY';
}

/** One printed line: `amountMinor` is what the line costs in all, in the document's currency. */
export interface PrintedItem {
  readonly description: string;
  readonly quantity?: number;
  readonly amountMinor: number;
}

/** What a reader has to find on a document that can be read. */
export interface ReadableTruth {
  readonly status: 'completed' | 'duplicate';
  /** File name of the first copy, when the status is `duplicate`. */
  readonly duplicateOf?: string;
  readonly vendor: string;
  /** `YYYY-MM-DD`. */
  readonly purchasedOn: string;
  readonly total: PrintedAmount;
  /** All taxes named on the document together. */
  readonly tax?: PrintedAmount;
  readonly currency: PrintedAmount['currency'];
  readonly category: string;
  readonly lineItems?: readonly PrintedItem[];
}

/** A document that a person has to settle, and why. */
export interface ReviewTruth {
  readonly status: 'needs_review';
  readonly reason: string;
  /** Given where it is still legible. */
  readonly vendor?: string;
  readonly purchasedOn?: string;
}

/** Written beside each document as `<name>.truth.json`. */
export type Truth = ReadableTruth | ReviewTruth;

/** One document of our own making: its name under `receipts/`, what a newcomer sees on it, and how it is drawn. */
export interface SampleDocument {
  readonly file: string;
  readonly shows: string;
  readonly truth: Truth;
  /** Gives the same bytes each time on the same machine. */
  draw(): Promise<Buffer>;
}

/** Adds printed lines up, so that no document states a subtotal that its items do not give. */
export const sumOf = (items: readonly { readonly amountMinor: number }[]): number =>
  items.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** `lunch.jpg` has its ground truth in `lunch.truth.json`. */
export const truthFile = (file: string): string => `${file.replace(/\.[^.]+$/, '')}.truth.json`;
