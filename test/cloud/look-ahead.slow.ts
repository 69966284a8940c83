import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { budgetKey, personKey } from '../../lambdas/adapters/ledger-keys.ts';
import { readPerson } from '../../lambdas/adapters/person-store.ts';
import { deleteItem, putItem } from '../../lambdas/adapters/table.ts';
import { eventsOfTheLast } from './events-of-the-last.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

const PEOPLE = ['alice', 'bob', 'carol'];
const plan = (name: string) => `name: ${name}
locale: en-US
timeZone: UTC
currency: USD
digest: weekly
contacts:
  - email: ${name}@example.com
budgets:
  - category: dining
    limit: "20.00"
`;
const broken = budgetKey('bob', 'broken', 'month');

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud('2026-11-13T12:00:00Z');
  for (const userId of PEOPLE) await stage.cloud.s3.write(`budgets/${userId}.yaml`, Buffer.from(plan(userId)));
  await stage.cloud.idle();
  await stage.clock.sleep(Date.parse('2026-11-16T08:00:00Z') - stage.clock.now());
});
afterAll(() => stage.close());

/** One look ahead, and how its execution ended. */
async function look() {
  const { StartExecution, DescribeExecution } = stage.cloud.states.operations;
  const started = await StartExecution?.({ stateMachineArn: stage.cloud.values['LookAheadArn'] ?? '' }, {});
  await stage.cloud.idle();
  return DescribeExecution?.({ executionArn: started?.['executionArn'] ?? '' }, {});
}
const standing = () =>
  Promise.all(
    PEOPLE.map(async (userId) => {
      const alerts = await readAlerts(stage.table, personKey(userId).PK, 'ALERT#');
      return [userId, (await readPerson(stage.table, userId))?.lookedAtOn, ...alerts.map(({ kind }) => kind)];
    }),
  );

describe('the look ahead', () => {
  it('looks at everybody although one cannot be, whose look is not noted, and fails to say so', async () => {
    // No plan makes such a budget: a stand-in for any defect that strikes one person.
    await putItem(stage.table, {
      ...broken,
      ...{ userId: 'bob', category: 'broken', period: 'month', currency: 'USD', since: '2026-11-01' },
      ...{ limits: [], thresholds: [50] },
    });

    const execution = await look();

    expect(execution).toMatchObject({
      status: 'FAILED',
      cause: expect.stringContaining('1 of the people could not be looked at'),
    });
    expect(await standing()).toEqual([
      ['alice', '2026-11-16', 'digest'],
      ['bob', undefined],
      ['carol', '2026-11-16', 'digest'],
    ]);
  });

  it('takes up an hour later who was left out, and nobody twice', async () => {
    await deleteItem(stage.table, broken, { text: 'attribute_exists(PK)' });
    await stage.clock.sleep(3_600_000);

    const execution = await look();

    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(await standing()).toEqual(PEOPLE.map((userId) => [userId, '2026-11-16', 'digest']));
    expect(stage.messages.map(({ address }) => address).sort()).toEqual(PEOPLE.map((name) => `${name}@example.com`));
  });

  it('takes no more room in its history for many people than for few', async () => {
    const forOne = await eventsOfTheLast(stage, 'LookAheadArn');
    const more = Array.from({ length: 24 }, (_, index) => `person-${index}`);
    for (const userId of more) await stage.cloud.s3.write(`budgets/${userId}.yaml`, Buffer.from(plan(userId)));
    await stage.cloud.idle();

    expect(await look()).toMatchObject({ status: 'SUCCEEDED' });

    expect(await eventsOfTheLast(stage, 'LookAheadArn')).toBe(forOne);
    for (const userId of more) expect((await readPerson(stage.table, userId))?.lookedAtOn).toBe('2026-11-16');
  });
});
