import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { truthFile } from '../../events/samples/sample.ts';
import type { WorldDocument, WorldTruth } from './documents.ts';
import { placesOf } from './notation.ts';
import type { Judged } from './outcome.ts';

const HEAD = ['file', 'kind', 'country', 'medium', 'locale', 'plan', 'status', 'wrong', 'truth', 'got', 'reason'];

const missed = (judged: readonly Judged[]): Judged[] => judged.filter(({ isRight }) => !isRight);

/** Everything that is not right as CSV (RFC 4180), what is silently wrong first. */
export function missesAsCsv(judged: readonly Judged[]): string {
  const rows = missed(judged)
    .sort((a, b) => Number(a.silent.length === 0) - Number(b.silent.length === 0))
    .map(({ document, outcome, silent }) => {
      const { file, kind, country, medium, person, truth } = document;
      const got = [outcome.vendor, outcome.purchasedOn, outcome.total].map((part) => part ?? '-').join(' · ');
      const reason = outcome.reasons.join(' ');
      const { locale, currency } = person;
      return [
        file,
        kind,
        country,
        medium,
        locale,
        currency,
        outcome.status,
        silent.join(' '),
        written(truth),
        got,
        reason,
      ];
    });
  return `${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Writes the files of all that is not right, with `misses.csv`. */
export async function writeMisses(judged: readonly Judged[], folder: string): Promise<void> {
  await copyOut(
    missed(judged).map(({ document }) => document),
    folder,
  );
  await writeFile(join(folder, 'misses.csv'), missesAsCsv(judged));
}

/** Draws documents into a folder, each with its truth beside it in the words of the samples. */
export async function copyOut(documents: readonly WorldDocument[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { file, truth, person, draw } of documents) {
    await writeFile(join(folder, file), await draw());
    await writeFile(join(folder, truthFile(file)), `${JSON.stringify({ ...truth, person }, null, 2)}\n`);
  }
}

const written = ({ vendor, purchasedOn, total, beside, duplicateOf }: WorldTruth): string =>
  [
    vendor,
    purchasedOn,
    decimal(total),
    ...(beside ? [decimal(beside)] : []),
    ...(duplicateOf ? [`= ${duplicateOf}`] : []),
  ].join(' · ');

function decimal({ amountMinor, currency }: WorldTruth['total']): string {
  return `${(amountMinor / 10 ** placesOf(currency)).toFixed(placesOf(currency))} ${currency}`;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
