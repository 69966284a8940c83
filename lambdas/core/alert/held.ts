import { isAhead } from '../ground/wrong-clock.ts';
import type { Alert, Delivery } from './alert.ts';
import { openedAtOf } from './window.ts';

/** What tells one delivery from others. */
export type Deliverer = Pick<Delivery, 'name' | 'windowId' | 'takesOver'>;

/**
 * Whether a delivery is there to send an alert: one that nobody holds belongs to every delivery of its window, one that is
 * held to the holder alone. So an execution that sleeps on after others have taken up its alerts finds nothing to do.
 */
export const isOwn = ({ heldBy, windowId }: Alert, { name, windowId: own, takesOver }: Deliverer): boolean =>
  heldBy === undefined ? windowId === own : heldBy === name || takesOver === true;

/** A step has ended so long after it began, one way or the other. */
const TAKEN_LASTS_MS = 300_000;

/**
 * Whether a delivery may send what is held, be it its own or another's: all that waits goes along with whatever goes out,
 * unless somebody is at it.
 */
export function mayTake({ heldBy, takenAt }: Alert, { name }: Deliverer, nowMs: number): boolean {
  if (heldBy === undefined) return false;
  if (heldBy === name || takenAt === undefined) return true;
  return isAhead(takenAt, nowMs) || nowMs - Date.parse(takenAt) > TAKEN_LASTS_MS;
}

/**
 * Names one round of a delivery, so that an attempt more of it is recognised and a later round is another message: the
 * window, and until when what it holds was held. Sorts by time, as a window does.
 */
export function roundOf(windowId: string, alerts: readonly Alert[]): string {
  const [latest] = alerts
    .flatMap(({ heldUntil }) => heldUntil ?? [])
    .sort()
    .reverse();
  return latest === undefined ? windowId : `${latest.replace(/[-:.]/g, '')}-${windowId}`;
}

/** What is held goes out together, whatever windows it was claimed in: with the latest of them. */
export function heldTogether(alerts: readonly Alert[]): Alert[] {
  const latest = new Map<string, string>();
  for (const { userId, windowId, heldBy } of alerts) {
    if (heldBy !== undefined && windowId > (latest.get(userId) ?? '')) latest.set(userId, windowId);
  }
  return alerts.map((alert) =>
    alert.heldBy === undefined ? alert : { ...alert, windowId: latest.get(alert.userId) ?? alert.windowId },
  );
}

/** When the first of the windows opened that these were claimed in: nothing was told of them before. */
export const firstOpenedAt = (alerts: readonly Alert[]): string =>
  alerts.map(({ windowId }) => openedAtOf(windowId)).sort()[0] ?? '9999';
