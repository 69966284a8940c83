import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { budgetKey, personKey, spendKey } from '../../lambdas/adapters/ledger-keys.ts';
import { putItem } from '../../lambdas/adapters/table.ts';
import { viewDocument } from '../../views/document-view.ts';
import { openCloud, type TestCloud } from './open-cloud.ts';

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace'];
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
  for (const userId of PEOPLE) {
    await stage.cloud.s3.write(`budgets/${userId}.yaml`, Buffer.from(plan(userId)));
    const day = { date: '2026-11-12', category: 'dining', currency: 'JPY', amountMinor: 1980 };
    await putItem(stage.table, { ...spendKey(userId, day.date, day.category, day.currency), ...day });
  }
  await stage.cloud.idle();
});
afterAll(() => stage.close());

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

    for (const userId of PEOPLE.filter((each) => each !== 'bob')) expect(await claimed(userId)).toEqual(['threshold']);
    expect(document).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('1 of the people could not be checked; the rates are in force'),
    });
  });

  it('tell each person once, in a message of their own', () => {
    const told = stage.messages.map(({ address, body }) => `${address} ${body.includes('13.20 of 20.00 USD (66%)')}`);

    expect(told.filter((each) => !each.startsWith('bob')).sort()).toEqual(
      PEOPLE.filter((each) => each !== 'bob').map((userId) => `${userId}@example.com true`),
    );
  });
});
