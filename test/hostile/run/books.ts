import { readSpend } from '../../../lambdas/adapters/budget-store.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import type { HostileFile } from '../hostile-file.ts';
import type { EndedDocument } from './documents.ts';
import type { Tried } from './tried.ts';

/** What was spent, by currency. */
type Sums = Readonly<Record<string, number>>;

/** Holds a person's books against the receipts of theirs that were booked, each with the amount that is printed on it. */
export async function judgeBooks(
  table: Table,
  person: string,
  files: readonly HostileFile[],
  documents: ReadonlyMap<string, readonly EndedDocument[]>,
): Promise<Tried> {
  const due = dueSums(person, files, documents);
  const found = sumsOf(await readSpend(table, person, '0000-01-01', '9999-12-31'));
  const isSame = JSON.stringify(due) === JSON.stringify(found);
  return {
    kind: 'books',
    what: person,
    cameOut: isSame ? 'right to the cent' : 'wrong',
    problems: isSame ? [] : [`they say ${JSON.stringify(found)}, expected ${JSON.stringify(due)}`],
  };
}

/** By the files, not by what was read of them. */
export function dueSums(
  person: string,
  files: readonly HostileFile[],
  documents: ReadonlyMap<string, readonly Pick<EndedDocument, 'status' | 'userId'>[]>,
): Sums {
  const booked = files.flatMap(({ path, due }) => {
    if (due === 'nothing' || 'line' in due || due.books === undefined) return [];
    const { currency, amountMinor } = due.books;
    const completed = (documents.get(path.toString()) ?? []).filter(
      ({ status, userId }) => status === 'completed' && userId === person,
    );
    return completed.map(() => ({ currency, amountMinor }));
  });
  return sumsOf(booked);
}

function sumsOf(parts: readonly { readonly currency: string; readonly amountMinor: number }[]): Sums {
  const sums: Record<string, number> = {};
  for (const { currency, amountMinor } of parts) sums[currency] = (sums[currency] ?? 0) + amountMinor;
  return Object.fromEntries(Object.entries(sums).sort());
}
