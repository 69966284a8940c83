import type { ExpenseDocument, LineItemFields } from '@aws-sdk/client-textract';
import { readPrintedAmount } from 'printed-text/amounts';
import type { Notation } from 'printed-text/decimals';
import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import type { CurrencyCode } from '../ground/currency.ts';
import { type Money, minorUnits } from '../ground/money.ts';
import { completeItem } from './item-arithmetic.ts';
import { isForeign, toMinorUnits } from './labelled-amounts.ts';
import { beforeMinus } from './printed-marks.ts';
import type { LineItem } from './structured-expense.ts';

/** The amounts of all line items as printed: they show the currency and the notation of the document. */
export function itemAmountTexts(documents: readonly ExpenseDocument[]): string[] {
  return rowsOf(documents).flatMap((row) =>
    [textOf(row, 'PRICE'), textOf(row, 'UNIT_PRICE')].filter((text) => text !== ''),
  );
}

/** What the items are called as printed, line by line. */
export function itemNames(documents: readonly ExpenseDocument[]): string[] {
  return rowsOf(documents).flatMap((row) => textOf(row, 'ITEM').split('\n').map(onOneLine));
}

/** The line items of all pages, in order. Without a currency they keep description and quantity only. */
export function readLineItems(
  documents: readonly ExpenseDocument[],
  currency: CurrencyCode | undefined,
  notation: Notation,
): LineItem[] {
  const money = (text: string): Money | undefined => {
    const amount = currency && readPrintedAmount(text, notation);
    const amountMinor = amount && !isForeign(amount, currency) ? toMinorUnits(amount, currency) : undefined;
    return amountMinor === undefined || currency === undefined ? undefined : { amountMinor, currency };
  };
  return rowsOf(documents).flatMap((row) => {
    const read = money(textOf(row, 'PRICE'));
    const unitPrice = money(textOf(row, 'UNIT_PRICE'));
    const quantity = readQuantity(textOf(row, 'QUANTITY'));
    const printed = readDescription(row);
    const description = beforeMinus(printed) ?? printed;
    const amount = description === printed ? read : read && { ...read, amountMinor: minorUnits(-read.amountMinor) };
    if (description === '' && !amount) return [];
    const item = {
      description,
      ...(quantity && { quantity }),
      ...(unitPrice && { unitPrice }),
      ...(amount && { amount }),
    };
    return [completeItem(item)];
  });
}

/** The sum of the items in minor units; undefined when one of them has no amount, or there are none. */
export function sumOfItems(items: readonly LineItem[]): number | undefined {
  const amounts = items.map(({ amount }) => amount?.amountMinor);
  if (amounts.length === 0 || amounts.includes(undefined)) return undefined;
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}

/** Where the goods of a page end: thousandths of its height; pages whose answer has no geometry are left out. */
export function endsOfGoods(documents: readonly ExpenseDocument[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { PageNumber = 1, ValueDetection } of rowsOf(documents).flatMap(
    ({ LineItemExpenseFields = [] }) => LineItemExpenseFields,
  )) {
    const top = ValueDetection?.Geometry?.BoundingBox?.Top;
    if (top !== undefined) ends.set(PageNumber, Math.max(ends.get(PageNumber) ?? 0, Math.round(top * 1000)));
  }
  return ends;
}

function rowsOf(documents: readonly ExpenseDocument[]): LineItemFields[] {
  return documents.flatMap(({ LineItemGroups = [] }) => LineItemGroups.flatMap(({ LineItems = [] }) => LineItems));
}

function textOf({ LineItemExpenseFields = [] }: LineItemFields, type: string): string {
  return (LineItemExpenseFields.find(({ Type }) => Type?.Text === type)?.ValueDetection?.Text ?? '').trim();
}

/** The item's words without the article number that the analysis also gives on its own. */
function readDescription(row: LineItemFields): string {
  const code = textOf(row, 'PRODUCT_CODE');
  const item = textOf(row, 'ITEM');
  return onOneLine(code.length >= 6 ? item.replace(code, '') : item);
}

/** "2", "4.5", "2 x", "0,350 kg" as a plain decimal; undefined for anything that is no number. */
function readQuantity(text: string): string | undefined {
  const match = /^(\d{1,6})(?:[.,](\d{1,3}))?\s*(?:x|×|@|\p{L}{1,4}\.?)?$/iu.exec(onOneLine(normalizePrinted(text)));
  if (!match) return undefined;
  return match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`;
}
