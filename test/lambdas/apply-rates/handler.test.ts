import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personIndex, personKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { findActiveUserIds } from '../../../lambdas/adapters/person-store.ts';
import { readRates } from '../../../lambdas/adapters/rate-store.ts';
import { storeRates } from '../../../lambdas/adapters/store-rates.ts';
import { putItem, type Table } from '../../../lambdas/adapters/table.ts';
import { type ApplyRatesOutput, createHandler } from '../../../lambdas/apply-rates/handler.ts';
import { NOW } from '../../support/books.ts';
import { openTables } from '../../support/local-table.ts';

let tables: Awaited<ReturnType<typeof openTables>>;
let table: Table;
/** The bucket: text by version. */
let versions: Map<string, string>;
beforeAll(async () => {
  tables = await openTables();
});
beforeEach(async () => {
  table = await tables.fresh();
  versions = new Map();
});
afterAll(() => tables.close());

const run = (sequencer: string, over: object = {}): Promise<ApplyRatesOutput> =>
  createHandler({
    now: () => NOW,
    readObject: async ({ versionId }) => Buffer.from(versions.get(versionId) ?? ''),
    storeRates: (days, source) => storeRates(table, days, source),
    findUserIds: () => findActiveUserIds(table),
  })({
    documentId: 'doc',
    run: 1,
    bucket: 'bucket',
    key: 'rates/ecb.csv',
    versionId: `v${sequencer}`,
    sequencer,
    uploadedAt: '2026-11-20T11:00:00.000Z',
    ...over,
  });
const drop = (sequencer: string, text: string) => {
  versions.set(`v${sequencer}`, text);
  return run(sequencer);
};
const person = (userId: string, isActive: boolean) =>
  putItem(table, { ...personKey(userId), ...personIndex(userId), userId, isActive });
const known = async () =>
  (await readRates(table, '1999-01-01', '2026-12-31')).map(({ date, rates }) => `${date} ${JSON.stringify(rates)}`);

describe('apply-rates', () => {
  it('stores the rates of each day', async () => {
    const output = await drop('01', 'Date,USD,JPY,\n2026-11-20,1.0576,162.1,\n2026-11-19,1.05,N/A,\n');

    expect(output).toEqual({ result: 'applied', note: 'rates of 2 days are in force', people: [] });
    expect(await known()).toEqual(['2026-11-19 {"USD":"1.05"}', '2026-11-20 {"USD":"1.0576","JPY":"162.1"}']);
  });

  it('names everyone with a plan in force, and nobody whose plan has ended', async () => {
    await person('alice', true);
    await person('bob', false);
    await person('carol', true);

    expect(await drop('01', 'Date,USD\n2026-11-20,1.05')).toMatchObject({
      people: [{ userId: 'alice' }, { userId: 'carol' }],
    });
  });

  it('gives the same answer and writes nothing when it runs twice', async () => {
    await person('alice', true);
    const first = await drop('01', 'Date,USD\n2026-11-20,1.05\n2026-11-19,1.04');
    const { client, name } = table;
    let writes = 0;
    const counting = Object.create(client) as Table['client'];
    counting.send = ((command: unknown) => {
      if (command instanceof PutItemCommand) writes += 1;
      return client.send(command as never);
    }) as never;
    table = { client: counting, name };

    expect(await run('01')).toEqual(first);
    expect(writes).toBe(0);
  });

  it('leaves days alone that a newer file gave, and takes the others', async () => {
    await drop('02', 'Date,USD\n2026-11-20,1.05');

    const output = await drop('01', 'Date,USD\n2026-11-20,9.99\n2026-11-19,1.04');

    expect(output).toMatchObject({
      note: 'rates of 1 day are in force; newer files had given those of 1 day already',
    });
    expect(await known()).toEqual(['2026-11-19 {"USD":"1.04"}', '2026-11-20 {"USD":"1.05"}']);
  });

  it('lets a newer file replace a day whole, also by rates that are no longer known', async () => {
    await drop('01', 'Date,USD,JPY\n2026-11-20,1.05,160');
    await drop('02', 'Date,USD,JPY\n2026-11-20,1.06,N/A');

    expect(await known()).toEqual(['2026-11-20 {"USD":"1.06"}']);
  });

  it('has nobody checked when a file changes nothing', async () => {
    await person('alice', true);
    await drop('02', 'Date,USD\n2026-11-20,1.05');

    expect(await drop('01', 'Date,USD\n2026-11-20,9.99')).toMatchObject({ people: [] });
  });

  it('takes nothing of a file with a mistake, and names each with its line', async () => {
    const output = await drop('01', 'Date,USD,JPY\n2026-11-20,1.05,160\n2026-11-19,"1,04",159\n2026-11-18,1.03,-1');

    expect(output).toEqual({
      result: 'invalid',
      reason: expect.stringContaining('no rate of this file was taken'),
      validationErrors: [
        'line 3: expected 2 rates as in the header, got 3',
        'line 4, JPY: expected a rate such as 1.0576, or N/A, got "-1"',
      ],
    });
    expect(await known()).toEqual([]);
  });

  it('names the first fifty mistakes of many, and how many are left', async () => {
    const days = Array.from({ length: 60 }, (_, day) => `${2020 - (day % 20)}-01-${10 + day},x`);

    const output = await drop('01', ['Date,USD', ...days].join('\n'));

    expect(output).toMatchObject({ result: 'invalid' });
    const { validationErrors = [] } = output as { validationErrors?: string[] };
    expect(validationErrors).toHaveLength(51);
    expect(validationErrors.at(-1)).toMatch(/^and \d+ more$/);
  });
});
