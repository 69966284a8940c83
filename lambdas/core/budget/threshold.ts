/** A share of the limit in whole percent, or an amount in minor units of the budget's currency. */
export type Threshold = number | { readonly amountMinor: number };

/** What a budget can tell: a threshold is reached, the limit is exceeded, spending heads beyond the limit. */
export type Trigger =
  | { readonly kind: 'threshold'; readonly threshold: Threshold }
  | { readonly kind: 'exceeded' }
  | { readonly kind: 'forecast' };

/** Names a trigger in the budget's state: `80`, `amount-15000`, `exceeded`, `forecast`. */
export function triggerId(trigger: Trigger): string {
  if (trigger.kind !== 'threshold') return trigger.kind;
  const { threshold } = trigger;
  return typeof threshold === 'number' ? String(threshold) : `amount-${threshold.amountMinor}`;
}

/** Which triggers of a budget hold, and how often each began to hold. By the names that {@link triggerId} gives. */
export interface TriggerState {
  readonly reached: readonly string[];
  /** 1 after the first time, 2 when it had ceased (a refund, a higher limit) and began again. */
  readonly crossings: Readonly<Record<string, number>>;
}

export interface Crossing {
  readonly trigger: Trigger;
  readonly crossing: number;
}

export const NOTHING_REACHED: TriggerState = { reached: [], crossings: {} };

/** A forecast speaks once a period, and once more when it had cleared: what swings about its limit would only annoy. */
const MOST_FORECASTS = 2;

/** What spending and limit decide on. */
export interface Spent {
  readonly spentMinor: number;
  readonly limitMinor: number;
}

/** Whether spending is at or above a threshold. Whole numbers only; nothing is divided. Of a limit of 0, any is too much. */
export function isReached({ spentMinor, limitMinor }: Spent, threshold: Threshold): boolean {
  if (typeof threshold !== 'number') return spentMinor >= threshold.amountMinor;
  if (limitMinor <= 0) return spentMinor > 0;
  return BigInt(spentMinor) * 100n >= BigInt(limitMinor) * BigInt(threshold);
}

/** Exactly the limit is reached, not exceeded. */
export const isExceeded = ({ spentMinor, limitMinor }: Spent): boolean => spentMinor > limitMinor;

/** The whole percentage of the limit that is spent, rounded down: 99 means not yet reached. Undefined for a limit of 0. */
export function percentOf({ spentMinor, limitMinor }: Spent): number | undefined {
  if (limitMinor <= 0) return undefined;
  const scaled = BigInt(spentMinor) * 100n;
  const limit = BigInt(limitMinor);
  const quotient = scaled / limit;
  return Number(scaled < 0n && scaled % limit !== 0n ? quotient - 1n : quotient);
}

/** The thresholds and the limit as triggers. */
export const spendTriggers = (thresholds: readonly Threshold[]): Trigger[] => [
  ...thresholds.map((threshold) => ({ kind: 'threshold' as const, threshold })),
  { kind: 'exceeded' },
];

/**
 * Compares spending with a budget's triggers. One speaks when it holds and did not before; one that holds no longer is
 * armed again.
 *
 * @param isHeadingOver Whether spending heads for more than the limit; undefined leaves the forecast as it is.
 */
export function evaluateTriggers(
  thresholds: readonly Threshold[],
  spent: Spent,
  state: TriggerState,
  isHeadingOver?: boolean,
): { readonly state: TriggerState; readonly crossed: readonly Crossing[] } {
  const holding: Trigger[] = spendTriggers(thresholds).filter((trigger) =>
    trigger.kind === 'threshold' ? isReached(spent, trigger.threshold) : isExceeded(spent),
  );
  if (isHeadingOver ?? state.reached.includes('forecast')) holding.push({ kind: 'forecast' });
  const crossed = holding
    .map((trigger) => ({ trigger, crossing: (state.crossings[triggerId(trigger)] ?? 0) + 1 }))
    .filter(({ trigger }) => !state.reached.includes(triggerId(trigger)))
    .filter(({ trigger, crossing }) => trigger.kind !== 'forecast' || crossing <= MOST_FORECASTS);
  const crossings = { ...state.crossings };
  for (const { trigger, crossing } of crossed) crossings[triggerId(trigger)] = crossing;
  return { state: { reached: holding.map(triggerId), crossings }, crossed };
}

/** A budget's state in one period, with the version that a write has to name. */
export interface VersionedState {
  /** 0 when there is none yet. */
  readonly version: number;
  readonly state: TriggerState;
}
