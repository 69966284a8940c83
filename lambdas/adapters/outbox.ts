import type { Claimed, Claims } from '../core/alert/claim.ts';
import { type AlertWindow, windowClosesAt, windowIdOf } from '../core/alert/window.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { isAhead } from '../core/ground/wrong-clock.ts';
import { claimKey, putAlert } from './alert-store.ts';
import { idOfKey, windowAlertKey, windowKey } from './ledger-keys.ts';
import { getItem, type Table, updateItem, type Write } from './table.ts';

/** Where claims go: the table, and how long a window collects before it is sent. */
export interface Outbox {
  readonly table: Table;
  readonly windowSeconds: number;
  /** Epoch milliseconds. */
  now(): number;
}

/** Links of a window serve its delivery and the sweeps after it; nobody needs them a season later. */
const KEEP_LINKS_SECONDS = 90 * 24 * 3600;

/**
 * The writes that claim alerts of one person in the window that is open, or open one. They belong into the transaction
 * that decides the claims: it is refused when the window closes meanwhile, or when somebody else opens one, and is then
 * to be tried anew with fresh writes. So no claim falls between two windows.
 */
export async function claimWrites(
  outbox: Outbox,
  claims: Claims | undefined,
): Promise<Claimed & { readonly writes: readonly Write[] }> {
  const userId = claims?.alerts[0]?.userId;
  if (!claims || userId === undefined) return { writes: [] };
  const { window, write } = await openWindow(outbox, userId, claims);
  const expiresAtEpochSeconds = Math.floor(Date.parse(window.closesAt) / 1000) + KEEP_LINKS_SECONDS;
  const alerts = claims.alerts.flatMap((claim): Write[] => {
    const alert = claimKey(claim).SK;
    return [
      putAlert(claim, window),
      { put: { ...windowAlertKey(userId, window.windowId, alert), alert, expiresAtEpochSeconds } },
    ];
  });
  return { claimedIn: window, writes: [write, ...alerts] };
}

/** The window of a person that is open, or was last. */
export const readWindow = (table: Table, userId: string): Promise<AlertWindow | undefined> =>
  getItem<AlertWindow>(table, windowKey(userId));

async function openWindow(
  outbox: Outbox,
  userId: string,
  { person, window: known }: Claims,
): Promise<{ window: AlertWindow; write: Write }> {
  const key = windowKey(userId);
  const current = known ?? (await readWindow(outbox.table, userId));
  const nowMs = outbox.now();
  const isOfWrongClock = current !== undefined && isAhead(current.openedAt, nowMs);
  const closesAt = (openedMs: number) => windowClosesAt(openedMs, outbox.windowSeconds, person);
  if (current?.isOpen) {
    // Written as it is: the same permission as opening one, and no less of a lock than a check.
    const window = isOfWrongClock ? { ...current, closesAt: new Date(closesAt(nowMs)).toISOString() } : current;
    return { window, write: { put: { ...key, ...window }, condition: isUnchanged(current) } };
  }
  // Two windows of a person never share an instant, though two clocks may differ.
  const openedMs = Math.max(nowMs, current && !isOfWrongClock ? Date.parse(current.openedAt) + 1 : 0);
  const openedAt = new Date(openedMs).toISOString();
  const window: AlertWindow = {
    windowId: windowIdOf(openedAt, idOfKey(key).slice(0, 6)),
    openedAt,
    closesAt: new Date(closesAt(openedMs)).toISOString(),
    isOpen: true,
  };
  const condition = current
    ? { text: 'windowId = :read AND isOpen = :open', values: { ':read': current.windowId, ':open': false } }
    : { text: 'attribute_not_exists(PK)' };
  return { window, write: { put: { ...key, ...window }, condition } };
}

const isOpen = (windowId: string) => ({
  text: 'windowId = :window AND isOpen = :open',
  values: { ':window': windowId, ':open': true },
});

const isUnchanged = ({ windowId, closesAt }: AlertWindow) => ({
  text: `${isOpen(windowId).text} AND closesAt = :closesAt`,
  values: { ...isOpen(windowId).values, ':closesAt': closesAt },
});

/** Leaves a window open for longer: what is claimed from now on waits for the new instant, and so does the sweep. */
export async function postponeWindow(table: Table, userId: string, windowId: string, closesAt: string): Promise<void> {
  const postponed = { text: 'SET closesAt = :until', values: { ':until': closesAt } };
  await optimistically(async () => {
    await updateItem(table, windowKey(userId), postponed, isOpen(windowId));
    return true;
  });
}

/**
 * Closes a window: no claim joins it from now on. Closing it again, or after a newer one opened, changes nothing.
 *
 * @throws SpendwireError `LedgerBusyError` when claims were at the window every time.
 */
export async function closeWindow(table: Table, userId: string, windowId: string): Promise<void> {
  const closed = { text: 'SET isOpen = :closed', values: { ':closed': false } };
  await optimistically(async () => {
    await updateItem(table, windowKey(userId), closed, isOpen(windowId));
    return true;
  });
}
