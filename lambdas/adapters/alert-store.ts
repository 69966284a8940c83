import type { Alert, AttentionAlert } from '../core/alert.ts';
import { attentionAlertKey, idOfKey, type Key, UNSENT, unsentIndex } from './ledger-keys.ts';
import { getItem, queryIndex, queryItems, type Table, updateItem, type Write } from './table.ts';

/** An alert before it has its key's id. */
export type NewAlert<A extends Alert = Alert> = A extends Alert ? Omit<A, 'SK' | 'alertId' | 'sentAt'> : never;

/** The write that claims an alert, for use inside the transaction that decides it. Only the first claim succeeds. */
export const claimAlert = (key: Key, alert: NewAlert): Write => ({
  put: { ...key, ...unsentIndex(alert.claimedAt), alertId: idOfKey(key), ...alert },
  condition: { text: 'attribute_not_exists(PK)' },
});

/** The claim that tells a person about a document. */
export const claimAttention = (alert: NewAlert<AttentionAlert>, run: number): { key: Key; write: Write } => {
  const key = attentionAlertKey(alert.userId, alert.documentId, alert.status, run);
  return { key, write: claimAlert(key, alert) };
};

/** Reads an alert, sent or not. */
export const readAlert = (table: Table, key: Key): Promise<Alert | undefined> => getItem<Alert>(table, key);

/** Alerts of a person whose sort key begins so, strongly consistent. */
export const readAlerts = (table: Table, partition: string, prefix: string): Promise<Alert[]> =>
  queryItems<Alert>(table, partition, { prefix });

/** Claims older than an instant that nobody has sent; from the index, so each is to be read again before sending. */
export const findUnsent = (table: Table, claimedBefore: string): Promise<(Alert & Key)[]> =>
  queryIndex<Alert & Key>(table, UNSENT, claimedBefore);

/**
 * Marks an alert as dealt with and takes it out of the index of unsent ones.
 *
 * @param outcome `accepted` when SNS took it for at least one contact, `failed` when it refused for all,
 *   `no-contacts` when there is nobody to tell, `plan-ended` when the person wants no more.
 */
export async function markSent(
  table: Table,
  key: Key,
  sentAt: string,
  outcome: 'accepted' | 'failed' | 'no-contacts' | 'plan-ended',
): Promise<void> {
  await updateItem(
    table,
    key,
    {
      text: 'SET sentAt = :at, outcome = :outcome REMOVE GSI1PK, GSI1SK',
      values: { ':at': sentAt, ':outcome': outcome },
    },
    { text: 'attribute_exists(PK) AND attribute_not_exists(sentAt)' },
  );
}
