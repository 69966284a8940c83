import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findPlace } from '../../tools/find-place.ts';
import { readReplayOptions } from '../../tools/replay-options.ts';
import { type Account, openAccount } from '../lib/deployed/open-account.ts';

const dev = join(mkdtempSync(join(tmpdir(), 'spendwire-place-')), 'installation.dev.yaml');
writeFileSync(dev, 'stage: dev\nregion: eu-west-1\n');

describe('findPlace', () => {
  let account: Account;
  const said: string[] = [];

  beforeEach(async () => {
    said.length = 0;
    const deployed = (stage: string) => ({
      template: {},
      outputs: { TableName: `${stage}-table`, StartWorkflowFunction: `${stage}-start` },
    });
    account = await openAccount({
      SpendwirePipeline: deployed('prod'),
      SpendwireDevPipeline: deployed('dev'),
      SpendwireOldPipeline: { template: {} },
    });
    vi.stubEnv('AWS_PROFILE', undefined);
    for (const [name, value] of Object.entries(account.env)) vi.stubEnv(name, value);
    vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await account.close();
  });

  it('finds table and function of what is deployed, and says which stack that is', async () => {
    const { table, startWorkflow, isLaptop, clientConfig } = await findPlace({ installation: dev });

    expect([table.name, startWorkflow, isLaptop]).toEqual(['dev-table', 'dev-start', false]);
    expect(clientConfig).toEqual({ region: 'eu-west-1' });
    expect(said).toEqual(['looking at stage dev: SpendwireDevPipeline in eu-west-1']);
  });

  it('looks at the main stage in the region of the environment where no file says otherwise', async () => {
    const { table } = await findPlace({ aws: true });

    expect(table.name).toBe('prod-table');
    expect(said).toEqual(['looking at stage prod: SpendwirePipeline in eu-central-1']);
  });

  it('looks at the laptop unless it is asked not to, and asks no account', async () => {
    expect((await findPlace({})).isLaptop).toBe(true);
    expect(account.asked).toEqual([]);
  });

  it('fails where nothing is deployed, with where it looked and what to do', async () => {
    writeFileSync(dev.replace('dev.yaml', 'old.yaml'), 'stage: test\n');

    await expect(findPlace({ installation: dev.replace('dev.yaml', 'old.yaml') })).rejects.toThrow(
      'there is no stack SpendwireTestPipeline in eu-central-1: deploy it',
    );
  });

  it('fails on two places at once, and on a file that is not there', async () => {
    await expect(findPlace({ aws: true, port: '4566' })).rejects.toThrow('got two');
    await expect(findPlace({ installation: dev, table: 'ledger' })).rejects.toThrow('got two');
    await expect(findPlace({ installation: 'nowhere.yaml' })).rejects.toThrow('found none');
  });
});

describe('readReplayOptions', () => {
  it('takes a deployed installation by its file', () => {
    expect(readReplayOptions(['a.jpg', '--aws'])).toMatchObject({ aws: true });
    expect(readReplayOptions(['a.jpg', '--installation', 'dev.yaml'])).toMatchObject({ installation: 'dev.yaml' });
  });
});
