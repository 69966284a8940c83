import { INCLUSIVE_WORDS, LABEL_WORDS, type LabelRole } from './label-words.ts';
import { foldPrinted, squashLetters } from './printed-text.ts';

/**
 * What a label says its amount is, in many languages; undefined when it says nothing about amounts.
 *
 * Where words of several roles meet, the most specific wins: "total rounding" is a rounding, "total qty" a quantity,
 * "total excl. tax" a subtotal, "total tax" a tax, but "total incl. tax" the amount due.
 */
export function roleOfLabel(label: string | undefined): LabelRole | undefined {
  if (label === undefined || label.trim() === '') return undefined;
  const words = new Set(foldPrinted(label).match(/[\p{L}\p{M}]+/gu) ?? []);
  // "Tax invoice total" is the total of a document's title.
  const squashed = squashLetters(label).replace('taxinvoice', '').replace('exchange', '');
  const says = (terms: readonly string[]): boolean =>
    terms.some((term) => (isWholeWord(term) ? words.has(term.replace('=', '')) : squashed.includes(term)));
  const saysRole = (role: LabelRole): boolean => says(TERMS[role]);

  const isTotal = saysRole('total') || saysRole('due');
  if (saysRole('rounded-total')) return 'rounded-total';
  if (isTotal && says(INCLUSIVE) && !saysRole('quantity')) return 'due';
  // In Malaysia and Singapore a lone "balance" is the change.
  if (squashed === 'balance') return 'change';
  return PRECEDENCE.find(saysRole);
}

/** Most specific first. */
const PRECEDENCE: readonly LabelRole[] = [
  'rounding',
  'carried-forward',
  'prior-balance',
  'quantity',
  'points',
  'subtotal',
  'change',
  'tax',
  'discount',
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
