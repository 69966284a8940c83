import type { Alert, SentOutcome } from '../core/alert/alert.ts';
import type { Claim } from '../core/alert/claim.ts';
import { once } from '../core/ground/once.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import {
  attentionAlertKey,
  budgetAlertKey,
  digestAlertKey,
  dueAlertKey,
  HELD_PREFIX,
  heldAlertKey,
  idOfKey,
  type Key,
  personKey,
  UNSENT,
  unsentIndex,
  unsubscribedAlertKey,
  windowAlertPrefix,
  windowAlertRange,
} from './ledger-keys.ts';
import {
  deleteItem,
  type Expression,
  getItem,
  putItem,
  queryIndex,
  queryIndexBetween,
  queryItems,
  type Table,
  updateItem,
  type Write,
} from './table.ts';

/** The key that makes a claim succeed only once. */
export function claimKey(claim: Claim): Key {
  const { userId } = claim;
  if (claim.kind === 'attention') return attentionAlertKey(userId, claim.documentId, claim.status, claim.run);
  if (claim.kind === 'digest') return digestAlertKey(userId, claim.period, claim.periodStart);
  if (claim.kind === 'unsubscribed') return unsubscribedAlertKey(userId, claim.address, claim.seenOn);
  if (claim.kind === 'due') return dueAlertKey(userId, claim.documentId, claim.instalment);
  return budgetAlertKey(userId, claim.budgetId, claim.periodStart, claim.trigger, claim.crossing);
}

/**
 * The write that claims an alert, for the transaction that decides it. Only the first claim succeeds, or one in place of
 * an alert that may be claimed anew.
 */
export const putAlert = (claim: Claim, window: { windowId: string; closesAt: string }): Write => {
  const key = claimKey(claim);
  const { windowId, closesAt } = window;
  return {
    put: { ...key, ...unsentIndex(closesAt), alertId: idOfKey(key), windowId, closesAt, ...claim },
    condition: claim.kind === 'due' ? NEW_OR_OVERTAKEN : { text: 'attribute_not_exists(PK)' },
  };
};
const OVERTAKEN: SentOutcome = 'overtaken';
const NEW_OR_OVERTAKEN = {
  text: 'attribute_not_exists(PK) OR outcome = :overtaken',
  values: { ':overtaken': OVERTAKEN },
};

/** Reads an alert, sent or not. */
export const readAlert = (table: Table, key: Key): Promise<Alert | undefined> => getItem<Alert>(table, key);

/** Alerts of a person whose sort key begins so, strongly consistent. */
export const readAlerts = (table: Table, partition: string, prefix: string): Promise<Alert[]> =>
  queryItems<Alert>(table, partition, { prefix });

/**
 * Everything that was claimed in a window, sent or not, and what of the person is held beyond its own; strongly consistent,
 * and one range. Links to what is held no more are removed.
 */
export async function readWindowAlerts(table: Table, userId: string, windowId: string): Promise<Alert[]> {
  const { PK } = personKey(userId);
  const [from, to] = windowAlertRange(windowId);
  const links = (await queryItems<Link>(table, PK, { from, to })).filter(
    ({ SK }) => SK.startsWith(windowAlertPrefix(windowId)) || isHeldLink(SK),
  );
  const read = once((SK: string) => readAlert(table, { PK, SK }));
  const alerts = await someAtOnce(READS_AT_ONCE, links, async ({ SK, alert: key }) => {
    const alert = await read(key);
    if (!isHeldLink(SK) || isHeld(alert)) return alert;
    await deleteItem(table, { PK, SK }, { text: 'attribute_exists(PK)' });
    return undefined;
  });
  return [...new Set(alerts.filter((alert) => alert !== undefined))];
}

interface Link {
  readonly SK: string;
  readonly alert: string;
}
const isHeldLink = (sortKey: string): boolean => sortKey.startsWith(HELD_PREFIX);
const isHeld = (alert: Alert | undefined): boolean => alert?.heldBy !== undefined && alert.sentAt === undefined;
const READS_AT_ONCE = 25;

/** Claims whose window closed before an instant and that nobody has sent; from the index, so each is read again later. */
export const findUnsent = (table: Table, closedBefore: string): Promise<Alert[]> =>
  queryIndex<Alert>(table, UNSENT, closedBefore);

/**
 * Claims whose window closes at an instant or later and that nobody has sent; from the index, so they serve to start what
 * may be started twice.
 */
export const findWaiting = (table: Table, closingFrom: string): Promise<Alert[]> =>
  queryIndexBetween<Alert>(table, UNSENT, closingFrom, '~');

/** Marks an alert as dealt with and takes it out of the index of unsent ones. */
export async function markSent(table: Table, alert: StoredAlert, sentAt: string, outcome: SentOutcome): Promise<void> {
  await updateItem(
    table,
    keyOf(alert),
    {
      text: 'SET sentAt = :at, outcome = :outcome REMOVE GSI1PK, GSI1SK',
      values: { ':at': sentAt, ':outcome': outcome },
    },
    UNSENT_STILL,
  );
}

/** Notes that an alert goes out later, so that the sweep leaves it alone until then. */
export async function postpone(table: Table, alert: StoredAlert, until: string): Promise<void> {
  await updateItem(table, keyOf(alert), { text: 'SET GSI1SK = :until', values: { ':until': until } }, UNSENT_STILL);
}

/**
 * Holds an alert for a later round of a delivery, unless somebody else has come to hold it since it was read. The link comes
 * first: without it other deliveries would not find what is held.
 *
 * @param until ISO 8601 in UTC; the sweep leaves it alone until then.
 */
export async function hold(table: Table, alert: Alert, by: string, until: string): Promise<void> {
  const { userId, SK } = alert;
  await putItem(table, { ...heldAlertKey(userId, SK), alert: SK });
  const values = { ':by': by, ':until': until };
  const held = { text: 'SET heldBy = :by, heldUntil = :until, GSI1SK = :until REMOVE takenAt', values };
  await updateItem(table, keyOf(alert), held, asRead(alert));
}

/**
 * Takes what is held, so as to send it. Of several deliveries that would, one does.
 *
 * @param now ISO 8601 in UTC; from then on the sweep looks after it.
 * @returns The alert as it stands then; undefined when another has taken it.
 */
export async function take(table: Table, alert: Alert, by: string, now: string): Promise<Alert | undefined> {
  if (alert.heldBy === by && alert.takenAt !== undefined) return alert;
  const taken = { text: 'SET heldBy = :by, takenAt = :now, GSI1SK = :now', values: { ':by': by, ':now': now } };
  const isOurs = await updateItem(table, keyOf(alert), taken, asRead(alert));
  return isOurs ? { ...alert, heldBy: by, takenAt: now } : undefined;
}

/** Whether nobody has sent, held or taken an alert since it was read. */
function asRead({ heldBy, heldUntil, takenAt }: Alert): Expression {
  const read = Object.entries({ heldBy, heldUntil, takenAt });
  const texts = read.map(([name, value]) =>
    value === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`,
  );
  const values = read.filter(([, value]) => value !== undefined).map(([name, value]) => [`:${name}`, value]);
  return { text: [UNSENT_STILL.text, ...texts].join(' AND '), values: Object.fromEntries(values) };
}

const UNSENT_STILL = { text: 'attribute_exists(PK) AND attribute_not_exists(sentAt)' };

type StoredAlert = Pick<Alert, 'userId' | 'SK'>;

const keyOf = ({ userId, SK }: StoredAlert): Key => ({ PK: personKey(userId).PK, SK });
