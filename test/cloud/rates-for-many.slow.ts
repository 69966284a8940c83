import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { budgetKey, personKey, spendKey } from '../../lambdas/adapters/ledger-keys.ts';
import { deleteItem, putItem } from '../../lambdas/adapters/table.ts';
import { viewDocument } from '../../views/document-view.ts';
import { eventsOfTheLast } from './events-of-the-last.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

const FEW = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace'];
const MORE = Array.from({ length: 24 }, (_, index) => `person-${index}`);
const PEOPLE = [...FEW, ...MORE];
const plan = (name: string) => `name: ${name}
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - email: ${name}@example.com
budgets:
  - category: dining
    limit: "20.00"
`;

let stage: TestCloud;
beforeAll(async () => {
  stage = await openCloud();
  await enter(FEW);
});
afterAll(() => stage.close());

async function enter(people: readonly string[]) {
  for (const userId of people) {
    await stage.cloud.s3.write(`budgets/${userId}.yaml`, Buffer.from(plan(userId)));
    const day = { date: '2026-11-12', category: 'dining', currency: 'JPY', amountMinor: 1980 };
    await putItem(stage.table, { ...spendKey(userId, day.date, day.category, day.currency), ...day });
  }
  await stage.cloud.idle();
}
const drop = async (rate: string) => {
  await stage.cloud.s3.write('rates/ecb.csv', Buffer.from(`Date,USD,JPY,\n2026-11-12,${rate},165,\n`));
  await stage.cloud.idle();
  return viewDocument(stage.table, (await stage.documentIds('rates/ecb.csv')).at(-1) ?? '');
};
const claimed = async (userId: string) =>
  (await readAlerts(stage.table, personKey(userId).PK, 'ALERT#')).map(({ kind }) => kind);

describe('exchange rates for many people', () => {
  it('have everybody checked although one cannot be, and the document says so', async () => {
    // No plan makes such a budget: a stand-in for any defect that strikes one person.
    await putItem(stage.table, {
      ...budgetKey('bob', 'broken', 'month'),
      ...{ userId: 'bob', category: 'broken', period: 'month', currency: 'USD', since: '2026-11-01' },
      ...{ limits: [], thresholds: [50] },
    });

    const document = await drop('1.10');

    for (const userId of FEW.filter((each) => each !== 'bob')) expect(await claimed(userId)).toEqual(['threshold']);
    expect(document).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('1 of the people could not be checked; the rates are in force'),
    });
  });

  it('tell each person once, in a message of their own', () => {
    const told = stage.messages.map(({ address, body }) => `${address} ${body.includes('13.20 of 20.00 USD (66%)')}`);

    expect(told.filter((each) => !each.startsWith('bob')).sort()).toEqual(
      FEW.filter((each) => each !== 'bob').map((userId) => `${userId}@example.com true`),
    );
  });

  it('take no more room in the history of the execution for many people than for few', async () => {
    await deleteItem(stage.table, budgetKey('bob', 'broken', 'month'), { text: 'attribute_exists(PK)' });
    await drop('1.11');
    const forFew = await eventsOfTheLast(stage, 'ApplyRatesArn');
    await enter(MORE);

    expect(await drop('1.12')).toMatchObject({ status: 'completed' });

    expect(await eventsOfTheLast(stage, 'ApplyRatesArn')).toBe(forFew);
    for (const userId of PEOPLE) expect(await claimed(userId)).toEqual(['threshold']);
  });
});
