import { z } from 'zod';
import type { Booked, Booking } from '../adapters/ledger.ts';
import { allocationsOf, factsOf } from '../core/expense-facts.ts';
import type { ReadingRecord } from '../core/reading-record.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.number().int(),
  userId: z.string(),
  artifactKey: z.string(),
});

export interface RecordExpensePorts {
  now(): number;
  readReading(key: string): Promise<ReadingRecord>;
  book(booking: Booking): Promise<Booked>;
}

/** Books a completed reading. Safe to run twice: the same run again changes nothing and gives the same answer. */
export const createHandler = (ports: RecordExpensePorts) => async (event: unknown) => {
  const { documentId, run, userId, artifactKey } = Input.parse(event);
  const reading = await ports.readReading(artifactKey);
  return ports.book({
    documentId,
    run,
    userId,
    contentHash: reading.contentHash,
    allocations: allocationsOf(reading),
    facts: factsOf(reading),
    outcome: { status: 'completed', updatedAt: new Date(ports.now()).toISOString() },
  });
};
