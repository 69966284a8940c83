/** Which thresholds of a budget the spending stands at or above, and how often each was crossed upwards. */
export interface ThresholdState {
  /** Percentages, ascending. */
  readonly reached: readonly number[];
  /** By percentage: 1 after the first crossing, 2 when a refund re-armed it and it was crossed again. */
  readonly crossings: Readonly<Record<string, number>>;
}

export interface Crossing {
  readonly threshold: number;
  readonly crossing: number;
}

export const NOTHING_REACHED: ThresholdState = { reached: [], crossings: {} };

/** Whether spending is at or above a percentage of the limit. Whole numbers only; nothing is divided. */
export const isReached = (spentMinor: number, limitMinor: number, percent: number): boolean =>
  BigInt(spentMinor) * 100n >= BigInt(limitMinor) * BigInt(percent);

/** The whole percentage of the limit that is spent, rounded down: 99 means not yet reached. */
export const percentOf = (spentMinor: number, limitMinor: number): number => {
  const scaled = BigInt(spentMinor) * 100n;
  const limit = BigInt(limitMinor);
  const quotient = scaled / limit;
  return Number(scaled < 0n && scaled % limit !== 0n ? quotient - 1n : quotient);
};

/**
 * Compares spending with a budget's thresholds. A threshold speaks when it is reached and was not before; one that
 * is no longer reached (a refund, a higher limit) is armed again.
 */
export function evaluateThresholds(
  budget: { readonly limitMinor: number; readonly thresholds: readonly number[] },
  spentMinor: number,
  state: ThresholdState,
): { readonly state: ThresholdState; readonly crossed: readonly Crossing[] } {
  const reached = budget.thresholds.filter((percent) => isReached(spentMinor, budget.limitMinor, percent));
  const crossed = reached
    .filter((threshold) => !state.reached.includes(threshold))
    .map((threshold) => ({ threshold, crossing: (state.crossings[threshold] ?? 0) + 1 }));
  const crossings = { ...state.crossings };
  for (const { threshold, crossing } of crossed) crossings[threshold] = crossing;
  return { state: { reached, crossings }, crossed };
}
