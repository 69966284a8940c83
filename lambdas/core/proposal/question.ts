import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { onOneLine } from 'printed-text/plain-text';
import type { Category } from '../category/category.ts';
import type { ErrorName } from '../ground/errors.ts';
import { formatDecimal } from '../ground/money.ts';
import { readLines } from '../reading/expense-fields.ts';
import { asPrintedLine, readPrintedLines, rowsOfLines } from '../reading/printed-line.ts';
import type { StructuredExpense } from '../reading/structured-expense.ts';

/** What a model is asked: the rows of a paper, and the categories that it may choose from. */
export interface Question {
  readonly rows: readonly string[];
  readonly categories: readonly string[];
}

/** Doubts for which a value may be proposed. Whether a paper is a receipt, was paid or shows several is none of them. */
const OPEN: readonly ErrorName[] = [
  'TotalUnreadableError',
  'TotalsDisagreeError',
  'DateUnreadableError',
  'DateImplausibleError',
  'CurrencyUnknownError',
];

/**
 * Whether there is anything to ask: no rule and no word has given a category, or total, date or currency are in doubt. An
 * invoice that states its own data is asked about its category only, and a paper without amounts not at all.
 */
export function isOpen({ reasons, isFromData }: StructuredExpense, { by }: Category): boolean {
  const codes = reasons.map(({ code }) => code);
  if (codes.includes('NotAReceiptError')) return false;
  return by === 'default' || (!isFromData && codes.some((code) => OPEN.includes(code)));
}

/** The rows of a paper from top to bottom, each from left to right. */
export function rowsOfPaper(documents: readonly ExpenseDocument[]): string[] {
  const printed = readPrintedLines(documents);
  const lines = printed.length > 0 ? printed : readLines(documents).map(asPrintedLine);
  return rowsOfLines(lines).map((cells) => cells.map(({ text }) => text).join('  '));
}

/** What an invoice's own data would print, where it has no print. */
export const rowsOfData = ({ vendor, lineItems }: StructuredExpense): string[] => [
  ...(vendor ? [vendor.name] : []),
  ...lineItems.map(({ description, amount }) => `${description}  ${amount ? formatDecimal(amount) : ''}`.trim()),
];

const MOST_OF_A_ROW = 120;
/** The head names the shop, the foot has the total; what is left out of a long paper are goods. */
const HEAD_CHARACTERS = 5000;
const FOOT_CHARACTERS = 3000;

/** The question as it is sent: bounded, on one line each, without numbers of cards and accounts. */
export function questionOf(rows: readonly string[], categories: readonly string[]): Question {
  const plain = rows.map(sendable).filter((row) => row !== '');
  const head = fitting(plain, HEAD_CHARACTERS);
  const foot = fitting(plain.slice(head.length).reverse(), FOOT_CHARACTERS).reverse();
  return { rows: [...head, ...foot], categories: categories.filter((category) => category !== 'other') };
}

/** What makes a question the same: the model, what it is told, the paper and the categories. */
export const sameQuestion = (model: string, words: string, { rows, categories }: Question): string =>
  JSON.stringify([model, words, rows, categories]);

/** No amount has twelve digits in a row; numbers of cards, accounts and telephones do. */
const LONG_NUMBER = /(?:\d[ -]?){11,}\d/g;

const sendable = (row: string): string => onOneLine(row).replace(LONG_NUMBER, '#').slice(0, MOST_OF_A_ROW);

function fitting(rows: readonly string[], characters: number): string[] {
  let left = characters;
  const first = rows.findIndex((row) => {
    left -= row.length;
    return left < 0;
  });
  return rows.slice(0, first < 0 ? rows.length : first);
}
