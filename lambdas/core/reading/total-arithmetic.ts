import type { LabelRole } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';

/** A sum on the receipt that gives a value. */
export interface Closure {
  readonly kind: 'cash' | 'subtotal' | 'rounding' | 'items' | 'paid-and-due' | 'prior-balance';
  /** Minor units of the value it gives. */
  readonly minor: number;
  /** The amounts added or taken away on the way. */
  readonly parts: readonly LabelledAmount[];
}

/** What is added to a subtotal on the way to a total; a discount is taken away, a rounding goes both ways. */
const PARTS: readonly LabelRole[] = ['tax', 'service', 'tip', 'shipping', 'deposit', 'discount', 'rounding'];

/** More parts than this are a table of taxes, not a sum; trying all subsets of them would close by accident. */
const MOST_PARTS = 8;

/**
 * Every sum of the receipt that gives the value: cash − change, subtotal + parts, a total ± rounding, the items, what
 * was paid and what is still due, the balance carried from before.
 *
 * @param itemsMinor Sum of the line items, where each of them has an amount.
 */
export function closuresOf(minor: number, amounts: readonly LabelledAmount[], itemsMinor?: number): Closure[] {
  const of = (role: LabelRole) =>
    distinct(amounts.filter((amount) => amount.role === role && (role !== 'rounding' || isSmall(amount))));
  const parts = PARTS.flatMap(of);
  const bases = of('subtotal');
  const totals = [...of('total'), ...of('due'), ...of('rounded-total')].filter((total) => total.minor !== minor);
  const closures: (Closure | undefined)[] = [
    ...pairs(of('cash'), of('change')).map(([cash, change]) =>
      cash.minor - Math.abs(change.minor) === minor
        ? { kind: 'cash' as const, minor, parts: [cash, change] }
        : undefined,
    ),
    ...bases.map((base) => closeWith(base.minor, minor, parts, 'subtotal', [base])),
    itemsMinor === undefined || itemsMinor === 0 ? undefined : closeWith(itemsMinor, minor, parts, 'items', []),
    ...pairs(totals, of('rounding')).map(([total, rounding]) =>
      rounding.minor !== 0 && Math.abs(total.minor - minor) === Math.abs(rounding.minor)
        ? { kind: 'rounding' as const, minor, parts: [total, rounding] }
        : undefined,
    ),
    ...pairs(of('cash'), totals).map(([paid, due]) =>
      due.role === 'due' && due.minor > 0 && Math.abs(paid.minor) + due.minor === minor
        ? { kind: 'paid-and-due' as const, minor, parts: [paid, due] }
        : undefined,
    ),
    ...pairs(of('prior-balance'), totals).map(([prior, total]) =>
      prior.minor !== 0 && total.minor - prior.minor === minor
        ? { kind: 'prior-balance' as const, minor, parts: [prior, total] }
        : undefined,
    ),
  ];
  return closures.filter((closure) => closure !== undefined);
}

function closeWith(
  base: number,
  minor: number,
  parts: readonly LabelledAmount[],
  kind: Closure['kind'],
  first: readonly LabelledAmount[],
): Closure | undefined {
  const used = findSubset(minor - base, parts.slice(0, MOST_PARTS));
  return used && { kind, minor, parts: [...first, ...used] };
}

/** "Adjustment" is a rounding on a till and anything on a bill. */
const isSmall = ({ minor }: LabelledAmount): boolean => Math.abs(minor) <= 500;

/** The fewest parts that give the difference; undefined when none do. */
function findSubset(difference: number, parts: readonly LabelledAmount[]): LabelledAmount[] | undefined {
  if (difference === 0) return [];
  const [part, ...rest] = parts;
  if (!part) return undefined;
  const without = findSubset(difference, rest);
  if (without && without.length <= 1) return without;
  const withPart = signedWays(part)
    .filter((way) => way !== 0)
    .map((way) => findSubset(difference - way, rest))
    .filter((found) => found !== undefined)
    .sort((a, b) => a.length - b.length)[0];
  if (!withPart) return without;
  return without && without.length <= withPart.length + 1 ? without : [part, ...withPart];
}

function signedWays({ role, minor }: LabelledAmount): number[] {
  if (role === 'discount') return [-Math.abs(minor)];
  if (role === 'rounding') return [minor, -minor];
  return [minor];
}

/** The same amount in the same role, printed twice or tagged on two pages, counts once; two taxes do not. */
function distinct(amounts: readonly LabelledAmount[]): LabelledAmount[] {
  const seen = new Set<string>();
  return amounts.filter(({ role, minor, field }) => {
    const key = `${role} ${minor} ${field.label ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

function pairs<Left, Right>(left: readonly Left[], right: readonly Right[]): [Left, Right][] {
  return left.flatMap((one) => right.map((other): [Left, Right] => [one, other]));
}
