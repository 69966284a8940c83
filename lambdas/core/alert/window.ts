import { Temporal } from 'temporal-polyfill';
import { cleanName } from '../ground/execution-name.ts';
import type { Person } from '../person/person.ts';
import type { Alert, Delivery } from './alert.ts';

/** A stretch of time in which everything that a person has to know is collected, to go out as one message. */
export interface AlertWindow {
  readonly windowId: string;
  /** ISO 8601 in UTC, as is `closesAt`. */
  readonly openedAt: string;
  readonly closesAt: string;
  /** Only an open window takes alerts in. */
  readonly isOpen: boolean;
  /** Windows that a newer plan has put this one in the place of: what was claimed in them goes out with it. */
  readonly replaces?: readonly string[];
}

/** What of a person decides when a window closes. */
export type Sleeper = Pick<Person, 'timeZone' | 'quietHours'>;

/** When a window that opens now is over: after some seconds, or at the end of the quiet hours that these fall into. */
export function windowClosesAt(openedMs: number, windowSeconds: number, person: Sleeper): number {
  const closesMs = openedMs + windowSeconds * 1000;
  return endOfQuietHours(closesMs, person) ?? closesMs;
}

/** Whether a window that opens now would be over before one that is open: the person's quiet hours are shorter than they were. */
export const isOverEarlier = ({ isOpen, closesAt }: AlertWindow, nowClosesAt: string): boolean =>
  isOpen && Date.parse(nowClosesAt) < Date.parse(closesAt);

/** When the quiet hours around an instant end; undefined when it lies in none. */
export function endOfQuietHours(epochMs: number, { timeZone, quietHours }: Sleeper): number | undefined {
  if (!quietHours) return undefined;
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  const from = Temporal.PlainTime.from(quietHours.from);
  const to = Temporal.PlainTime.from(quietHours.to);
  const isFrom = Temporal.PlainTime.compare(local.toPlainTime(), from) >= 0;
  const isBeforeEnd = Temporal.PlainTime.compare(local.toPlainTime(), to) < 0;
  const isOverMidnight = Temporal.PlainTime.compare(from, to) > 0;
  if (isOverMidnight ? !isFrom && !isBeforeEnd : !isFrom || !isBeforeEnd) return undefined;
  const day = local.toPlainDate().add({ days: isBeforeEnd ? 0 : 1 });
  // Where the clocks are put back an hour comes twice: its first end may be over already.
  return day.toPlainDateTime(to).toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
}

/** `20261120T120000123Z-{mark}`: sorts by time, and no two of one mark are alike. */
export const windowIdOf = (openedAt: string, mark: string): string => `${openedAt.replace(/[-:.]/g, '')}-${mark}`;

/** When a window opened, from its id. */
export const openedAtOf = (windowId: string): string =>
  windowId.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');

/** The windows with something unsent among these alerts, each once. */
export function deliveriesOf(alerts: readonly (Alert | undefined)[]): Delivery[] {
  const unsent = alerts.filter((alert) => alert !== undefined).filter(({ sentAt }) => sentAt === undefined);
  return uniqueDeliveries(unsent.map(({ userId, ...window }) => deliveryOf(userId, window)));
}

/** The one execution that sends a window, whoever starts it. */
export const deliveryOf = (
  userId: string,
  { windowId, closesAt }: Pick<AlertWindow, 'windowId' | 'closesAt'>,
): Delivery => ({
  userId,
  windowId,
  name: `${cleanName(userId, 40)}-${windowId}`,
  closesAt,
});

/** Each window once: one execution sends it. */
const uniqueDeliveries = (deliveries: readonly Delivery[]): Delivery[] => [
  ...new Map(deliveries.map((each) => [each.name, each])).values(),
];
