import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect } from 'vitest';
import { readRates } from '../../../lambdas/adapters/rate-store.ts';
import { storeRates } from '../../../lambdas/adapters/store-rates.ts';
import type { Table } from '../../../lambdas/adapters/table.ts';
import { type ApplyRatesOutput, createHandler } from '../../../lambdas/apply-rates/handler.ts';
import { NOW } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const it = base
  /** The bucket: text by version. */
  .extend('versions', () => new Map<string, string>())
  .extend(
    'run',
    ({ table, versions }) =>
      (sequencer: string, on = table): Promise<ApplyRatesOutput> =>
        createHandler({
          now: () => NOW,
          readObject: async ({ versionId }) => Buffer.from(versions.get(versionId) ?? ''),
          storeRates: (...asked) => storeRates(on, ...asked),
        })({
          documentId: 'doc',
          run: 1,
          bucket: 'bucket',
          key: 'rates/ecb.csv',
          versionId: `v${sequencer}`,
          sequencer,
          uploadedAt: '2026-11-20T11:00:00.000Z',
        }),
  )
  .extend('drop', ({ versions, run }) => (sequencer: string, text: string) => {
    versions.set(`v${sequencer}`, text);
    return run(sequencer);
  });
const known = async (table: Table) =>
  (await readRates(table, '1999-01-01', '2026-12-31')).map(({ date, rates }) => `${date} ${JSON.stringify(rates)}`);

describe('apply-rates', () => {
  it('stores the rates of each day', async ({ table, drop }) => {
    const output = await drop('01', 'Date,USD,JPY,\n2026-11-20,1.0576,162.1,\n2026-11-19,1.05,N/A,\n');

    expect(output).toEqual({ result: 'applied', note: 'rates of 2 days are in force', stored: 2 });
    expect(await known(table)).toEqual(['2026-11-19 {"USD":"1.05"}', '2026-11-20 {"USD":"1.0576","JPY":"162.1"}']);
  });

  it('gives the same answer and writes nothing when it runs twice', async ({ table, run, drop }) => {
    const first = await drop('01', 'Date,USD\n2026-11-20,1.05\n2026-11-19,1.04');
    const { client, name } = table;
    let writes = 0;
    const counting = Object.create(client) as Table['client'];
    counting.send = ((command: unknown) => {
      if (command instanceof TransactWriteItemsCommand) writes += 1;
      return client.send(command as never);
    }) as never;

    expect(await run('01', { client: counting, name })).toEqual(first);
    expect(writes).toBe(0);
  });

  it('leaves days alone that a newer file gave, and takes the others', async ({ table, drop }) => {
    await drop('02', 'Date,USD\n2026-11-20,1.05');

    const output = await drop('01', 'Date,USD\n2026-11-20,9.99\n2026-11-19,1.04');

    expect(output).toMatchObject({
      note: 'rates of 1 day are in force; newer files had given those of 1 day already',
    });
    expect(await known(table)).toEqual(['2026-11-19 {"USD":"1.04"}', '2026-11-20 {"USD":"1.05"}']);
  });

  it('lets a newer file replace a day whole, also by rates that are no longer known', async ({ table, drop }) => {
    await drop('01', 'Date,USD,JPY\n2026-11-20,1.05,160');
    await drop('02', 'Date,USD,JPY\n2026-11-20,1.06,N/A');

    expect(await known(table)).toEqual(['2026-11-20 {"USD":"1.06"}']);
  });

  it('has nobody checked when a file changes nothing', async ({ drop }) => {
    await drop('02', 'Date,USD\n2026-11-20,1.05');

    expect(await drop('01', 'Date,USD\n2026-11-20,9.99')).toMatchObject({ stored: 0 });
  });

  it('takes nothing of a file with a mistake, and names each with its line', async ({ table, drop }) => {
    const output = await drop('01', 'Date,USD,JPY\n2026-11-20,1.05,160\n2026-11-19,"1,04",159\n2026-11-18,1.03,-1');

    expect(output).toEqual({
      result: 'invalid',
      reason: expect.stringContaining('no rate of this file was taken'),
      validationErrors: [
        'line 3: expected 2 rates as in the header, got 3',
        'line 4, JPY: expected a rate such as 1.0576, or N/A, got "-1"',
      ],
    });
    expect(await known(table)).toEqual([]);
  });

  it('names the first fifty mistakes of many, and how many are left', async ({ drop }) => {
    const days = Array.from({ length: 60 }, (_, day) => `${2020 - (day % 20)}-01-${10 + day},x`);

    const output = await drop('01', ['Date,USD', ...days].join('\n'));

    expect(output).toMatchObject({ result: 'invalid' });
    const { validationErrors = [] } = output as { validationErrors?: string[] };
    expect(validationErrors).toHaveLength(51);
    expect(validationErrors.at(-1)).toMatch(/^and \d+ more$/);
  });
});
