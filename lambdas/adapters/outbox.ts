import type { Claimed, Claims } from '../core/alert/claim.ts';
import { type AlertWindow, isOverEarlier, type Sleeper, windowClosesAt, windowIdOf } from '../core/alert/window.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { isAhead } from '../core/ground/wrong-clock.ts';
import { claimKey, putAlert } from './alert-store.ts';
import { idOfKey, windowAlertKey, windowKey } from './ledger-keys.ts';
import { getItem, putItem, type Table, updateItem, type Write } from './table.ts';

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
 *
 * @returns Two writes more than there are claims: the window, and its link to all of them.
 */
export async function claimWrites(
  outbox: Outbox,
  claims: Claims | undefined,
): Promise<Claimed & { readonly writes: readonly Write[] }> {
  const userId = claims?.alerts[0]?.userId;
  if (!claims || userId === undefined) return { writes: [] };
  const { window, write } = await openWindow(outbox, userId, claims);
  const expiresAtEpochSeconds = Math.floor(Date.parse(window.closesAt) / 1000) + KEEP_LINKS_SECONDS;
  const alerts = claims.alerts.map((claim) => claimKey(claim).SK);
  const link = { ...windowAlertKey(userId, window.windowId, alerts[0] as string), alerts, expiresAtEpochSeconds };
  const writes = [write, { put: link }, ...claims.alerts.map((claim) => putAlert(claim, window))];
  return { claimedIn: window, writes };
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
  const current = known === 'none' ? undefined : (known ?? (await readWindow(outbox.table, userId)));
  const nowMs = outbox.now();
  if (current?.isOpen) {
    const closesAt = () => new Date(windowClosesAt(nowMs, outbox.windowSeconds, person)).toISOString();
    // Written as it is: the same permission as opening one, and no less of a lock than a check.
    const window = isAhead(current.openedAt, nowMs) ? { ...current, closesAt: closesAt() } : current;
    return { window, write: { put: { ...key, ...window }, condition: isUnchanged(current) } };
  }
  const window = windowAfter(outbox, userId, current, person);
  const condition = current
    ? { text: 'windowId = :read AND isOpen = :open', values: { ':read': current.windowId, ':open': false } }
    : { text: 'attribute_not_exists(PK)' };
  return { window, write: { put: { ...key, ...window }, condition } };
}

/** The window that a person gets after another one; two windows never share an instant, though two clocks may differ. */
function windowAfter(
  { windowSeconds, now }: Outbox,
  userId: string,
  before: AlertWindow | undefined,
  person: Sleeper,
): AlertWindow {
  const nowMs = now();
  const isOfWrongClock = before !== undefined && isAhead(before.openedAt, nowMs);
  const openedMs = Math.max(nowMs, before && !isOfWrongClock ? Date.parse(before.openedAt) + 1 : 0);
  const openedAt = new Date(openedMs).toISOString();
  return {
    windowId: windowIdOf(openedAt, idOfKey(windowKey(userId)).slice(0, 6)),
    openedAt,
    closesAt: new Date(windowClosesAt(openedMs, windowSeconds, person)).toISOString(),
    isOpen: true,
  };
}

/**
 * Puts a new window in the place of the one that is open, where that would be over earlier by the person's plan of now. The
 * new one has a delivery of its own; that of the old one sleeps on, and finds nothing to do.
 *
 * @returns The window that is open then, or was last.
 */
export function replaceWindow(
  outbox: Outbox,
  person: Sleeper & { readonly userId: string },
): Promise<AlertWindow | undefined> {
  const { table } = outbox;
  const key = windowKey(person.userId);
  return optimistically<{ window?: AlertWindow }>(async () => {
    const current = await readWindow(table, person.userId);
    if (!current) return {};
    const window = windowAfter(outbox, person.userId, current, person);
    if (!isOverEarlier(current, window.closesAt)) return { window: current };
    const replacing = { ...window, replaces: [current.windowId, ...(current.replaces ?? [])] };
    return (await putItem(table, { ...key, ...replacing }, isUnchanged(current))) ? { window: replacing } : undefined;
  }).then(({ window }) => window);
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
