import * as z from 'zod/mini';
import { calendarDay } from '../core/budget/period.ts';
import { categorize } from '../core/category/categorize.ts';
import type { Category } from '../core/category/category.ts';
import type { CategoryRule } from '../core/category/category-rule.ts';
import { splitParts } from '../core/category/split-parts.ts';
import { correctExpense } from '../core/correction/correct-expense.ts';
import type { Correction } from '../core/correction/correction.ts';
import { analysisKeyOf, readingKeyOf } from '../core/document/artifacts.ts';
import { parseCalendarDate } from '../core/ground/calendar-date.ts';
import { structureInvoice } from '../core/invoice/structure-invoice.ts';
import type { Reading } from '../core/ledger/reading.ts';
import {
  type HeldForPages,
  type PageCost,
  type Refusal,
  reasonAfterReading,
  reasonToHold,
} from '../core/pages/held.ts';
import { sortedInto } from '../core/plan/strange-categories.ts';
import { isOpen, questionOf, rowsOfData, rowsOfPaper } from '../core/proposal/question.ts';
import { categoryOfProposal, takeProposal } from '../core/proposal/take-proposal.ts';
import type { LookedAt } from '../core/reading/analysis-text.ts';
import { type StructuredExpense, structureExpense } from '../core/reading/structure-expense.ts';
import type { Reason } from '../core/reading/structured-expense.ts';
import { sureVendor } from '../core/reading/sure-vendor.ts';
import { lookAtFile } from './look-at-file.ts';
import { type ModelPorts, propose } from './propose.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.int(),
  userId: z.string(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  /** Why the document was not read. */
  held: z.optional(
    z.union([
      z.object({ pages: z.number(), isLeast: z.optional(z.literal(true)) }),
      z.object({ because: z.string() }),
      z.object({ refused: z.object({ code: z.string(), reason: z.string() }) }),
    ]),
  ),
});

/** What of a person matters for reading: what is not printed is taken from here, and their rules decide categories. */
export interface ReadingHints {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly rules?: readonly CategoryRule[];
}

export interface StructureExpensePorts {
  now(): number;
  readAnalysis(key: string): Promise<LookedAt>;
  readPerson(userId: string): Promise<ReadingHints | undefined>;
  /** What a person states about the document; it wins over what is read. */
  readCorrection(documentId: string): Promise<Correction | undefined>;
  streamObject(object: { bucket: string; key: string; versionId: string }): AsyncIterable<Uint8Array>;
  writeReading(key: string, reading: Reading): Promise<void>;
  /** @default - the installation names no model: nobody is asked */
  readonly model?: ModelPorts;
  readonly defaultLocale: string;
  readonly defaultTimeZone: string;
  readonly pageCost: PageCost;
}

const UNREAD: LookedAt = { pages: 0, isPartial: false, documents: [], leftOut: 0 };

/**
 * Turns the stored analysis into an expense with a category, or into the reasons why a person has to look at it; a
 * correction of the document is put over what was read. Where that leaves something open, a model may propose it. Of a
 * document that was held for its pages nothing was read.
 * Safe to run twice: the reading is an artifact of its run and is written again; a question to a model is asked once.
 *
 * @throws S3's refusal, by its own name, of a document that `start-workflow` might not look at.
 */
