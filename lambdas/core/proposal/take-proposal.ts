import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import type { Category } from '../category/category.ts';
import { SETTLED } from '../correction/correct-expense.ts';
import { type CalendarDate, parseCalendarDate } from '../ground/calendar-date.ts';
import { statedMoney } from '../ground/money.ts';
import { isFar, isFuture } from '../reading/date-doubt.ts';
import { withItemsComplete } from '../reading/items-complete.ts';
import type { ProposedValues, StructuredExpense, Vendor } from '../reading/structured-expense.ts';
import { objectionToTotal } from './objection-to-total.ts';
import type { Proposal, StoredProposal } from './proposal.ts';

/** What a proposal is held against. */
export interface Paper {
  /** As printed, from top to bottom. */
  readonly rows: readonly string[];
  /** The day it is for the person. */
  readonly today: CalendarDate;
}

/**
 * Puts a proposal beside what was read. A total is taken where the paper's own figures bear it out, a day where it is one of
 * those that a sound print may mean; the doubt is gone then. Every other value is kept for the person to choose, and the
 * document stays in review. A vendor that is printed is shown, as unsure as before.
 */
export function takeProposal(read: StructuredExpense, says: Proposal, paper: Paper): StructuredExpense {
  if (read.isFromData) return read;
  const named = withVendor(read, says.vendor, paper.rows);
  const dated = withDate(named, says.date, paper.today);
  const summed = withTotal(dated, says.total, paper.rows);
  return withProposed(summed, statable(summed, says, paper.today));
}

/**
 * The category that a proposal gives where nothing else has one: a known name, and no other.
 *
 * @param known Every category that spending is sorted into.
 */
export function categoryOfProposal({ model, says }: StoredProposal, known: readonly string[]): Category | undefined {
  const { category, because } = says;
  if (category === undefined || category === 'other' || !known.includes(category)) return undefined;
  const why = because === undefined ? '' : `: ${because}`;
  return { category, by: 'bedrock', because: `Amazon Bedrock (${model}) proposes it${why}` };
}

function withTotal(
  expense: StructuredExpense,
  proposed: string | undefined,
  rows: readonly string[],
): StructuredExpense {
  const { currency, itemsComplete: _, ...rest } = expense;
  if (proposed === undefined || !currency || !isDoubted(expense, 'total')) return expense;
  const total = statedMoney(proposed, currency.code);
  const objection = total ? objectionToTotal(total, expense, rows) : `it is no amount in ${currency.code}`;
  const told = `Amazon Bedrock proposes the total ${proposed}`;
  if (!total || objection !== undefined) return withEvidence(expense, `${told}: not taken, ${objection}`);
  const settled = withEvidence({ ...rest, currency, total }, `${told}: it is printed, and the items come to it`);
  return withItemsComplete(withoutDoubts(settled, 'total'));
}

function withDate(expense: StructuredExpense, proposed: string | undefined, today: CalendarDate): StructuredExpense {
  if (proposed === undefined || !isDoubted(expense, 'date')) return expense;
  const doubts = expense.reasons.filter(({ code }) => SETTLED.date.includes(code));
  const day = doubts[0]?.between?.find((one) => one === proposed);
  const told = `Amazon Bedrock proposes the date ${proposed}`;
  if (doubts.length !== 1 || !day) return withEvidence(expense, `${told}: not taken, the print is not read so`);
  if (isFuture(day, today) || isFar(day, today)) {
    return withEvidence(expense, `${told}: not taken, it is to come or far back`);
  }
  const settled = withEvidence({ ...expense, purchasedOn: day }, `${told}: the print may mean it`);
  return withoutDoubts(settled, 'date');
}

/** A model's word makes no name sure: it decides nothing, and is shown with a question mark. */
function withVendor(
  expense: StructuredExpense,
  proposed: string | undefined,
  rows: readonly string[],
): StructuredExpense {
  const { vendor } = expense;
  if (proposed === undefined || (vendor && !vendor.isUnsure) || vendor?.name === proposed) return expense;
  const wanted = foldPrinted(onOneLine(proposed));
  if (!rows.some((row) => foldPrinted(row).includes(wanted))) {
    return withEvidence(expense, 'Amazon Bedrock proposes another vendor: not taken, it is printed nowhere');
  }
  const named: Vendor = { ...vendor, name: proposed, isUnsure: true, ...(vendor ? { runnerUp: vendor.name } : {}) };
  return withEvidence({ ...expense, vendor: named }, 'the vendor is the one that Amazon Bedrock proposes');
}

/** What a correction could state: no day that is to come, and no amount with more decimals than its currency has. */
function statable({ currency }: StructuredExpense, says: Proposal, today: CalendarDate): Proposal {
  const { total, date, ...rest } = says;
  const isAmount = total !== undefined && (!currency || statedMoney(total, currency.code) !== undefined);
  const hasCome = date !== undefined && !isFuture(parseCalendarDate(date), today);
  return { ...rest, ...(isAmount ? { total } : {}), ...(hasCome ? { date } : {}) };
}

/** What stays in doubt: each proposed value is told with the doubt, and kept to be chosen. */
function withProposed(expense: StructuredExpense, says: Proposal): StructuredExpense {
  const open = (['total', 'date', 'currency'] as const).filter(
    (field) => says[field] !== undefined && isDoubted(expense, field),
  );
  if (open.length === 0) return expense;
  const reasons = expense.reasons.map((reason) => {
    const field = open.find((one) => SETTLED[one].includes(reason.code));
    return field ? { ...reason, message: `${reason.message}; Amazon Bedrock proposes ${says[field]}` } : reason;
  });
  const proposed: ProposedValues = Object.fromEntries(open.map((field) => [field, says[field]]));
  return { ...expense, reasons, proposed };
}

type Field = keyof typeof SETTLED;

/** Doubts for which no value is proposed: whether it is a receipt, whether it was paid, what its pages hold. */
const BEYOND_VALUES = ['PagesUnreadError', 'NotAReceiptError', 'NotPaidError', 'InvoiceUnclearError'];

const isOf = (field: Field, code: string): boolean =>
  SETTLED[field].some((settled) => settled === code) && !BEYOND_VALUES.includes(code);

const isDoubted = ({ reasons }: StructuredExpense, field: Field): boolean =>
  reasons.some(({ code }) => isOf(field, code));

function withoutDoubts(expense: StructuredExpense, field: Field): StructuredExpense {
  const reasons = expense.reasons.filter(({ code }) => !isOf(field, code));
  return { ...expense, reasons, status: reasons.length === 0 ? 'completed' : 'needs_review' };
}

const withEvidence = (expense: StructuredExpense, because: string): StructuredExpense => ({
  ...expense,
  evidence: [...expense.evidence, because],
});
