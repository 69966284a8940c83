import type { CurrencyCode } from '../currency.ts';
import { formatMoney, type MinorUnits } from '../money.ts';
import type { LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import type { Reason } from './structured-expense.ts';
import { type Closure, closuresOf } from './total-arithmetic.ts';

/** The value that is most likely the total, and what speaks for it. */
export interface ChosenTotal {
  readonly minor: MinorUnits;
  readonly closures: readonly Closure[];
  /** Why a person has to look at it; absent when it can be trusted. */
  readonly doubt?: Reason;
  readonly because: string;
}

/** How likely an amount with this role is the total; hand-set, explained in the prototype's ablations. */
const ROLE_WEIGHT: Readonly<Partial<Record<LabelRole, number>>> = {
  'rounded-total': 4,
  due: 3.2,
  total: 3,
  cash: 0,
  subtotal: -1,
};
const TYPE_WEIGHT: Readonly<Record<string, number>> = { TOTAL: 1.5, AMOUNT_DUE: 0.5 };
const CLOSURE_WEIGHT: Readonly<Record<Closure['kind'], number>> = {
  cash: 3,
  'paid-and-due': 3,
  'prior-balance': 2,
  rounding: 2.5,
  'unprinted-rounding': 1.2,
  discounted: 2.5,
  subtotal: 2.5,
  items: 1.5,
};
/** A rounding leads away from the amount before it: 9.54 − 0.04 was not paid. */
const BEFORE_ROUNDING = -4.5;
const REPEATED = 0.6;
const ZERO = -3;
/** Two values closer than this are a tie that a person decides. */
const CLEAR_GAP = 1.2;
/** Percent. Below it, a total needs a sum or a second print that confirms it. */
const SURE_CONFIDENCE = 90;

interface Contender {
  readonly minor: MinorUnits;
  readonly prints: readonly LabelledAmount[];
  readonly closures: readonly Closure[];
  readonly score: number;
}

/**
 * Chooses the total among the summary's amounts by label, arithmetic, repetition and confidence.
 *
 * @returns undefined when no amount may be a total.
 */
export function chooseTotal(
  amounts: readonly LabelledAmount[],
  itemsMinor: number | undefined,
  currency: CurrencyCode,
): ChosenTotal | undefined {
  const prints = amounts.filter(({ role }) => ROLE_WEIGHT[role] !== undefined);
  const contenders = [...new Set(prints.map(({ minor }) => minor))]
    .map((minor) => weigh(minor, prints, amounts, itemsMinor))
    .sort((a, b) => b.score - a.score);
  const [best, second] = contenders;
  if (!best) return undefined;
  const doubt = doubtOf(best, second, amounts, currency);
  return { minor: best.minor, closures: best.closures, because: explain(best, currency), ...(doubt && { doubt }) };
}

function weigh(
  minor: MinorUnits,
  prints: readonly LabelledAmount[],
  amounts: readonly LabelledAmount[],
  itemsMinor: number | undefined,
): Contender {
  const own = prints.filter((print) => print.minor === minor);
  const closures = closuresOf(minor, amounts, itemsMinor);
  const kinds = new Set(closures.map(({ kind }) => kind));
  const roundsAway = isBeforeRounding(minor, closures);
  const score =
    Math.max(...own.map(weightOfPrint)) +
    [...kinds].reduce((sum, kind) => sum + CLOSURE_WEIGHT[kind], 0) +
    (roundsAway ? BEFORE_ROUNDING : 0) +
    REPEATED * Math.min(2, printsOf(own) - 1) +
    (minor === 0 ? ZERO : 0);
  return { minor, prints: own, closures, score };
}

function weightOfPrint({ role, field, isDoubtful }: LabelledAmount): number {
  const confidence = Math.max(-1, Math.min(0.5, (field.confidence - 90) / 20));
  return (ROLE_WEIGHT[role] ?? 0) + (TYPE_WEIGHT[field.type] ?? 0) + confidence - (isDoubtful ? 0.5 : 0);
}

/** Of two totals a rounding apart, the one that is not a multiple of five minor units is the one before it. */
function isBeforeRounding(minor: number, closures: readonly Closure[]): boolean {
  const rounding = closures.find(({ kind }) => kind === 'rounding');
  return rounding !== undefined && minor % 5 !== 0;
}

/** Prints of the value at different places. */
function printsOf(prints: readonly LabelledAmount[]): number {
  const places = prints.map(({ field }) => `${field.page} ${field.place ?? `${field.type} ${field.label ?? ''}`}`);
  return new Set(places).size;
}

function doubtOf(
  best: Contender,
  second: Contender | undefined,
  amounts: readonly LabelledAmount[],
  currency: CurrencyCode,
): Reason | undefined {
  const print = (minor: MinorUnits) => formatMoney({ amountMinor: minor, currency });
  const isConfirmed = best.closures.length > 0 || printsOf(best.prints) > 1;
  const confidence = Math.max(...best.prints.map(({ field }) => field.confidence));
  if (second && best.score - second.score < CLEAR_GAP) {
    const both = `${print(best.minor)} and ${print(second.minor)}`;
    return disagree(`two totals were found: ${both}; state the right one in a correction`);
  }
  if (best.minor === 0) {
    return unreadable('the total was read as zero; state the right one in a correction, or ignore the document');
  }
  if (!isConfirmed && best.prints.every(({ role }) => role === 'cash' || role === 'subtotal')) {
    return unreadable(`no total was found, only ${print(best.minor)} beside it; state the total in a correction`);
  }
  const sum = isConfirmed ? undefined : openSum(best, amounts);
  if (sum) {
    return disagree(
      `the total was read as ${print(best.minor)}, but ${sum(print)}; state the right one in a correction`,
    );
  }
  if (!isConfirmed && (confidence < SURE_CONFIDENCE || best.prints.every(({ isDoubtful }) => isDoubtful))) {
    const percent = Math.round(confidence);
    return unreadable(
      `the total was read as ${print(best.minor)} with ${percent} % confidence and no sum confirms it; state it in a correction, or drop a sharper picture`,
    );
  }
  return undefined;
}

/** A sum that the receipt prints and that does not give the total. */
function openSum(best: Contender, amounts: readonly LabelledAmount[]) {
  const first = (role: LabelRole) => amounts.find((amount) => amount.role === role);
  const [subtotal, tax, cash, change] = [first('subtotal'), first('tax'), first('cash'), first('change')];
  if (subtotal && subtotal.minor !== best.minor) {
    return (print: (minor: MinorUnits) => string) =>
      tax
        ? `subtotal ${print(subtotal.minor)} and tax ${print(tax.minor)} give another`
        : `the subtotal is ${print(subtotal.minor)} and nothing explains the difference`;
  }
  if (cash && change && change.minor !== 0) {
    return (print: (minor: MinorUnits) => string) =>
      `${print(cash.minor)} given less ${print(change.minor)} change is another`;
  }
  return undefined;
}

const unreadable = (message: string): Reason => ({ code: 'TotalUnreadableError', message });
const disagree = (message: string): Reason => ({ code: 'TotalsDisagreeError', message });

function explain({ minor, closures, prints }: Contender, currency: CurrencyCode): string {
  const sums = [...new Set(closures.map(({ kind }) => SUM_WORDS[kind]))];
  const label = [...prints].sort((a, b) => weightOfPrint(b) - weightOfPrint(a))[0]?.field.label;
  const printed = label === undefined ? 'printed as the total' : `printed beside "${label}"`;
  return `total ${formatMoney({ amountMinor: minor, currency })}: ${[printed, ...sums].join(', ')}`;
}

const SUM_WORDS: Readonly<Record<Closure['kind'], string>> = {
  cash: 'equals cash less change',
  'paid-and-due': 'equals what was paid and what is due',
  'prior-balance': 'equals the balance less the one before',
  rounding: 'differs from another total by the rounding',
  discounted: 'equals another total less what was taken off',
  'unprinted-rounding': 'is another sum rounded to five',
  subtotal: 'equals the subtotal with tax and charges',
  items: 'equals the items',
};
