import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deployedChoices } from '../../../lib/deployed/deployed-choices.ts';
import { droppedChoices } from '../../../lib/deployed/dropped-choices.ts';
import { guardDeployment } from '../../../lib/deployed/guard.ts';
import type { DeployedTemplate } from '../../../lib/deployed/stack.ts';
import { parseInstallation, readInstallation, type StatedSettings } from '../../../lib/installation.ts';
import { synthesiseApp } from '../synthesised-app.ts';
import { ACCOUNT_ID, type Account, openAccount } from './open-account.ts';

/** Every setting of before there was a record, each other than by itself. */
const CHOSEN = {
  opsEmail: 'ops@example.org',
  turnsPerSecond: 1.6,
  defaultUser: 'alice',
  defaultLocale: 'de-AT',
  defaultTimeZone: 'Europe/Vienna',
  archiveAfterDays: 30,
  expireAfterDays: 730,
  logRetentionDays: 14,
};
const NONE = { tryGetContext: () => undefined };

type Templates = Readonly<Record<'SpendwireData' | 'SpendwirePipeline', DeployedTemplate>>;

const templatesOf = async (chosen: StatedSettings): Promise<Templates> => {
  const { outdir } = await synthesiseApp(chosen);
  const read = (stack: string) => JSON.parse(readFileSync(join(outdir, `${stack}.template.json`), 'utf8'));
  return { SpendwireData: read('SpendwireData'), SpendwirePipeline: read('SpendwirePipeline') };
};

const withoutRecord = ({ Metadata, ...template }: DeployedTemplate): DeployedTemplate => template;

let chosen: Templates;
let unchosen: Templates;
beforeAll(async () => {
  chosen = await templatesOf(CHOSEN);
  unchosen = await templatesOf({});
});

const allOf = (templates: Templates, of = (template: DeployedTemplate) => template) =>
  Object.assign({}, ...Object.values(templates).map((template) => deployedChoices(of(template))));

describe('deployedChoices', () => {
  it('reads what a stack was deployed with from its record', () => {
    expect(allOf(chosen)).toEqual(CHOSEN);
  });

  it('reads the same from the resources of a stack that an older version deployed', () => {
    expect(allOf(chosen, withoutRecord)).toEqual(CHOSEN);
  });

  it('finds nothing that could be dropped where nothing was chosen', () => {
    expect(droppedChoices(allOf(unchosen), {}, readInstallation(NONE))).toEqual([]);
  });
});

describe('droppedChoices', () => {
  const anySettings = fc.record(
    {
      opsEmail: fc.constantFrom('ops@example.org', 'other@example.org'),
      turnsPerSecond: fc.constantFrom(0.5, 1, 1.6),
      defaultUser: fc.constantFrom('', 'alice'),
      archiveAfterDays: fc.constantFrom(30, 90),
      logRetentionDays: fc.constantFrom(30, 90),
    },
    { requiredKeys: [] },
  );

  it('names all that is deployed, comes out otherwise and was stated by nobody, and nothing else', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (deployed, stated) => {
        const installation = parseInstallation(stated).data;
        if (!installation) return;

        const dropped = droppedChoices(deployed, stated, installation).map(({ setting }) => setting);

        for (const [setting, value] of Object.entries(deployed)) {
          const keeps = installation[setting as keyof typeof installation] ?? '';
          expect(dropped.includes(setting)).toBe(!(setting in stated) && keeps !== value);
        }
      }),
    );
  });
});

describe('guardDeployment', () => {
  let account: Account;
  const open = async (...args: Parameters<typeof openAccount>) => {
    account = await openAccount(...args);
    for (const [name, value] of Object.entries(account.env)) vi.stubEnv(name, value);
  };
  const guard = (stated: StatedSettings = {}) =>
    guardDeployment({
      installation: readInstallation(NONE, stated),
      stated,
      accountId: ACCOUNT_ID,
      region: 'eu-central-1',
    });

  beforeEach(() => vi.stubEnv('AWS_PROFILE', undefined));
  afterEach(async () => {
    vi.unstubAllEnvs();
    await account.close();
  });

  it('refuses an update without the values of last time, with lines to copy', async () => {
    await open({
      SpendwireData: { template: withoutRecord(chosen.SpendwireData) },
      SpendwirePipeline: { template: withoutRecord(chosen.SpendwirePipeline) },
    });

    const refusal = await guard().catch(({ message }: Error) => message);

    expect(refusal).toMatch(/^SpendwirePipeline: this deployment would take away what was deployed/);
    expect(refusal).toContain('\n  opsEmail: "ops@example.org"\n');
    expect(refusal).toContain('\n  expireAfterDays: 730      # would become 365\n');
    expect(refusal).toContain('Write these lines into installation.yaml');
  });

  it('lets the update through once they are stated, and once one is given up', async () => {
    await open({
      SpendwireData: { template: chosen.SpendwireData },
      SpendwirePipeline: { template: chosen.SpendwirePipeline },
    });

    expect(await guard(CHOSEN)).toBeUndefined();
    expect(await guard({ ...CHOSEN, opsEmail: '', turnsPerSecond: 0.5 })).toBeUndefined();
  });

  it('remembers how long documents are kept when only the pipeline was destroyed', async () => {
    await open({ SpendwireData: { template: chosen.SpendwireData } });

    await expect(guard()).rejects.toThrow('expireAfterDays: 730');
  });

  it('lets a first deployment through, and looks at no other stage', async () => {
    await open({ SpendwirePipeline: { template: chosen.SpendwirePipeline } });

    expect(await guard({ stage: 'dev' })).toBeUndefined();
    expect([...account.asked].sort()).toEqual([
      'GetCallerIdentity',
      'GetTemplate SpendwireDevData',
      'GetTemplate SpendwireDevPipeline',
    ]);
  });

  it.each([
    [
      'in another account than the deployment',
      { accountId: '210987654321' },
      'AWS_PROFILE leads to account 210987654321',
    ],
    ['that may not look', { denies: 'GetTemplate' }, 'not authorized to perform GetTemplate'],
  ])('drops no mailbox unseen with credentials %s', async (_, options, reason) => {
    await open({ SpendwirePipeline: { template: chosen.SpendwirePipeline } }, options);

    await expect(guard()).rejects.toThrow(reason);
    await expect(guard()).rejects.toThrow('State opsEmail in installation.yaml, "" for none');
    expect(await guard({ opsEmail: 'ops@example.org' })).toContain(reason);
  });

  it('holds up nobody who cannot be reached, because they cannot deploy either', async () => {
    await open({});
    await account.close();

    expect(await guard()).toMatch(/^could not look whether SpendwirePipeline was deployed/);
  });
});
