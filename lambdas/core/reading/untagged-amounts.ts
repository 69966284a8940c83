import { withoutTaxClass } from 'printed-text/amount-marks';
import { readPrintedAmount } from 'printed-text/amounts';
import { type Amount, findAmounts } from 'printed-text/find-amounts';
import { foldPrinted } from 'printed-text/letters';
import { tellsHours } from 'printed-text/opening-hours';
import { normalizePrinted } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { roleOfLabel } from './label-role.ts';
import { isTotal, TOTALS } from './label-words.ts';
import { roleOfField } from './labelled-amounts.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** Percent. What nobody tagged is not to be believed without a sum or a second print. */
const MOST_CONFIDENCE = 85;

/**
 * The summary's fields, and where none of them is a total with a readable amount, what its lines say: a label with an
 * amount behind it, as `OTHER`. Now and then the service answers without a summary though all is printed. Where a total was
 * tagged, only what stands between it and the others and was not: a service charge below the subtotal, a gift card below the total.
 */
export function withUntaggedAmounts(fields: readonly PrintedField[], lines: readonly PrintedLine[]): PrintedField[] {
  const hasTotal = fields.some((field) => isTotal(roleOfField(field)) && readPrintedAmount(field.text) !== undefined);
  const known = new Set(fields.map((field) => `${roleOfField(field)} ${field.text}`));
  const isNew = (field: PrintedField) => !known.has(`${roleOfField(field)} ${field.text}`);
  const rows = rowFields(lines);
  return [...fields, ...(hasTotal ? betweenSums(rows, fields) : rows).filter(isNew)];
}

function betweenSums(rows: readonly PrintedField[], fields: readonly PrintedField[]): PrintedField[] {
  const below = (roles: readonly (string | undefined)[]) => {
    const place = rows.findIndex((row) => roles.includes(roleOfLabel(row.label)));
    return place < 0 ? [] : rows.slice(place + 1);
  };
  const hasService = fields.some((field) => roleOfField(field) === 'service');
  const services = hasService ? [] : below(['subtotal']).filter(({ label }) => roleOfLabel(label) === 'service');
  // Alone it would say that too little was given.
  const isPaid = fields.some((field) => roleOfField(field) === 'cash');
  const cards = isPaid ? below(TOTALS).filter(({ label = '' }) => isGiftCard(label)) : [];
  return [...services, ...cards];
}

/** Words of gift cards in the languages that know them as payment, folded. */
const GIFT_CARD =
  /gift ?(?:card|cert)|geschenk(?:karte|gutschein)|(?:carte|cheque|bon) cadeau|(?:tarjeta|carta|vale|cartao) (?:de )?(?:regalo|presente)|cadeau(?:kaart|bon)|podarunkow|presentkort|gavekort|lahjakort/;

const isGiftCard = (label: string): boolean => roleOfLabel(label) === 'cash' && GIFT_CARD.test(foldPrinted(label));

function rowFields(lines: readonly PrintedLine[]): PrintedField[] {
  const rows = rowsOfLines(lines);
  return rows.flatMap((row, index) => {
    const [first] = row;
    const text = normalizePrinted(row.map((cell) => cell.text).join(' '));
    const printed = amountBehind(text) ?? amountBelow(text, rows[index + 1]);
    const { label = '', amount = '' } = printed ?? {};
    const role = roleOfLabel(label);
    if (!first || role === undefined || tellsHours(text) || readPrintedAmount(amount) === undefined) return [];
    const confidence = Math.min(MOST_CONFIDENCE, ...row.map((cell) => cell.confidence));
    const place = first.box
      ? `${Math.round(first.box.left * 1000)},${Math.round(first.box.top * 1000)}`
      : `row ${index}`;
    return [{ type: 'OTHER', label: label.trim(), text: amount, confidence, page: first.page, groups: [], place }];
  });
}

interface Labelled {
  readonly label: string;
  readonly amount: string;
}

/** "TOTAL RM 12.50": words, at most with a percentage among them, and an amount with its marks at the end of the row. */
function amountBehind(text: string): Labelled | undefined {
  const last = findAmounts(text).at(-1);
  const label = text.slice(0, last?.start);
  if (!last || !/\p{L}{2}/u.test(label) || !FEW_DIGITS.test(label)) return undefined;
  // As printed: who reads it has to see what was repaired.
  const amount = text.slice(last.start, last.end);
  return endsTheRow(text, last) && /\d.*\d/.test(amount) ? { label, amount } : undefined;
}

const FEW_DIGITS = /^\D*(?:\d{1,2}(?:[.,]\d)? ?%\D*)?$/;

/** Whether nothing but a class of tax stands behind an amount. */
const endsTheRow = (text: string, { start, end }: Amount): boolean =>
  text.slice(end).trim() === '' || withoutTaxClass(text.slice(start)) === text.slice(start, end);

/** A row of words only, and an amount alone in the next one: labels and amounts that came without geometry. */
function amountBelow(label: string, next: readonly PrintedLine[] | undefined): Labelled | undefined {
  const [only, ...others] = next ?? [];
  if (!only || others.length > 0 || /\d/.test(label)) return undefined;
  const text = normalizePrinted(only.text);
  const [amount, ...more] = findAmounts(text);
  const isAlone = amount?.start === 0 && more.length === 0 && endsTheRow(text, amount);
  return amount?.form === 'exact' && isAlone ? { label, amount: amount.text } : undefined;
}
