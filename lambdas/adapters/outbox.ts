import type { Delivery } from '../core/alert.ts';
import { type AlertWindow, deliveriesOf, windowClosesAt, windowIdOf } from '../core/window.ts';
import { type Claim, claimKey, putAlert, readAlert } from './alert-store.ts';
import { idOfKey, windowAlertKey, windowKey } from './ledger-keys.ts';
import { optimistically } from './optimistic.ts';
import { readPerson } from './person-store.ts';
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
export async function claimWrites(outbox: Outbox, claims: readonly Claim[]): Promise<Write[]> {
  const userId = claims[0]?.userId;
  if (userId === undefined) return [];
  const { window, write } = await openWindow(outbox, userId);
  const expiresAtEpochSeconds = Math.floor(Date.parse(window.closesAt) / 1000) + KEEP_LINKS_SECONDS;
  return [
    write,
    ...claims.flatMap((claim): Write[] => {
      const alert = claimKey(claim).SK;
      return [
        putAlert(claim, window),
        { put: { ...windowAlertKey(userId, window.windowId, alert), alert, expiresAtEpochSeconds } },
      ];
    }),
  ];
}

async function openWindow(outbox: Outbox, userId: string): Promise<{ window: AlertWindow; write: Write }> {
  const key = windowKey(userId);
  const current = await getItem<AlertWindow>(outbox.table, key);
  if (current?.isOpen) {
    // Written as it is: the same permission as opening one, and no less of a lock than a check.
    return { window: current, write: { put: { ...key, ...current }, condition: isUnchanged(current) } };
  }
  const person = await readPerson(outbox.table, userId);
  // Two windows of a person never share an instant, whatever the clock says.
  const openedMs = Math.max(outbox.now(), current ? Date.parse(current.openedAt) + 1 : 0);
  const openedAt = new Date(openedMs).toISOString();
  const closesMs = windowClosesAt(openedMs, outbox.windowSeconds, person ?? { timeZone: 'UTC' });
  const window: AlertWindow = {
    windowId: windowIdOf(openedAt, idOfKey(key).slice(0, 6)),
    openedAt,
    closesAt: new Date(closesMs).toISOString(),
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

/** The windows in which claims stand unsent, whoever made them. */
export async function deliveriesOfClaims(table: Table, claims: readonly Claim[]): Promise<Delivery[]> {
  return deliveriesOf(await Promise.all(claims.map((claim) => readAlert(table, claimKey(claim)))));
}
