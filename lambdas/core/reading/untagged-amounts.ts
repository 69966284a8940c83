import { normalizePrinted } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { roleOfLabel } from './label-role.ts';
import { roleOfField } from './labelled-amounts.ts';
import { readPrintedAmount } from './printed-amount.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** Percent. What nobody tagged is not to be believed without a sum or a second print. */
const MOST_CONFIDENCE = 85;

const TOTALS: readonly (string | undefined)[] = ['total', 'due', 'rounded-total'];

/**
 * The summary's fields, and where none of them is a total with a readable amount, what its lines say: a label with an
 * amount behind it, as `OTHER`. Now and then the service answers without a summary though all is printed.
 */
export function withUntaggedAmounts(fields: readonly PrintedField[], lines: readonly PrintedLine[]): PrintedField[] {
  const hasTotal = fields.some(
    (field) => TOTALS.includes(roleOfField(field)) && readPrintedAmount(field.text) !== undefined,
  );
  if (hasTotal) return [...fields];
  const known = new Set(fields.map((field) => `${roleOfField(field)} ${field.text}`));
  const untagged = rowFields(lines).filter((field) => !known.has(`${roleOfField(field)} ${field.text}`));
  return [...fields, ...untagged];
}

function rowFields(lines: readonly PrintedLine[]): PrintedField[] {
  const rows = rowsOfLines(lines);
  return rows.flatMap((row, index) => {
    const [first] = row;
    const text = normalizePrinted(row.map((cell) => cell.text).join(' '));
    const printed = AMOUNT_BEHIND.exec(text) ?? amountBelow(text, rows[index + 1]);
    const [, label = '', amount = ''] = printed ?? [];
    const role = roleOfLabel(label);
    if (!first || role === undefined || readPrintedAmount(amount) === undefined) return [];
    const confidence = Math.min(MOST_CONFIDENCE, ...row.map((cell) => cell.confidence));
    const place = first.box
      ? `${Math.round(first.box.left * 1000)},${Math.round(first.box.top * 1000)}`
      : `row ${index}`;
    return [{ type: 'OTHER', label: label.trim(), text: amount, confidence, page: first.page, groups: [], place }];
  });
}

/** "TOTAL RM 12.50": words, and one amount with its sign and marks at the end of the row. */
const AMOUNT_BEHIND =
  /^(\D*\p{L}{2}[^\d]*?(?:\(?\d{1,2}(?:[.,]\d)? ?%\)?\D*?)?)\s*[:.]?\s+((?:[\p{L}]{0,3}\p{Sc}|RM|Rp|Rs\.?|[A-Z]{3})?\s?-?\(?\d[\d.,' ]*\d\)?-?(?:\s?(?:\p{Sc}|[A-Z]{1,3}))?)$/u;

/** A row of words only, and an amount alone in the next one: labels and amounts that came without geometry. */
function amountBelow(label: string, next: readonly PrintedLine[] | undefined): [string, string, string] | undefined {
  const [only, ...others] = next ?? [];
  if (!only || others.length > 0 || /\d/.test(label)) return undefined;
  return ONLY_AMOUNT.test(normalizePrinted(only.text)) ? ['', label, normalizePrinted(only.text)] : undefined;
}

const ONLY_AMOUNT =
  /^(?:[\p{L}]{0,3}\p{Sc}|RM|Rp|Rs\.?|[A-Z]{3})?\s?-?\d[\d.,']*[.,]\d{2,3}(?:\s?(?:\p{Sc}|[A-Z]{1,3}))?$/u;
