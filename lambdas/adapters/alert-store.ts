import type { Alert, SentOutcome } from '../core/alert/alert.ts';
import type { Claim } from '../core/alert/claim.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import {
  attentionAlertKey,
  budgetAlertKey,
  digestAlertKey,
  dueAlertKey,
  idOfKey,
  type Key,
  personKey,
  UNSENT,
  unsentIndex,
  windowAlertPrefix,
} from './ledger-keys.ts';
import { getItem, queryIndex, queryIndexBetween, queryItems, type Table, updateItem, type Write } from './table.ts';

/** The key that makes a claim succeed only once. */
export function claimKey(claim: Claim): Key {
  const { userId } = claim;
  if (claim.kind === 'attention') return attentionAlertKey(userId, claim.documentId, claim.status, claim.run);
  if (claim.kind === 'digest') return digestAlertKey(userId, claim.period, claim.periodStart);
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

/** Everything that was claimed in a window, strongly consistent. */
export async function readWindowAlerts(table: Table, userId: string, windowId: string): Promise<Alert[]> {
  const { PK } = personKey(userId);
  const links = await queryItems<{ alert: string }>(table, PK, { prefix: windowAlertPrefix(windowId) });
  const alerts = await someAtOnce(READS_AT_ONCE, links, ({ alert }) => readAlert(table, { PK, SK: alert }));
  return alerts.filter((alert) => alert !== undefined);
}
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

const UNSENT_STILL = { text: 'attribute_exists(PK) AND attribute_not_exists(sentAt)' };

type StoredAlert = Pick<Alert, 'userId' | 'SK'>;

const keyOf = ({ userId, SK }: StoredAlert): Key => ({ PK: personKey(userId).PK, SK });
