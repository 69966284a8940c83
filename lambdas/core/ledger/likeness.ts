import { searchable } from '../category/word-match.ts';
import type { LineItem } from '../reading/structured-expense.ts';
import { sureVendor } from '../reading/sure-vendor.ts';
import type { Reading } from './reading.ts';

/** What is printed on a receipt that tells its purchase from others of the day: short, whatever was printed. */
export interface PurchaseTraits {
  /** Below zero for a refund. */
  readonly totalMinor: number;
  /** Letters and digits, lower case; so is the address. */
  readonly vendor?: string;
  readonly address?: string;
  /** Of the invoice or receipt: letters and digits, lower case. */
  readonly invoiceNumber?: string;
  /** Of the first items, in the order printed. */
  readonly itemsMinor: readonly number[];
  /** The rest as the reading's marks say it. */
  readonly timesOfDay: readonly string[];
  readonly taxIds: readonly string[];
  readonly numbers: readonly string[];
  readonly head: readonly string[];
  /** Stated by the invoice's own data: nothing of it may be misread. */
  readonly isExact?: true;
  /** How the picture looks, 64 bits in hexadecimal; absent where the file is none that can be looked at. */
  readonly picture?: string;
}

/** By what the same purchase is known on another picture: it is looked for among those of the day in the currency. */
export interface Likeness extends PurchaseTraits {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** The day and currency under which a likeness is looked for. */
export type LikenessDay = Pick<Likeness, 'date' | 'currency'>;

/** A document that is booked, as its likeness is kept. */
export interface Lookalike extends PurchaseTraits {
  readonly documentId: string;
  /** The object's key as the person dropped it. */
  readonly key: string;
}

const MOST_SIGNS = 80;
const MOST_ITEMS = 40;

/** The likeness of what was read; undefined where the day or the total was not. */
export function likenessOf({ expense, pictureHash }: Reading): Likeness | undefined {
  const { purchasedOn, total, invoiceNumber, lineItems, marks } = expense;
  if (purchasedOn === undefined || !total) return undefined;
  return {
    date: purchasedOn,
    currency: total.currency,
    totalMinor: total.amountMinor,
    ...plain('vendor', sureVendor(expense)),
    ...plain('address', expense.vendor?.address),
    ...plain('invoiceNumber', invoiceNumber),
    itemsMinor: lineItems.flatMap(amountOf).slice(0, MOST_ITEMS),
    timesOfDay: marks?.timesOfDay ?? [],
    taxIds: marks?.taxIds ?? [],
    numbers: marks?.numbers ?? [],
    head: marks?.head ?? [],
    ...(expense.isFromData ? { isExact: true } : {}),
    ...(pictureHash === undefined ? {} : { picture: pictureHash }),
  };
}

const amountOf = ({ amount }: LineItem): number[] => (amount ? [amount.amountMinor] : []);

/** Whatever the case, the accents, the spaces and the punctuation; absent where no letter or digit is left. */
function plain<Name extends string>(name: Name, text = ''): { readonly [name in Name]?: string } {
  const joined = searchable(text).joined.slice(0, MOST_SIGNS);
  return joined === '' ? {} : ({ [name]: joined } as { readonly [name in Name]?: string });
}
