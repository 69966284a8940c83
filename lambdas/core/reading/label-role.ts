import { repairLabelWords } from 'printed-text/label-words';
import { foldPrinted, squashLetters } from 'printed-text/letters';
import { type WorldLabel, worldLabelsOf } from 'printed-text/world-labels';
import {
  CASH_IN_HAND_WORDS,
  INCLUSIVE_WORDS,
  LABEL_WORDS,
  type LabelRole,
  WORDS_BESIDE_LABELS,
} from './label-words.ts';

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
  // "Total after discount", but "Total discount" is one.
  if (isTotal && says(TERMS.discount) && AFTER_DISCOUNT.test(foldPrinted(label))) return 'due';
  // In Malaysia, Singapore and Kenya a lone "balance" is the change.
  if (isLoneBalance(label)) return 'change';
  // "Refund total" is a total, "Pfand-Rückgabe" a deposit.
  const isOther = { refunded: isTotal, change: says(TERMS.deposit) } as Partial<Record<LabelRole, boolean>>;
  return PRECEDENCE.find(
    (role) => (says(TERMS[role]) || (isWorldLabel(role) && world.has(role))) && isOther[role] !== true,
  );
}

/** Words for "after", at most another word, and the beginning of one that says discount. */
const AFTER_DISCOUNT =
  /(?<!\p{L})(?:after|nach|apres|despues del?|con|dopo(?: lo)?|apos|com|na|met|efter|etter|po|utan|jalkeen|setelah|selepas|после|після|след|μετα)\s+(?:\p{L}+\s+)?(?:disc|rebat|rabat|rabais|remise|nachlass|descuento|desconto|sconto|korting|voucher|coupon|promo|slev|zlav|indirim|diskaun|diskon|скид|zniz|zlev)/u;

/** "Balance" or "BAL" and no word besides. */
export const isLoneBalance = (label: string): boolean => /^bal(?:ance)?$/.test(squashLetters(label));

/** Whether a label has a word for a total, whatever else it says: "Total with tip". */
export function saysTotal(label: string): boolean {
  const says = listener(label);
  const world = worldLabelsOf(label);
  return says(TERMS.total) || says(TERMS.due) || world.has('total') || world.has('due');
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
  'tip',
  'service',
  'rounding',
  'prior-balance',
  'refunded',
  'carried-forward',
]);
/** Whether a label consists of words about amounts alone: "Total incl. VAT" and "Change", but neither "Total detergent" nor "Gift card". */
export function isOnlyLabel(label: string): boolean {
  const words = repairLabelWords(foldPrinted(label)).match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 && (ALL.has(squashLetters(label)) || words.every((word) => ALL.has(word) || isJoined(word)));
}

/** A label in a script without blanks may hold a term and a syllable more. */
const isJoined = (word: string): boolean =>
  /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(word) &&
  [...ALL].some((term) => !/[a-z]/.test(term) && word.includes(term) && word.length <= term.length + 2);

/** Is cash handed over, of which some may come back; a card pays what is asked for. */
export const isCashInHand = (label: string | undefined): boolean => label !== undefined && listener(label)(IN_HAND);

/** Tells whether the label says one of the terms. */
function listener(label: string): (terms: Terms) => boolean {
  const repaired = repairLabelWords(foldPrinted(label));
  const words = [...new Set(repaired.match(/[\p{L}\p{M}]+/gu) ?? [])];
  // "Tax invoice total" is the total of a document with that title.
  const squashed = squashLetters(repaired).replace('taxinvoice', '').replace('exchange', '');
  return ({ whole, within }) => words.some((word) => whole.has(word)) || within.some((term) => squashed.includes(term));
}

/** Terms that are a word of a label, and those that are a part of its letters. */
interface Terms {
  readonly whole: ReadonlySet<string>;
  readonly within: readonly string[];
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
  'refunded',
  'cash',
  'total',
];

const split = (terms: string): readonly string[] => terms.trim().split(/\s+/);
const isWholeWord = (term: string): boolean => /^(?:[a-z]{1,4}|=.*)$/.test(term);
const bare = (term: string): string => term.replace('=', '');
const termsOf = (terms: string): Terms => ({
  whole: new Set(split(terms).filter(isWholeWord).map(bare)),
  within: split(terms).filter((term) => !isWholeWord(term)),
});
const TERMS = Object.fromEntries(Object.entries(LABEL_WORDS).map(([role, terms]) => [role, termsOf(terms)])) as Record<
  LabelRole,
  Terms
>;
const INCLUSIVE = termsOf(INCLUSIVE_WORDS);
const IN_HAND = termsOf(CASH_IN_HAND_WORDS);
const ALL: ReadonlySet<string> = new Set(
  [...Object.values(LABEL_WORDS), INCLUSIVE_WORDS, WORDS_BESIDE_LABELS].flatMap(split).map(bare),
);
