import * as z from 'zod/mini';
import { allocationsOf, factsOf } from '../core/ledger/expense-facts.ts';
import { likenessOf } from '../core/ledger/likeness.ts';
import { marksOfPrint } from '../core/ledger/printed-invoice.ts';
import type { Reading } from '../core/ledger/reading.ts';
import type { Booked, Booking } from '../core/outcome/booking.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.int(),
  userId: z.string(),
  readingKey: z.string(),
});

export interface RecordExpensePorts {
  now(): number;
  readReading(key: string): Promise<Reading>;
  book(booking: Booking): Promise<Booked>;
}

/**
 * Books a completed reading; of one that a correction says to ignore it books nothing, and takes back what was booked.
 * Safe to run twice: the same run again changes nothing and gives the same answer.
 *
 * @throws SpendwireError `LikelyDuplicateError` when another picture of the same purchase seems to be booked.
 */
export const createHandler = (ports: RecordExpensePorts) => async (event: unknown) => {
  const { documentId, run, userId, readingKey } = Input.parse(event);
  const reading = await ports.readReading(readingKey);
  const updatedAt = new Date(ports.now()).toISOString();
  const common = { documentId, run, userId, facts: factsOf(reading) };
  if (reading.isIgnored) {
    const reason = 'ignored, as the correction says';
    return ports.book({ ...common, allocations: [], outcome: { status: 'ignored', updatedAt, reason } });
  }
  const likeness = likenessOf(reading);
  const invoiceMarks = reading.expense.invoiceMarks ?? (likeness && marksOfPrint(likeness));
  return ports.book({
    ...common,
    ...(likeness ? { likeness } : {}),
    ...(invoiceMarks ? { invoiceMarks } : {}),
    contentHash: reading.contentHash,
    allocations: allocationsOf(reading),
    outcome: { status: 'completed', updatedAt },
  });
};
