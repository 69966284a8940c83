import { repairLabelWords } from 'printed-text/label-words';
import { squashLetters } from 'printed-text/letters';
import { plainText } from 'printed-text/plain-text';
import { type WorldLabel, worldLabelsOf } from 'printed-text/world-labels';
import { type LabelKind, labelPatterns, taxName } from './label-patterns.ts';

/** What a label says; `letters` is the label without anything but its letters. */
export interface Label {
  readonly letters: string;
  readonly kinds: ReadonlySet<LabelKind>;
  /** A total that says how it was paid, such as "Total paid by card". */
  readonly isPaidTotal: boolean;
}

const kindNames = Object.keys(labelPatterns) as LabelKind[];
const SAYS_INCLUDED = /inc|inkl|after|with(?!out)|ttc|payable/;
const NAMES_TAX_SHARE = /gstincl?u?d?e?d?(?:in|$)|includ(?:es|ed)/;

const KINDS_OF_WORLD: Readonly<Record<WorldLabel, readonly LabelKind[]>> = {
  total: ['total'],
  due: ['due'],
  subtotal: ['subtotal'],
  tax: ['tax'],
  cash: ['paid'],
  change: ['change'],
  discount: ['discount'],
  tip: ['gratuity'],
  service: ['service'],
  rounding: ['rounding'],
  'prior-balance': ['priorBalance'],
  refunded: ['refunded'],
  inclusive: [],
  'carried-forward': ['priorBalance'],
};

/** Reads a label; where it says several things, the most specific one wins. */
export function classifyLabel(text: string): Label {
  const repaired = repairLabelWords(text);
  const letters = squashLetters(repaired);
  const kinds = new Set(kindNames.filter((kind) => labelPatterns[kind].test(letters)));
  if (taxName.test(plainText(repaired).toLowerCase())) kinds.add('tax');
  const world = worldLabelsOf(repaired);
  for (const found of world) for (const kind of KINDS_OF_WORLD[found]) kinds.add(kind);
  // What was asked for last time is due no more.
  if (world.has('prior-balance')) kinds.delete('due');
  const isPaidTotal = settle(kinds, letters, plainText(repaired));
  return { letters, kinds, isPaidTotal };
}

/** Whether a label names a kind of amount at all. */
export const namesAmount = ({ kinds }: Label): boolean =>
  [...kinds].some((kind) => kind !== 'points' && kind !== 'deposit' && kind !== 'grand' && kind !== 'beforeTax');

function settle(kinds: Set<LabelKind>, letters: string, text: string): boolean {
  const drop = (...dropped: LabelKind[]) => {
    for (const kind of dropped) kinds.delete(kind);
  };
  settleRounding(kinds, letters, drop);
  if (kinds.has('quantity')) drop('total', 'grand', 'due');
  if (kinds.has('subtotal')) drop('total', 'grand', 'due');
  if (kinds.has('beforeTax') && !letters.includes('incl')) {
    drop('total', 'grand');
    kinds.add('subtotal');
  }
  settleParts(kinds, letters, drop);
  if (kinds.has('priorBalance')) drop('change', 'total');
  // "Cash refund" goes to the customer.
  if (kinds.has('refunded')) drop('paid', 'change', 'discount');
  if (kinds.has('change')) drop('total', 'grand', 'paid');
  if (kinds.has('due')) {
    drop('paid');
    kinds.add('total');
  }
  if (kinds.has('grand')) kinds.add('total');
  const isPaidTotal = kinds.has('paid') && kinds.has('total') && !kinds.has('due');
  if (isPaidTotal) drop('grand');
  // "Total 6 %" sums up one tax rate.
  if (/t[o0]ta[l1i]\W{0,3}\d{1,2}(?:[.,]\d+)?\s?%/i.test(text) && !/pay|due/.test(letters)) {
    drop('total', 'grand', 'due');
    kinds.add('subtotal');
  }
  if (kinds.has('points')) drop('total', 'grand');
  return isPaidTotal;
}

function settleRounding(kinds: Set<LabelKind>, letters: string, drop: (...kinds: LabelKind[]) => void): void {
  if (kinds.has('roundedTotal')) {
    drop('rounding');
    kinds.add('total');
    kinds.add('grand');
  }
  if (!kinds.has('rounding')) return;
  if (kinds.has('total') && /incl|after|round.*total/.test(letters)) drop('rounding');
  else drop('total', 'grand', 'due');
}

/** "Total GST" is a tax, "Total incl. GST" a total, "Total includes GST" a tax again. */
function settleParts(kinds: Set<LabelKind>, letters: string, drop: (...kinds: LabelKind[]) => void): void {
  const namesPart = kinds.has('tax') || kinds.has('discount') || kinds.has('service') || kinds.has('gratuity');
  if (namesPart && kinds.has('total')) {
    if (SAYS_INCLUDED.test(letters) && !NAMES_TAX_SHARE.test(letters)) drop('tax', 'discount', 'service', 'gratuity');
    else drop('total', 'grand');
  }
  const isShare =
    /^(?:gst|total)?includ|gstinclu/.test(letters) && /totalinclud|includesgst|gstinclu|inclgst$/.test(letters);
  if (isShare && !kinds.has('due') && !/^total(?:amount|sales)?incl?(?:usive)?(?:of)?gst/.test(letters)) {
    kinds.add('tax');
    drop('total', 'grand');
  }
}
