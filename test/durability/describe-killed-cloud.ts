import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { VirtualClock } from 'laptop-cloud/clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { ALERT, documentIndex, EXPENSE, personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { queryIndex, queryItems, type Table } from '../../lambdas/adapters/table.ts';
import { isBudgetAlert } from '../../lambdas/core/alert/alert.ts';
import { triggerId } from '../../lambdas/core/budget/threshold.ts';
import type { Allocation } from '../../lambdas/core/ledger/ledger.ts';
import type { SpendwireCloud } from '../../laptop/cloud.ts';
import { machines } from '../../lib/topology.ts';
import { viewDocument } from '../../views/document-view.ts';
import { CROSSED, documentsOf, expectedSpend, phoneOf, SAME_PICTURE } from './documents.ts';
import { killAgainAndAgain, type Ordeal, type Survivor } from './kill-again-and-again.ts';
import { acceptedMessages, copiesOf } from './outbox.ts';
import { startHastyCloud } from './start-hasty-cloud.ts';

/** What has to hold after a cloud was killed at many random moments while it worked on everybody's documents. */
export function describeKilledCloud(ordeal: Ordeal): void {
  let directory: string;
  let cloud: SpendwireCloud;
  let table: Table;
  let survivor: Survivor;
  let copies: ReadonlyMap<string, number>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'killed-'));
    survivor = await killAgainAndAgain(directory, ordeal);
    cloud = await startHastyCloud(directory, new VirtualClock(survivor.now));
    table = { client: new DynamoDBClient(cloud.clientConfig), name: cloud.tableName };
    await cloud.idle();
    copies = copiesOf(await acceptedMessages(directory));
    const repeats = [...copies.values()].reduce((sum, count) => sum + count - 1, 0);
    console.log(
      `seed ${ordeal.seed}: ${ordeal.kills} kills, ${survivor.caught.size} alerts caught between SNS and their mark, ${repeats} repeats`,
    );
  }, 600_000);

  afterAll(async () => {
    table?.client.destroy();
    await cloud?.close();
    await rm(directory, { recursive: true, force: true });
  });

  describe('a cloud that was killed again and again', () => {
    it('has brought every document to its end', async () => {
      for (const person of survivor.people) {
        const documents = await documentsOf(person);
        const found = await queryIndex<{ documentId: string }>(table, documentIndex(person, '', '').GSI1PK, '~');
        const views = await Promise.all(found.map(({ documentId }) => viewDocument(table, documentId)));

        const ends = views.map((view) => [view?.key ?? '', view?.status] as const);

        expect(ends.map(([key]) => key).sort()).toEqual(documents.map(({ key }) => key).sort());
        const twins = ends.filter(([key]) => SAME_PICTURE.some((name) => key.endsWith(`/${name}`)));
        expect(twins.map(([, status]) => status).sort()).toEqual(['completed', 'duplicate']);
        for (const [key, status] of ends.filter((end) => !twins.includes(end))) {
          expect(status, key).toBe(key.endsWith('/notes.jpg') ? 'rejected' : 'completed');
        }
      }
    });

    it('has booked every receipt once', async () => {
      for (const person of survivor.people) {
        const spend = await readSpend(table, person, '0000-01-01', '9999-12-31');
        const expenses = await queryItems<Allocation>(table, personKey(person).PK, { prefix: EXPENSE });

        const expected = expectedSpend(await documentsOf(person));
        expect(sums(spend)).toEqual(expected);
        expect(sums(expenses)).toEqual(expected);
      }
    });

    it('has claimed every crossing once', async () => {
      for (const person of survivor.people) {
        const alerts = await readAlerts(table, personKey(person).PK, ALERT);

        const crossings = alerts.flatMap((alert) =>
          isBudgetAlert(alert) ? [`${alert.category} ${triggerId(alert.trigger)} ${alert.crossing}`] : [],
        );

        expect(crossings.sort()).toEqual(CROSSED.map((crossing) => `${crossing} 1`).sort());
      }
    });

    it('has told of every alert, and again only where a kill fell between SNS and the mark', async () => {
      for (const person of survivor.people) {
        for (const { alertId, kind, sentAt } of await readAlerts(table, personKey(person).PK, ALERT)) {
          expect(sentAt, alertId).toBeDefined();
          const addresses = [`${person}@example.com`, ...(kind === 'attention' ? [] : [phoneOf(person)])];
          for (const address of addresses) {
            const told = copies.get(`${alertId} ${address}`) ?? 0;
            expect(told, `${alertId} to ${address}`).toBeGreaterThanOrEqual(1);
            expect(told - 1, `${alertId} to ${address}`).toBeLessThanOrEqual(survivor.caught.get(alertId) ?? 0);
          }
        }
      }
    });

    it('has let every execution succeed', async () => {
      const sfn = new SFNClient(cloud.clientConfig);
      for (const name of Object.keys(machines)) {
        const stateMachineArn = cloud.values[`${name}Arn`] ?? '';
        const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
        expect(
          executions.filter(({ status }) => status !== 'SUCCEEDED'),
          name,
        ).toEqual([]);
      }
      sfn.destroy();
    });
  });
}

/** By date, category and currency. */
function sums(parts: readonly Allocation[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { date, category, currency, amountMinor } of parts) {
    const day = `${date} ${category} ${currency}`;
    sum[day] = (sum[day] ?? 0) + amountMinor;
  }
  return sum;
}
