import type { Alert, SentOutcome } from '../core/alert/alert.ts';
import type { Claim } from '../core/alert/claim.ts';
import { batchGet } from './batch-get.ts';
import {
  attentionAlertKey,
  budgetAlertKey,
  digestAlertKey,
  dueAlertKey,
  heldAlertKey,
  idOfKey,
  type Key,
  personKey,
  UNSENT,
  unsentIndex,
  unsubscribedAlertKey,
} from './ledger-keys.ts';
import {
  type Expression,
  getItem,
  queryIndex,
  queryIndexBetween,
  queryItems,
  type Table,
  type Write,
} from './table.ts';
import { writeEach } from './write-each.ts';

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

/** Claims whose window closed before an instant and that nobody has sent; from the index, so each is read again later. */
export const findUnsent = (table: Table, closedBefore: string): Promise<Alert[]> =>
  queryIndex<Alert>(table, UNSENT, closedBefore);

/**
 * Claims whose window closes at an instant or later and that nobody has sent; from the index, so they serve to start what
 * may be started twice.
 */
export const findWaiting = (table: Table, closingFrom: string): Promise<Alert[]> =>
  queryIndexBetween<Alert>(table, UNSENT, closingFrom, '~');

/** What was claimed for a person and not sent, found in the index and read again. */
export async function readUnsent(table: Table, userId: string): Promise<Alert[]> {
  const theirs = { filter: { text: 'userId = :user', values: { ':user': userId } } };
  const found = await queryIndex<Alert>(table, UNSENT, '\uffff', theirs);
  const alerts = await batchGet<Alert>(table, found.map(keyOf));
  return alerts.filter((alert) => alert !== undefined).filter(({ sentAt }) => sentAt === undefined);
}

/** Marks alerts as dealt with and takes them out of the index of unsent ones; one that was marked before stays as it is. */
export async function markSent(
  table: Table,
  alerts: readonly Alert[],
  sentAt: string,
  outcomeOf: (alert: Alert) => SentOutcome,
): Promise<void> {
  const text = 'SET sentAt = :at, outcome = :outcome REMOVE GSI1PK, GSI1SK';
  await updateAlerts(table, alerts, (alert) => ({
    set: { text, values: { ':at': sentAt, ':outcome': outcomeOf(alert) } },
    condition: UNSENT_STILL,
  }));
}

/** Notes that alerts go out later, so that the sweep leaves them alone until then. */
export async function postpone(table: Table, alerts: readonly Alert[], until: string): Promise<void> {
  const set = { text: 'SET GSI1SK = :until', values: { ':until': until } };
  await updateAlerts(table, alerts, () => ({ set, condition: UNSENT_STILL }));
}

/**
 * Holds alerts for a later round of a delivery, but for those that somebody else has come to hold since they were read. Each
 * is written with its link: without that other deliveries would not find it, and one that leads to nothing held they remove.
 *
 * @param until ISO 8601 in UTC; the sweep leaves them alone until then.
 */
export async function hold(table: Table, alerts: readonly Alert[], by: string, until: string): Promise<void> {
  const values = { ':by': by, ':until': until };
  const set = { text: 'SET heldBy = :by, heldUntil = :until, GSI1SK = :until REMOVE takenAt', values };
  await writeEach(
    table,
    alerts.map((alert) => [
      { put: { ...heldAlertKey(alert.userId, alert.SK), alert: alert.SK } },
      { update: keyOf(alert), set, condition: asRead(alert) },
    ]),
  );
}

/**
 * Takes what is held, so as to send it. Of several deliveries that would, one does.
 *
 * @param now ISO 8601 in UTC; from then on the sweep looks after it.
 * @returns Those that are taken, as they stand then; not those that another has taken.
 */
export async function take(table: Table, alerts: readonly Alert[], by: string, now: string): Promise<Alert[]> {
  const isOurs = ({ heldBy, takenAt }: Alert) => heldBy === by && takenAt !== undefined;
  const free = alerts.filter((alert) => !isOurs(alert));
  const set = { text: 'SET heldBy = :by, takenAt = :now, GSI1SK = :now', values: { ':by': by, ':now': now } };
  const taken = await updateAlerts(table, free, (alert) => ({ set, condition: asRead(alert) }));
  return [...alerts.filter(isOurs), ...taken.map((alert) => ({ ...alert, heldBy: by, takenAt: now }))];
}

/** Changes alerts, each on a condition of its own, and gives those that are changed. */
async function updateAlerts(
  table: Table,
  alerts: readonly Alert[],
  changeOf: (alert: Alert) => { readonly set: Expression; readonly condition: Expression },
): Promise<Alert[]> {
  const written = await writeEach(
    table,
    alerts.map((alert) => [{ update: keyOf(alert), ...changeOf(alert) }]),
  );
  return alerts.filter((_, index) => written[index]);
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

const keyOf = ({ userId, SK }: Alert): Key => ({ PK: personKey(userId).PK, SK });
