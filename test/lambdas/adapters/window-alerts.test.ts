import { describe, expect } from 'vitest';
import { claimKey, hold, markSent, putAlert } from '../../../lambdas/adapters/alert-store.ts';
import { heldAlertKey, windowAlertKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { claimWrites } from '../../../lambdas/adapters/outbox.ts';
import { getItem, putItem, type Table, transact } from '../../../lambdas/adapters/table.ts';
import { readWindow, readWindowAlerts } from '../../../lambdas/adapters/window-alerts.ts';
import type { AttentionAlert } from '../../../lambdas/core/alert/alert.ts';
import type { NewAttentionAlert } from '../../../lambdas/core/alert/claim.ts';
import { NOW, outboxOn, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const AT = new Date(NOW).toISOString();
const claimOf = (documentId: string): NewAttentionAlert => ({
  ...{ kind: 'attention', userId: USER, documentId, run: 1, status: 'failed', key: 'k', reason: 'r' },
  ...{ claimedAt: AT, claimedBy: `${documentId}-r1` },
});

/** Claims alerts about documents in one transaction, and gives its window. */
async function claim(table: Table, ...documentIds: string[]) {
  const claims = { alerts: documentIds.map(claimOf), person: { timeZone: 'UTC' } };
  const { writes, claimedIn } = await claimWrites(outboxOn(table), claims);
  expect(writes).toHaveLength(documentIds.length + 2);
  expect(await transact(table, writes)).toEqual({ written: true });
  if (!claimedIn) throw new Error('expected a window');
  return claimedIn;
}

const documentsIn = async (table: Table, windowId: string) =>
  (await readWindowAlerts(table, USER, windowId)).map((alert) => (alert as AttentionAlert).documentId);

describe('the alerts of a window', () => {
  it('are those of all transactions that have claimed in it, by their keys', async ({ table }) => {
    const { windowId } = await claim(table, 'c', 'a');
    await claim(table, 'b');

    expect(await documentsIn(table, windowId)).toEqual(['a', 'b', 'c']);
  });

  it('are found as well where each was claimed with a link of its own', async ({ table }) => {
    const window = await claim(table, 'new');
    for (const documentId of ['old', 'older']) {
      const key = claimKey(claimOf(documentId));
      await transact(table, [putAlert(claimOf(documentId), window)]);
      await putItem(table, { ...windowAlertKey(USER, window.windowId, key.SK), alert: key.SK });
    }

    expect(await documentsIn(table, window.windowId)).toEqual(['new', 'old', 'older']);
  });

  it('are joined by what is held of other windows until that was sent, which then leaves no link', async ({
    table,
  }) => {
    const { windowId } = await claim(table, 'a', 'b');
    const alerts = await readWindowAlerts(table, USER, windowId);
    await hold(table, alerts, 'later', AT);
    expect(await documentsIn(table, '20261121T000000000Z-later')).toEqual(['a', 'b']);

    await markSent(table, alerts.slice(0, 1), AT, () => 'accepted');

    expect(await documentsIn(table, '20261121T000000000Z-later')).toEqual(['b']);
    const links = await Promise.all(alerts.map(({ SK }) => getItem(table, heldAlertKey(USER, SK))));
    expect(links.map((link) => link !== undefined)).toEqual([false, true]);
    expect(await documentsIn(table, windowId)).toEqual(['a', 'b']);
  });

  it('come with nothing where nobody knows of what they are about', async ({ table }) => {
    const { windowId } = await claim(table, 'a');

    const { alerts, subjects } = await readWindow(table, USER, windowId);

    expect(subjects.runOf(alerts[0] as AttentionAlert)).toBeUndefined();
  });
});

describe('an alert that another has come to hold', () => {
  it('is not held a second time, and gets no link', async ({ table }) => {
    const { windowId } = await claim(table, 'a', 'b');
    const [a, b] = await readWindowAlerts(table, USER, windowId);
    if (!a || !b) throw new Error('expected two alerts');
    await markSent(table, [a], AT, () => 'accepted');

    await hold(table, [a, b], 'later', AT);

    expect(await getItem(table, heldAlertKey(USER, a.SK))).toBeUndefined();
    expect(await readWindowAlerts(table, USER, windowId)).toMatchObject([{ outcome: 'accepted' }, { heldBy: 'later' }]);
  });
});