export const createHandler = (ports: StructureExpensePorts) => async (event: unknown) => {
  const { documentId, run, userId, bucket, key, versionId, held } = Input.parse(event);
  if (held && 'refused' in held) throw refusalOf(held.refused);
  const [analysis, person, correction, { contentHash, format, pictureHash, because }] = await Promise.all([
    held ? UNREAD : ports.readAnalysis(analysisKeyOf(documentId)),
    ports.readPerson(userId),
    // A correction is a run of its own: the first one has none.
    run > 1 ? ports.readCorrection(documentId) : undefined,
    lookAtFile(ports.streamObject({ bucket, key, versionId })),
  ]);
  const today = calendarDay(ports.now(), person?.timeZone ?? ports.defaultTimeZone);
  const locale = person?.locale ?? ports.defaultLocale;
  const currency = correction?.currency ?? person?.currency;
  const whose = { locale, today, ...(currency ? { currency } : {}) };
  const { documents, stated } = analysis;
  const read = stated
    ? structureInvoice(stated, documents, whose, correction?.currency)
    : structureExpense(documents, whose, { isPdf: format === 'PDF' });
  const doubts = held
    ? [reasonToHold(held as HeldForPages, ports.pageCost)]
    : [...read.reasons, ...doubtsOfPages(analysis, correction, ports.pageCost)];
  const whole: StructuredExpense = doubts.length === 0 ? read : { ...read, status: 'needs_review', reasons: doubts };
  const corrected = correction ? correctExpense(whole, correction) : whole;
  const expense = because === undefined ? corrected : withEvidence(corrected, because);
  const isIgnored = correction?.ignore === true;
  const ruled = sortExpense(expense, correction, person?.rules);
  const isAsked = ports.model !== undefined && !held && !isIgnored && isOpen(ruled.expense, ruled.category);
  const known = sortedInto(person?.rules);
  const rows = isAsked ? rowsOfExpense(expense, documents) : [];
  const proposal = isAsked ? await propose(ports.model, documentId, questionOf(rows, known)) : undefined;
  const sorted = proposal
    ? sortExpense(
        takeProposal(expense, proposal.says, { rows, today: parseCalendarDate(today) }),
        correction,
        person?.rules,
        categoryOfProposal(proposal, known),
      )
    : ruled;
  const readingKey = readingKeyOf(documentId, run);
  await ports.writeReading(readingKey, {
    documentId,
    run,
    contentHash,
    ...(pictureHash === undefined ? {} : { pictureHash }),
    ...sorted,
    ...(proposal ? { proposal } : {}),
    ...(correction?.paid === undefined ? {} : { paid: correction.paid }),
    ...(isIgnored ? { isIgnored } : {}),
  });
  return { status: isIgnored ? 'ignored' : sorted.expense.status, readingKey };
};

/** As S3's client threw it, so that a refusal ends a document alike whoever met it. */
const refusalOf = ({ code, reason }: Refusal): Error => Object.assign(new Error(reason), { name: code });

/** The expense with its category, and its total by category where one is known. */
function sortExpense(
  expense: StructuredExpense,
  correction: Correction | undefined,
  rules: readonly CategoryRule[] | undefined,
  proposed?: Category,
): Pick<Reading, 'expense' | 'category' | 'shares'> {
  const ruled = categoryOf(expense, correction, rules);
  const category = ruled.by === 'default' ? (proposed ?? ruled) : ruled;
  const { total } = expense;
  if (!total) return { expense, category };
  const { shares, because } = splitParts({ ...expense, total }, category, rules);
  const [largest] = shares;
  return {
    expense: because === undefined ? expense : withEvidence(expense, because),
    category: largest ? { category: largest.category, by: largest.by, because: largest.because } : category,
    shares,
  };
}

const categoryOf = (
  expense: StructuredExpense,
  correction: Correction | undefined,
  rules: readonly CategoryRule[] | undefined,
): Category => {
  if (correction?.category !== undefined)
    return { category: correction.category, by: 'correction', because: 'a correction states it' };
  const { lineItems, itemsComplete } = expense;
  const vendor = sureVendor(expense);
  return categorize(
    {
      lineItems,
      ...(vendor === undefined ? {} : { vendor }),
      ...(itemsComplete === undefined ? {} : { itemsComplete }),
    },
    rules,
  );
};

/** What is printed, or what an invoice's own data would print. */
function rowsOfExpense(expense: StructuredExpense, documents: LookedAt['documents']): string[] {
  const printed = rowsOfPaper(documents);
  return printed.length > 0 ? printed : rowsOfData(expense);
}

/** A page that was not read may hold the total or more items; and pages may have been read that nobody asked for. */
function doubtsOfPages(
  { pages, isPartial, mostPages, leftOut }: LookedAt,
  correction: Correction | undefined,
  cost: PageCost,
): Reason[] {
  const unread = (message: string): Reason => ({ code: 'PagesUnreadError', message });
  return [
    ...(isPartial
      ? [unread('some pages of the file could not be read; check the total, or drop the pages again one by one')]
      : []),
    ...(leftOut > 0
      ? [
          unread(
            `the file has too many pages to be looked at as one receipt, ${leftOut} of ${pages} in the middle were left out; check the total, or drop only the pages that are the receipt`,
          ),
        ]
      : []),
    ...(mostPages !== undefined && !correction?.readAll ? [reasonAfterReading(pages, { ...cost, mostPages })] : []),
  ];
}

const withEvidence = (expense: StructuredExpense, because: string): StructuredExpense => ({
  ...expense,
  evidence: [...expense.evidence, because],
});
