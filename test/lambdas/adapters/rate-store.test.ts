import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect } from 'vitest';
import { rateKey } from '../../../lambdas/adapters/ledger-keys.ts';
import { ratesFor, readRates } from '../../../lambdas/adapters/rate-store.ts';
import { storeRates } from '../../../lambdas/adapters/store-rates.ts';
import { putItem, type Table } from '../../../lambdas/adapters/table.ts';
import type { DailySpend } from '../../../lambdas/core/budget/spend.ts';
import { addDays, type CalendarDate } from '../../../lambdas/core/ground/calendar-date.ts';
import type { ObjectSource } from '../../../lambdas/core/object/object-source.ts';
import { NOW } from '../../support/books.ts';
import { it as base } from '../../support/fixtures.ts';

const it = base
  /** The sort keys that queries asked for. */
  .extend('asked', (): string[] => [])
  .extend('table', async ({ tables, asked }) => {
    const { client, name } = await tables.fresh();
    const watched = Object.create(client) as Table['client'];
    watched.send = ((command: unknown) => {
      if (command instanceof QueryCommand) {
        const { ':from': from, ':to': to } = command.input.ExpressionAttributeValues ?? {};
        asked.push(`${from?.S} to ${to?.S}`);
      }
      return client.send(command as never);
    }) as never;
    return { client: watched, name };
  });

const spent = (date: string, currency: string, amountMinor = 100): DailySpend => ({
  date,
  category: 'travel',
  currency,
  amountMinor,
});
const rate = (table: Table, date: string, rates: Record<string, string>) =>
  putItem(table, { ...rateKey(date), date, rates });
const sourceOf = (sequencer: string, over: Partial<ObjectSource> = {}): ObjectSource => ({
  key: 'rates/ecb.csv',
  versionId: `v${sequencer}`,
  sequencer,
  uploadedAt: '2026-11-20T12:00:00.000Z',
  ...over,
});
const rateOn = async (table: Table, date: string) => (await readRates(table, date, date))[0]?.rates['USD'];

describe('ratesFor', () => {
  it('reads one range: from ten days before the first foreign day to the last one', async ({ table, asked }) => {
    const spend = [spent('2026-11-30', 'EUR'), spent('2026-11-01', 'USD'), spent('2026-11-12', 'JPY')];

    await ratesFor(table, spend, 'USD');

    expect(asked).toEqual(['RATE#2026-11-02 to RATE#2026-11-30']);
  });

  it('reads nothing where all spending is in the currency', async ({ table, asked }) => {
    await ratesFor(table, [spent('2026-11-01', 'USD'), spent('2026-11-02', 'EUR', 0)], 'USD');
    await ratesFor(table, [], 'USD');

    expect(asked).toEqual([]);
  });

  it('converts by what is stored, and by the tenth day before', async ({ table }) => {
    await rate(table, '2026-11-10', { USD: '1.25', JPY: '160' });

    const convert = await ratesFor(table, [spent('2026-11-20', 'EUR'), spent('2026-11-21', 'JPY')], 'USD');

    expect(convert(spent('2026-11-20', 'EUR'), 'USD')).toBe(125);
    expect(convert(spent('2026-11-20', 'JPY', 16_000), 'USD')).toBe(12_500);
    expect(convert(spent('2026-11-21', 'JPY', 16_000), 'USD')).toBeUndefined();
  });
});

describe('storeRates', () => {
  it('lets the newest of files at once win each day, whatever their order at the table', async ({ table }) => {
    const files = ['03', '01', '05', '02', '04'];

    await Promise.all(
      files.map((sequencer) =>
        storeRates(
          table,
          ['2026-11-18', '2026-11-19', '2026-11-20'].map((date) => ({ date, rates: { USD: `1.${sequencer}` } })),
          sourceOf(sequencer),
          NOW,
        ),
      ),
    );

    expect(await Promise.all(['2026-11-18', '2026-11-19', '2026-11-20'].map((date) => rateOn(table, date)))).toEqual([
      '1.05',
      '1.05',
      '1.05',
    ]);
  });

  it('goes by the time of the event between files of two names', async ({ table }) => {
    const days = (USD: string) => [{ date: '2026-11-20', rates: { USD } }];
    await storeRates(table, days('1.5'), sourceOf('09', { uploadedAt: '2026-11-20T12:00:00.000Z' }), NOW);

    const later = { key: 'rates/daily.csv', uploadedAt: '2026-11-20T13:00:00.000Z' };
    expect(await storeRates(table, days('1.6'), sourceOf('01', later), NOW)).toEqual({ stored: 1, superseded: 0 });
    const earlier = { key: 'rates/old.csv', uploadedAt: '2026-11-20T11:00:00.000Z' };
    expect(await storeRates(table, days('1.4'), sourceOf('0A', earlier), NOW)).toEqual({ stored: 0, superseded: 1 });
    expect(await rateOn(table, '2026-11-20')).toBe('1.6');
  });

  it('holds a history longer than a page of the table', async ({ table }) => {
    const rates = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `X${String.fromCharCode(65 + (index % 26))}${index % 10}`,
        '1234.567890',
      ]),
    );
    const days = Array.from({ length: 1_500 }, (_, day) => ({
      date: addDays('2020-01-01' as CalendarDate, day),
      rates,
    }));

    expect(await storeRates(table, days, sourceOf('01'), NOW)).toEqual({ stored: 1_500, superseded: 0 });

    expect(await readRates(table, '1999-01-01', '2026-12-31')).toHaveLength(1_500);
    expect(await storeRates(table, days, sourceOf('01'), NOW)).toEqual({ stored: 1_500, superseded: 0 });
  });
});
