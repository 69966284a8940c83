import pc from 'picocolors';
import { readDocument, readOutcome } from '../lambdas/adapters/document-store.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import type { Category } from '../lambdas/core/category/category.ts';
import { correctionHint } from '../lambdas/core/correction/correction-hint.ts';
import type { DocumentOutcome, DocumentRecord } from '../lambdas/core/document/document.ts';
import { formatMoney, type Money } from '../lambdas/core/ground/money.ts';
import { shownVendor } from '../lambdas/core/ledger/shown-vendor.ts';
import type { Due } from '../lambdas/core/reading/due.ts';
import { paymentText } from './payment-text.ts';
import { fileName } from './text.ts';

/** A document with what was read from it and how it ended. */
export type DocumentView = DocumentRecord &
  DocumentOutcome & {
    readonly vendor?: string;
    readonly isVendorUnsure?: boolean;
    /** The next likely name where the vendor is not sure. */
    readonly vendorRunnerUp?: string;
    readonly purchasedOn?: string;
    readonly total?: Money;
    readonly tip?: Money;
    readonly serviceCharge?: Money;
    readonly discount?: Money;
    readonly dueOn?: string;
    readonly amountDue?: Money;
    readonly instalments?: readonly Due[];
    readonly isPaid?: boolean;
    readonly paidOn?: string;
    readonly itemsRemark?: string;
    readonly isFromData?: boolean;
    readonly category?: string;
    readonly categoryBy?: Category['by'];
    readonly categoryBecause?: string;
  };

/** Reads a document for showing; undefined when it was never seen. */
export async function viewDocument(table: Table, documentId: string): Promise<DocumentView | undefined> {
  const [document, outcome] = await Promise.all([readDocument(table, documentId), readOutcome(table, documentId)]);
  return document && outcome && { ...document, ...outcome };
}

const MARKS = {
  completed: pc.green('✓'),
  duplicate: pc.dim('='),
  ignored: pc.dim('-'),
  needs_review: pc.yellow('?'),
  rejected: pc.red('✗'),
  failed: pc.red('!'),
  pending: pc.dim('…'),
} as const;

/**
 * One document as a person reads it: a line, and a second one with the reason where it was not booked.
 *
 * @param first Name of the document that a duplicate repeats.
 */
export function describeDocument(view: DocumentView, first = ''): string[] {
  const head = `${MARKS[view.status]} ${pc.bold(fileName(view.key))}`;
  if (view.workflow !== 'ingest-receipt' && view.status === 'completed') return [`${head}  ${view.reason}`];
  if (view.status === 'completed')
    return [
      `${head}  ${readingOf(view)}`,
      ...detailsOf(view).map((line) => `  ${pc.dim(line)}`),
      ...(view.reason ? [`  ${pc.red(view.reason)}`] : []),
    ];
  if (view.status === 'duplicate') {
    return [`${head}  ${pc.dim(`the same picture as ${first}; not counted again`)}`];
  }
  const read = view.status === 'needs_review' && view.total ? `  ${pc.dim(readingOf(view))}` : '';
  const { userId } = view;
  const hint = view.status === 'needs_review' && userId !== undefined ? correctionHint({ ...view, userId }) : undefined;
  return [
    `${head}  ${pc.bold(view.status.replace('_', ' '))}${read}`,
    ...[...reasonsOf(view), ...(hint ? [pc.dim(hint)] : [])].map((line) => `  ${line}`),
  ];
}

/** Why a document was not booked: each mistake in a file that a person wrote, or else the reason. */
export const reasonsOf = ({ validationErrors = [], reason }: DocumentView): readonly string[] =>
  validationErrors.length > 0 ? validationErrors : reason ? [reason] : [];

/** Said of a category that no rule gave. */
export const BY_BEDROCK = 'the category is proposed by Amazon Bedrock';

/** Where it was read from, what was charged or taken off beside the items, when it is to be paid, what is missing of the items, and who proposed the category: a line each. */
function detailsOf(view: DocumentView): string[] {
  const { tip, serviceCharge, discount, itemsRemark, isFromData, categoryBy } = view;
  const payment = paymentText(view);
  const charges = Object.entries({ tip, service: serviceCharge, discount }).flatMap(([name, amount]) =>
    amount && amount.amountMinor !== 0 ? [`${name} ${formatMoney(amount)}`] : [],
  );
  return [
    ...(isFromData ? ["read from the invoice's own data"] : []),
    ...(charges.length > 0 ? [charges.join(', ')] : []),
    ...(payment === undefined ? [] : [payment]),
    ...(itemsRemark === undefined ? [] : [itemsRemark]),
    ...(categoryBy === 'bedrock' ? [BY_BEDROCK] : []),
  ];
}

/** `Green Basket`, or `Green Basket? (or Main Street)`. */
const vendorOf = (view: DocumentView): string => {
  const other = view.isVendorUnsure && view.vendorRunnerUp ? ` (or ${view.vendorRunnerUp})` : '';
  return `${shownVendor(view) ?? 'unknown merchant'}${other}`;
};

const readingOf = (view: DocumentView): string => {
  const { purchasedOn, total, category, allocations = [] } = view;
  return [
    vendorOf(view),
    purchasedOn ?? 'no date',
    total ? pc.bold(formatMoney(total)) : 'no total',
    allocations.length > 1 ? allocations.map((part) => part.category).join(' + ') : (category ?? ''),
  ]
    .filter(Boolean)
    .join(pc.dim(' · '));
};
