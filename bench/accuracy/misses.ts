import type { Scored } from './scoring.ts';
import type { Truth } from './truth.ts';

const HEAD = ['name', 'status', 'field', 'expected', 'found', 'candidates', 'evidence', 'reasons'];
const CANDIDATES: Readonly<Record<keyof Truth, 'total' | 'purchasedOn' | 'vendor' | 'invoiceNumber' | undefined>> = {
  total: 'total',
  currency: 'total',
  date: 'purchasedOn',
  vendor: 'vendor',
  address: undefined,
  invoiceNumber: 'invoiceNumber',
};

/** Every wrong field as CSV (RFC 4180) with the candidates, the evidence and the reasons for review beside it. */
export function missesAsCsv(scored: readonly Scored[]): string {
  const rows = scored.flatMap(({ name, status, expense, answers }) =>
    answers
      .filter(({ isRight }) => !isRight)
      .map(({ field, expected, found = '' }) => {
        const key = CANDIDATES[field];
        const candidates = (key === undefined ? [] : (expense?.candidates[key] ?? [])).map(
          ({ label, text, confidence }) => `${label === undefined ? '' : `${label}: `}${text} (${confidence})`,
        );
        const reasons = (expense?.reasons ?? []).map(({ message }) => message);
        return [name, status, field, expected, found, candidates, expense?.evidence ?? [], reasons];
      }),
  );
  return `${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : value.join(' | ');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
