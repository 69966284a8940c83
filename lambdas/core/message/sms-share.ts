import type { Alert } from '../alert/alert.ts';

/** A phone that rings more often is not listened to. Counted over all phones of a person. */
const MOST_SMS = 5;
const HOUR_MS = 3_600_000;

/**
 * How many of an hour's text messages a message may be that has nothing more pressing to say. The last is kept for limits
 * that are exceeded, and the last but one for what is reached or to be paid: an afternoon of forecasts must not use up what
 * the person needs to hear.
 */
const SHARES: Readonly<Record<Alert['kind'], number>> = {
  exceeded: MOST_SMS,
  threshold: 4,
  due: 4,
  unsubscribed: 4,
  forecast: 3,
  attention: 3,
  digest: 3,
};

/** Of how many texts an hour a message about these may be one. */
export const shareOf = (alerts: readonly Pick<Alert, 'kind'>[]): number =>
  Math.max(0, ...alerts.map(({ kind }) => SHARES[kind]));

/** Which text messages count now, from when on, in epoch milliseconds. */
export const smsSince = (nowMs: number): number => nowMs - HOUR_MS;

/**
 * When there is room for a text, in epoch milliseconds; undefined when there is now.
 *
 * @param sentMs When texts were sent within the hour, oldest first.
 */
export function roomAtMs(share: number, sentMs: readonly number[]): number | undefined {
  const makesRoom = sentMs.at(-share);
  return sentMs.length < share || makesRoom === undefined ? undefined : makesRoom + HOUR_MS;
}
