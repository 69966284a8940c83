import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { VirtualClock } from 'laptop-cloud/clock';
import { budgetKey, personIndex, personKey, spendKey } from '../../lambdas/adapters/ledger-keys.ts';
import { findPeoplePage } from '../../lambdas/adapters/person-store.ts';
import { startCloud } from '../../laptop/cloud.ts';
import { writeItems } from './books.ts';

/** What a machine did for all people. */
interface Done {
  readonly status: unknown;
  /** Pages in which they came. */
  readonly pages: number;
  /** Executions, one a person, whose check of the budgets went well. */
  readonly checked: number;
  readonly seconds: number;
}

const [YESTERDAY, TODAY] = ['2026-11-15', '2026-11-16'];
const DUE_AT = `${TODAY}T08:00:00.000Z`;

/** Runs the look ahead, then a file of exchange rates, in a cloud of its own with so many people. */
export async function lookAtPeople(count: number) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-people-'));
  const begun = new Set<string>();
  let pages = 0;
  let checked = 0;
  const cloud = await startCloud({
    ...{ dataDirectory, port: 0, periodicWork: false, clock: new VirtualClock(Date.parse(DUE_AT)) },
    onExecution({ executionArn, state, status }) {
      if (state === 'Find Due People' || state === 'Find People') pages += 1;
      else if (state === 'Check Budgets') begun.add(executionArn);
      else if (state === undefined && status === 'SUCCEEDED' && begun.delete(executionArn)) checked += 1;
    },
  });
  const client = new DynamoDBClient(cloud.clientConfig);
  const table = { client, name: cloud.tableName };
  await writeItems(table, peopleOf(count));
  const { StartExecution, ListExecutions, DescribeExecution } = cloud.states.operations;

  async function run(machine: string, start: () => Promise<unknown>): Promise<Done> {
    [pages, checked] = [0, 0];
    const began = performance.now();
    await start();
    await cloud.idle();
    const seconds = Math.round((performance.now() - began) / 1000);
    const stateMachineArn = cloud.values[machine] ?? '';
    const listed = await ListExecutions?.({ stateMachineArn, maxResults: 1 }, {});
    const [latest] = (listed?.['executions'] ?? []) as { readonly executionArn: string }[];
    const ended = await DescribeExecution?.({ executionArn: latest?.executionArn ?? '' }, {});
    return { status: ended?.['status'], pages, checked, seconds };
  }

  const lookAhead = await run('LookAheadArn', async () =>
    StartExecution?.({ stateMachineArn: cloud.values['LookAheadArn'] ?? '' }, {}),
  );
  const { people } = await findPeoplePage(table, count + 1);
  const lookedAt = people.filter(({ lookedAtOn }) => lookedAtOn === TODAY).length;
  const applyRates = await run('ApplyRatesArn', () =>
    cloud.s3.write('rates/ecb.csv', Buffer.from(`Date,USD,JPY,\n${YESTERDAY},1.10,165,\n`)),
  );
  client.destroy();
  await cloud.close();
  await rm(dataDirectory, { recursive: true, force: true });
  return { people: count, lookAhead: { ...lookAhead, lookedAt }, applyRates };
}

/** Each with a budget, and with spending in another currency that is far from its limit. */
function peopleOf(count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const userId = `person-${String(index).padStart(6, '0')}`;
    const of = { userId, category: 'dining', currency: 'USD', period: 'month' } as const;
    const plan = {
      key: `budgets/${userId}.yaml`,
      versionId: 'v',
      sequencer: '01',
      uploadedAt: `${YESTERDAY}T00:00:00Z`,
    };
    const day = { date: YESTERDAY, category: of.category, currency: 'JPY', amountMinor: 150 };
    return [
      {
        ...{ ...personKey(userId), ...personIndex(DUE_AT, userId), userId, name: userId, plan, lookedAtOn: YESTERDAY },
        ...{ isActive: true, locale: 'en-US', timeZone: 'UTC', currency: 'USD', rules: [] },
      },
      {
        ...{ ...budgetKey(userId, of.category, of.period), ...of, since: '2026-11-01' },
        ...{ limits: [{ limitMinor: 2000 }], thresholds: [50] },
      },
      { ...spendKey(userId, day.date, day.category, day.currency), ...day },
    ];
  }).flat();
}
