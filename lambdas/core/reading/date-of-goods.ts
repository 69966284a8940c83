import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { onOneLine } from 'printed-text/plain-text';
import type { CalendarDate } from '../ground/calendar-date.ts';
import { findPrintedDates } from './printed-date.ts';
import type { Reason } from './structured-expense.ts';

/**
 * Why a date that stands on goods alone may not be the document's: other goods have other days, or another date stands
 * elsewhere. Nights, lessons and rides are billed later.
 */
export function doubtOfGoodsDate(
  date: CalendarDate | undefined,
  documents: readonly ExpenseDocument[],
  lines: readonly string[],
  thisYear: number,
): Reason | undefined {
  if (date === undefined) return undefined;
  const daysOf = (text: string) =>
    findPrintedDates(text, thisYear).map(({ byOrder }) => Object.values(byOrder) as readonly CalendarDate[]);
  const rows = rowsOf(documents).filter((row) => daysOf(row).length > 0);
  const ofGoods = rows.flatMap(daysOf);
  const elsewhere = lines.filter((line) => !rows.some((row) => row.includes(onOneLine(line)))).flatMap(daysOf);
  const isIt = (days: readonly CalendarDate[]) => days.includes(date);
  if (!ofGoods.some(isIt) || elsewhere.some(isIt)) return undefined;
  if (elsewhere.length === 0 && ofGoods.every(isIt)) return undefined;
  const message = `the date was read as ${date}, the day of one of the goods; say which day is right with date: ${date}`;
  return { code: 'DateUnreadableError', message };
}

/** The goods as their rows are printed. */
const rowsOf = (documents: readonly ExpenseDocument[]): string[] =>
  documents
    .flatMap(({ LineItemGroups = [] }) => LineItemGroups.flatMap(({ LineItems = [] }) => LineItems))
    .flatMap(({ LineItemExpenseFields = [] }) => LineItemExpenseFields)
    .filter(({ Type }) => Type?.Text === 'EXPENSE_ROW')
    .map(({ ValueDetection }) => onOneLine(ValueDetection?.Text ?? ''));
