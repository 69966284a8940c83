import type { Alert } from '../core/alert/alert.ts';
import type { WindowAlerts } from '../core/alert/subjects.ts';
import { type AlertSubject, subjectsIn } from './alert-subjects.ts';
import { batchGet } from './batch-get.ts';
import {
  alertSubjectKey,
  HELD_PREFIX,
  heldAlertKey,
  type Key,
  personKey,
  windowAlertPrefix,
  windowAlertRange,
} from './ledger-keys.ts';
import { queryItems, type Table } from './table.ts';
import { writeEach } from './write-each.ts';

/**
 * Everything that was claimed in a window, sent or not, and what of the person is held beyond its own; strongly consistent:
 * the links are one range, and what they lead to is read by hundreds. Links to what is held no more are removed.
 */
export async function readWindowAlerts(table: Table, userId: string, windowId: string): Promise<Alert[]> {
  const linked = await readLinks(table, userId, windowId);
  return alertsOf(table, userId, linked, await batchGet<Alert>(table, keysOf(userId, linked)));
}

/** The same, with the subjects of the alerts, read along with them. */
export async function readWindow(table: Table, userId: string, windowId: string): Promise<WindowAlerts> {
  const linked = await readLinks(table, userId, windowId);
  const keys = keysOf(userId, linked);
  const ofSubjects = keys.flatMap(({ SK }) => alertSubjectKey(userId, SK) ?? []);
  const read = await batchGet<Alert & AlertSubject>(table, [...keys, ...ofSubjects]);
  const alerts = await alertsOf(table, userId, linked, read.slice(0, keys.length));
  return { alerts, subjects: subjectsIn(read.slice(keys.length)) };
}

/** The sort keys of alerts, in their order: of those that were claimed in a window, and of those that links say are held. */
interface Linked {
  readonly claimed: readonly string[];
  readonly held: readonly string[];
}

async function readLinks(table: Table, userId: string, windowId: string): Promise<Linked> {
  const [from, to] = windowAlertRange(windowId);
  const links = await queryItems<Link>(table, personKey(userId).PK, { from, to });
  const behind = (prefix: string) =>
    links
      .filter(({ SK }) => SK.startsWith(prefix))
      .flatMap(({ alerts, alert }) => alerts ?? alert ?? [])
      .sort();
  return { claimed: behind(windowAlertPrefix(windowId)), held: behind(HELD_PREFIX) };
}

/** From a window to what one transaction claimed in it; up to November 2026 from a window, and still of what is held, to one alert. */
interface Link extends Key {
  readonly alerts?: readonly string[];
  readonly alert?: string;
}

const keysOf = (userId: string, { claimed, held }: Linked): Key[] =>
  [...new Set([...claimed, ...held])].map((SK) => ({ ...personKey(userId), SK }));

async function alertsOf(
  table: Table,
  userId: string,
  linked: Linked,
  read: readonly (Alert | undefined)[],
): Promise<Alert[]> {
  const alerts = read.filter((alert) => alert !== undefined);
  const held = new Set(alerts.filter(isHeld).map(({ SK }) => SK));
  const stale = linked.held.filter((SK) => !held.has(SK));
  await writeEach(
    table,
    stale.map((SK) => [{ remove: heldAlertKey(userId, SK) }]),
  );
  const claimed = new Set(linked.claimed);
  return alerts.filter(({ SK }) => claimed.has(SK) || held.has(SK));
}

const isHeld = ({ heldBy, sentAt }: Alert): boolean => heldBy !== undefined && sentAt === undefined;
