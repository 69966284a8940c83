import type { Judged, Silence } from './outcome.ts';

interface Count {
  readonly documents: number;
  readonly silentWrong: number;
  readonly toReview: number;
  readonly right: number;
}

/** A run's figures. */
export interface WorldSummary extends Count {
  readonly silent: Readonly<Record<Silence, number>>;
  /** How often each reason for a review was given; numbers and names in it are left out. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, Count>>;
  readonly byCountry: Readonly<Record<string, Count>>;
}

/** Counts a run. */
export function summaryOf(judged: readonly Judged[]): WorldSummary {
  const inSilence = (what: Silence) => judged.filter(({ silent }) => silent.includes(what)).length;
  const reasons = judged.filter(isAsked).map(({ outcome }) => shapeOf(outcome.reasons[0] ?? outcome.status));
  return {
    ...countOf(judged),
    silent: { money: inSilence('money'), currency: inSilence('currency'), date: inSilence('date') },
    reasons: Object.fromEntries([...tally(reasons)].sort(([, a], [, b]) => b - a)),
    byKind: grouped(judged, ({ document }) => document.kind),
    byCountry: grouped(judged, ({ document }) => document.country),
  };
}

/** Whether a person has to look at it. */
export const isAsked = ({ silent, isRight }: Judged): boolean => silent.length === 0 && !isRight;

const countOf = (judged: readonly Judged[]): Count => ({
  documents: judged.length,
  silentWrong: judged.filter(({ silent }) => silent.length > 0).length,
  toReview: judged.filter(isAsked).length,
  right: judged.filter(({ isRight }) => isRight).length,
});

function grouped(judged: readonly Judged[], key: (each: Judged) => string): Record<string, Count> {
  const names = [...new Set(judged.map(key))].sort();
  return Object.fromEntries(names.map((name) => [name, countOf(judged.filter((each) => key(each) === name))]));
}

const shapeOf = (reason: string): string =>
  reason
    .replaceAll(/[“"'‘][^”"'’]*[”"'’]/gu, '…')
    .replaceAll(/(receipts|corrections)\/\S+/g, '$1/…')
    .replaceAll(/[\d.,]*\d/g, '0')
    .replaceAll(/\b[A-Z]{3}\b/g, 'XXX')
    .slice(0, 110);

function tally(values: readonly string[]): Map<string, number> {
  return values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map<string, number>());
}

/** The figures for a terminal, the silent ones first. */
export function printSummary(summary: WorldSummary): string {
  const { documents, silent, silentWrong, toReview, right, reasons, byKind, byCountry } = summary;
  const share = (count: number): string => `${count} (${((100 * count) / Math.max(1, documents)).toFixed(1)} %)`;
  return [
    `silent wrong: ${share(silentWrong)} of ${documents}; money ${share(silent.money)}, currency ${share(silent.currency)}, date ${share(silent.date)}`,
    `to review: ${share(toReview)}; right: ${share(right)}`,
    '',
    ...Object.entries(reasons).map(([reason, count]) => `${String(count).padStart(5)}  ${reason}`),
    '',
    ...tableOf('kind', byKind),
    '',
    ...tableOf('country', byCountry),
  ].join('\n');
}

function tableOf(name: string, counts: Readonly<Record<string, Count>>): string[] {
  const head = `${name.padEnd(16)}${'documents'.padStart(10)}${'silent'.padStart(8)}${'review'.padStart(8)}${'right'.padStart(8)}`;
  const rows = Object.entries(counts).map(
    ([key, { documents, silentWrong, toReview, right }]) =>
      key.padEnd(16) +
      String(documents).padStart(10) +
      String(silentWrong).padStart(8) +
      String(toReview).padStart(8) +
      String(right).padStart(8),
  );
  return [head, ...rows];
}
