import { deliveryOf } from '../core/alert/window.ts';
import type { Person } from '../core/person/person.ts';
import { hold, postpone } from './alert-store.ts';
import { type Outbox, replaceWindow } from './outbox.ts';
import { readWindowAlerts } from './window-alerts.ts';

/**
 * Has what waits for a person looked at by the plan of now. Quiet hours that it shortens or drops end for the window that is
 * open: a new one takes its place, and what was claimed in the old one goes out with it. What is held for later is due now;
 * the sweep has it looked at. Comes before the check of the plan, which starts the new window's delivery.
 *
 * Safe to run twice, and after an attempt that died anywhere: the window names those that it replaces. What an attempt has
 * left behind goes out with the old window, later and not never.
 */
export async function lookAnew(
  outbox: Outbox,
  person: Pick<Person, 'userId' | 'timeZone' | 'quietHours'>,
): Promise<void> {
  const { table } = outbox;
  const { userId } = person;
  const window = await replaceWindow(outbox, person);
  if (!window) return;
  const { name } = deliveryOf(userId, window);
  const handed = new Set<string>();
  for (const windowId of window.replaces ?? []) {
    const earlier = deliveryOf(userId, { ...window, windowId });
    const alerts = (await readWindowAlerts(table, userId, windowId))
      .filter(({ sentAt, takenAt }) => sentAt === undefined && takenAt === undefined)
      .filter((alert) => (alert.heldBy === undefined ? alert.windowId === windowId : alert.heldBy === earlier.name));
    await hold(table, alerts, name, window.closesAt);
    for (const { SK } of alerts) handed.add(SK);
  }
  const held = (await readWindowAlerts(table, userId, window.windowId))
    .filter(({ sentAt, heldBy, takenAt }) => sentAt === undefined && heldBy !== undefined && takenAt === undefined)
    .filter(({ heldBy, SK }) => !(window.isOpen && heldBy === name) && !handed.has(SK));
  const now = new Date(outbox.now()).toISOString();
  await postpone(table, held, now);
}
