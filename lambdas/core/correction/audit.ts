import type { Money } from '../ground/money.ts';
import type { Correction } from './correction.ts';

/** The newest entries that a document keeps. */
const MOST_ENTRIES = 50;

/** One correction of a document: who stated what, and what stood there before. */
export interface AuditEntry {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The file that stated it: `s3://bucket/corrections/…`. */
  readonly by: string;
  readonly before: DocumentFacts & { readonly status?: string };
  readonly after: Correction;
  readonly why?: string;
}

/** What of a document a correction can change; absent where nothing was read. */
export interface DocumentFacts {
  readonly total?: Money;
  readonly purchasedOn?: string;
  readonly category?: string;
  /** What had given the category: a rule, a word, or a proposal of Amazon Bedrock. */
  readonly categoryBy?: string;
  readonly vendor?: string;
  readonly isPaid?: boolean;
  readonly paidOn?: string;
}

/** A document's trail with one more entry at its end; the oldest go beyond {@link MOST_ENTRIES}. */
export function withEntry(
  trail: readonly AuditEntry[],
  { total, purchasedOn, category, categoryBy, vendor, isPaid, paidOn }: DocumentFacts,
  status: string | undefined,
  { at, by, says }: { readonly at: string; readonly by: string; readonly says: Correction },
): AuditEntry[] {
  const { why, ...after } = says;
  const before = Object.entries({ status, total, purchasedOn, category, categoryBy, vendor, isPaid, paidOn }).filter(
    ([, value]) => value !== undefined,
  );
  const entry = { at, by, before: Object.fromEntries(before), after, ...(why ? { why } : {}) };
  return [...trail, entry].slice(-MOST_ENTRIES);
}
