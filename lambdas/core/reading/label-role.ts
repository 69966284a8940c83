import { repairLabelWords } from 'printed-text/label-words';
import { foldPrinted, squashLetters } from 'printed-text/letters';
import { type WorldLabel, worldLabelsOf } from 'printed-text/world-labels';
import { INCLUSIVE_WORDS, LABEL_WORDS, type LabelRole } from './label-words.ts';

/**
 * What a label says its amount is, in many languages; undefined when it says nothing about amounts.
 *
 * Where words of several roles meet, the most specific wins: "total rounding" is a rounding, "total qty" a quantity,
 * "total excl. tax" a subtotal, "total tax" a tax, but "total incl. tax" the amount due.
 */
export function roleOfLabel(label: string | undefined): LabelRole | undefined {
  if (label === undefined || label.trim() === '') return undefined;
  const says = listener(label);
  const world = worldLabelsOf(label);
  const isTotal = says(TERMS.total) || says(TERMS.due) || world.has('total') || world.has('due');
  if (says(TERMS['rounded-total'])) return 'rounded-total';
  if (isTotal && (says(INCLUSIVE) || world.has('inclusive')) && !says(TERMS.quantity) && !world.has('subtotal'))
    return 'due';
  // In Malaysia and Singapore a lone "balance" is the change.
  if (squashLetters(label) === 'balance') return 'change';
  return PRECEDENCE.find((role) => says(TERMS[role]) || (isWorldLabel(role) && world.has(role)));
}

/** Whether a label says that something, mostly tax, is included. */
export function isInclusive(label: string | undefined): boolean {
  return label !== undefined && (listener(label)(INCLUSIVE) || worldLabelsOf(label).has('inclusive'));
}

const isWorldLabel = (role: LabelRole): role is LabelRole & WorldLabel => WORLD_ROLES.has(role);
const WORLD_ROLES: ReadonlySet<string> = new Set<WorldLabel>([
  'total',
  'due',
  'subtotal',
  'tax',
  'cash',
  'change',
  'discount',
  'carried-forward',
]);

/** Tells whether the label says one of the terms. */
function listener(label: string): (terms: readonly string[]) => boolean {
  const repaired = repairLabelWords(foldPrinted(label));
  const words = new Set(repaired.match(/[\p{L}\p{M}]+/gu) ?? []);
  // "Tax invoice total" is the total of a document with that title.
  const squashed = squashLetters(repaired).replace('taxinvoice', '').replace('exchange', '');
  return (terms) =>
    terms.some((term) => (isWholeWord(term) ? words.has(term.replace('=', '')) : squashed.includes(term)));
}

/** Most specific first. */
const PRECEDENCE: readonly LabelRole[] = [
  'rounding',
  'carried-forward',
  'prior-balance',
  'quantity',
  'subtotal',
  'change',
  'tax',
  'discount',
  'points',
  'tip',
  'service',
  'shipping',
  'due',
  'deposit',
  'cash',
  'total',
];

const split = (terms: string): readonly string[] => terms.trim().split(/\s+/);
const TERMS = Object.fromEntries(Object.entries(LABEL_WORDS).map(([role, terms]) => [role, split(terms)])) as Record<
  LabelRole,
  readonly string[]
>;
const INCLUSIVE = split(INCLUSIVE_WORDS);
const isWholeWord = (term: string): boolean => /^(?:[a-z]{1,4}|=.*)$/.test(term);
