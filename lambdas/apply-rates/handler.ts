import * as z from 'zod/mini';
import type { ObjectSource } from '../core/object/object-source.ts';
import type { DayRates, RatesStored } from '../core/rates/day-rates.ts';
import { readRatesFile } from '../core/rates/read-rates.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.int(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  sequencer: z.string(),
  uploadedAt: z.string(),
});

export interface ApplyRatesPorts {
  now(): number;
  readObject(object: { bucket: string; key: string; versionId: string }): Promise<Uint8Array>;
  storeRates(days: readonly DayRates[], source: ObjectSource, nowMs: number): Promise<RatesStored>;
}

const MOST_MISTAKES = 50;

/** What became of the file; what is invalid carries its mistakes on to the document's status. */
export type ApplyRatesOutput =
  /** `stored`: how many days have the rates of this file now. */
  | { readonly result: 'applied'; readonly note: string; readonly stored: number }
  | { readonly result: 'invalid'; readonly reason: string; readonly validationErrors: readonly string[] };

/**
 * Stores a file of exchange rates. A file with a mistake changes nothing; an older file never overwrites a newer one's
 * days. Safe to run twice: what this file stored is left as it is.
 */
export const createHandler =
  (ports: ApplyRatesPorts) =>
  async (event: unknown): Promise<ApplyRatesOutput> => {
    const { key, versionId, sequencer, uploadedAt, ...request } = Input.parse(event);
    const nowMs = ports.now();
    const today = new Date(nowMs).toISOString().slice(0, 10);
    const read = readRatesFile(await ports.readObject({ ...request, key, versionId }), today);
    if (!read.ok) return invalid(read.mistakes);
    const source = { key, versionId, sequencer, uploadedAt };
    const { stored, superseded } = await ports.storeRates(read.days, source, nowMs);
    return { result: 'applied', note: noteOf(stored, superseded), stored };
  };

function invalid(mistakes: readonly string[]): ApplyRatesOutput {
  const left = mistakes.length - MOST_MISTAKES;
  const validationErrors = [...mistakes.slice(0, MOST_MISTAKES), ...(left > 0 ? [`and ${left} more`] : [])];
  const reason = `no rate of this file was taken; correct it and drop it again:\n${validationErrors.join('\n')}`;
  return { result: 'invalid', reason, validationErrors };
}

function noteOf(stored: number, superseded: number): string {
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (superseded === 0) return `rates of ${days(stored)} are in force`;
  return `rates of ${days(stored)} are in force; newer files had given those of ${days(superseded)} already`;
}
