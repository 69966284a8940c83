import type { Money } from '../ground/money.ts';
import { type AddedOnTop, doubtOfAdded, doubtOfUnpaidTip } from './added-on-top.ts';
import { doubtOfCharges } from './charged-below.ts';
import { doubtOfThousands } from './counted-in-thousands.ts';
import { doubtOfCutAtEdge } from './cut-at-edge.ts';
import { doubtOfFormerCurrency } from './former-currency.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import { doubtOfLarger } from './larger-amount.ts';
import { doubtOfLostPoints } from './lost-points.ts';
import { doubtOfOldClaim } from './old-claim.ts';
import { doubtOfShares } from './paid-by-others.ts';
import type { PrintedLine } from './printed-line.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { LineItem, Reason } from './structured-expense.ts';
import { doubtOfUnread } from './unread-beside-total.ts';

/** A total that nothing about its digits speaks against, and what it stands among. */
export interface SettledTotal {
  readonly total: Money;
  readonly rows: readonly MarkedRow[];
  readonly lines: readonly PrintedLine[];
  readonly amounts: readonly LabelledAmount[];
  readonly lineItems: readonly LineItem[];
  /** What came on top of another total, where this is what the two come to. */
  readonly added: AddedOnTop | undefined;
  /** Whether cash, a card or change is printed with its amount. */
  readonly isPaid: boolean;
  readonly isSignRead: boolean;
  /** Whether its digits are asked about already. */
  readonly areDigitsDoubted: boolean;
  /** What sums give it. */
  readonly kinds: readonly string[];
}

/** Why the rest of the paper says that another amount was paid. */
export const doubtsOfTotal = ({
  total,
  rows,
  lines,
  amounts,
  lineItems,
  added,
  isPaid,
  isSignRead,
  areDigitsDoubted,
  kinds,
}: SettledTotal): readonly (Reason | undefined)[] => [
  areDigitsDoubted
    ? undefined
    : (doubtOfCutAtEdge(lines, total) ?? doubtOfLostPoints(rows, amounts, lineItems, total, isSignRead)),
  doubtOfThousands(rows, total),
  doubtOfUnread(rows, total),
  doubtOfAdded(rows, total) ??
    (added && doubtOfUnpaidTip(added, total.currency, isPaid)) ??
    doubtOfCharges(rows, total),
  doubtOfFormerCurrency(rows, total),
  doubtOfOldClaim(rows, total),
  doubtOfLarger(rows, total, kinds.length > 0, kinds.some(isSumOfGoods)),
  doubtOfShares(rows, total),
];

const isSumOfGoods = (kind: string): boolean => kind === 'items' || kind === 'subtotal';
