import { itemsRemark } from '../reading/items-complete.ts';
import type { LineItem } from '../reading/structured-expense.ts';
import type { Allocation } from './ledger.ts';
import type { Reading } from './reading.ts';

/** An item of the table holds 400 KB; a phone bill may have thousands of lines. The reading's artifact has them all. */
const MOST_LINE_ITEMS = 200;
const MOST_SIGNS = 300;

const short = <Text extends string | undefined>(text: Text): Text =>
  text !== undefined && text.length > MOST_SIGNS ? (`${text.slice(0, MOST_SIGNS - 1)}…` as Text) : text;

const withShortText = (item: LineItem): LineItem => ({ ...item, description: short(item.description) });

/** What was read, flat, as it stands on the document's item and on each expense's. Absent where nothing was read. */
export function factsOf({ expense, category, contentHash, run, paid }: Reading) {
  return {
    vendor: short(expense.vendor?.name),
    isVendorUnsure: expense.vendor?.isUnsure,
    vendorRunnerUp: short(expense.vendor?.runnerUp),
    address: short(expense.vendor?.address),
    invoiceNumber: short(expense.invoiceNumber),
    purchasedOn: expense.purchasedOn,
    total: expense.total,
    subtotal: expense.subtotal,
    tax: expense.tax,
    tip: expense.tip,
    serviceCharge: expense.serviceCharge,
    discount: expense.discount,
    dueOn: expense.dueOn,
    amountDue: expense.amountDue,
    instalments: expense.instalments,
    isPaid: paid === undefined ? undefined : true,
    paidOn: typeof paid === 'string' ? paid : undefined,
    refund: expense.refund,
    isFromData: expense.isFromData,
    lineItems: expense.lineItems.slice(0, MOST_LINE_ITEMS).map(withShortText),
    lineItemsLeftOut:
      expense.lineItems.length > MOST_LINE_ITEMS ? expense.lineItems.length - MOST_LINE_ITEMS : undefined,
    itemsComplete: expense.itemsComplete,
    itemsRemark: itemsRemark(expense),
    category: category.category,
    categoryBy: category.by,
    categoryBecause: category.because,
    contentHash,
    readingRun: run,
  };
}

/** What a completed reading books on the day of the purchase: the total, by category. What comes to nothing is left out. */
export function allocationsOf({ expense, category, shares, documentId }: Reading): Allocation[] {
  const { purchasedOn, total } = expense;
  if (purchasedOn === undefined || total === undefined) {
    throw new RangeError(`expected a completed reading of ${documentId} to hold a date and a total`);
  }
  const { currency } = total;
  return (shares ?? [{ ...category, amountMinor: total.amountMinor }])
    .filter(({ amountMinor }) => amountMinor !== 0)
    .map((share) => ({ currency, ...share, date: share.date ?? purchasedOn }));
}
