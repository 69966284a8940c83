import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../lib/bundle.ts';
import {
  InstallationError,
  parseInstallation,
  readInstallation,
  settingNames,
  textSettings,
} from '../../lib/installation.ts';
import { EXAMPLE_FILE, readInstallationFile } from '../../lib/installation-file.ts';

const write = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'spendwire-installation-')), 'mine.yaml');
  writeFileSync(path, text);
  return path;
};
const read = (text: string) => readInstallationFile(write(text));
const fails = (text: string): string => {
  const path = write(text);
  try {
    readInstallationFile(path);
  } catch (error) {
    return (error as Error).message.replaceAll(path, 'mine.yaml');
  }
  return expect.fail('expected the file to be refused');
};

describe('readInstallationFile', () => {
  it('states what stands in the file, and nothing else', () => {
    const file = read('stage: dev\nopsEmail: ops@example.org\nturnsPerSecond: 1.5\n');

    expect(file?.stated).toEqual({ stage: 'dev', opsEmail: 'ops@example.org', turnsPerSecond: '1.5' });
  });

  it('reads JSON as well, and an empty file as one that states nothing', () => {
    expect(read('{"archiveAfterDays": 30}')?.stated).toEqual({ archiveAfterDays: '30' });
    expect(read('# nothing yet\n')?.stated).toEqual({});
  });

  it('leaves everything as it is by itself where no file is named and none is there', () => {
    expect(process.cwd()).toBe(projectRoot.replace(/\/$/, ''));
    expect(readInstallationFile(undefined, 'test/lib/installation.yaml')).toBeUndefined();
  });

  it('fails on a named file that is not there, with what to do', () => {
    expect(() => readInstallationFile('prod.yaml')).toThrow(
      "expected an installation's file at prod.yaml, found none; copy installation.example.yaml there",
    );
  });

  it('fails on a folder, with what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'spendwire-installation-'));

    expect(() => readInstallationFile(folder)).toThrow(
      new InstallationError(
        `expected an installation's file at ${folder}, found a folder; name a file in it, such as ${folder}/installation.yaml`,
      ),
    );
  });

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0)('fails on a file that may not be read, with what to do', () => {
    const path = write('stage: dev\n');
    chmodSync(path, 0);

    expect(() => readInstallationFile(path)).toThrow(InstallationError);
    expect(() => readInstallationFile(path)).toThrow(/that can be read, got EACCES: .*; change that, or name another$/);
  });

  it.each([
    'defaultUser: 007',
    'defaultUser: 1.0',
    'stage: True',
    '{"defaultUser": 7}',
  ])('takes no text that YAML has changed: %s', (text) => {
    expect(fails(text)).toMatch(
      /^mine\.yaml line 1, (defaultUser|stage): expected text in quotes, .*; got (7|1|true)\n/,
    );
  });

  it('takes a text in quotes as it is written', () => {
    const file = read('defaultUser: "007"\nstage: "true"\nturnsPerSecond: "1.50"\n');

    expect(file?.stated).toEqual({ defaultUser: '007', stage: 'true', turnsPerSecond: '1.50' });
  });

  it('fails once with every mistake, its line, what was expected and what to do', () => {
    const text =
      'opsEmal: ops@example.org\nturnsPerSecond: fast\narchiveAfterDays: [3]\nlogRetentionDays:\nstage: dev-2\n';

    expect(fails(text).split('\n')).toEqual([
      'mine.yaml line 1, opsEmal: unknown key "opsEmal"; did you mean "opsEmail"?',
      'mine.yaml line 2, turnsPerSecond: expected a number, got "fast"',
      expect.stringMatching(/^mine\.yaml line 3, archiveAfterDays: expected one value/),
      expect.stringMatching(/^mine\.yaml line 4, logRetentionDays: expected one value/),
      expect.stringMatching(/^mine\.yaml line 5, stage: expected 1 to 20 of a-z 0-9 .* got "dev-2"$/),
      'Correct the file, or take a line away to have its default; installation.example.yaml shows every setting.',
    ]);
  });

  it.each([
    ['opsEmail: ops at example', 'line 1, opsEmail: expected an e-mail address, got "ops at example"'],
    ['\nexpireAfterDays: 60', 'line 2, expireAfterDays: expected more days than archiveAfterDays'],
    ['expireAfterDays: yes', 'line 1, expireAfterDays: expected a number of days, got "yes"'],
    ['turnsPerSecond: true', 'line 1, turnsPerSecond: expected a number, got true'],
    ['stage: spendwire', 'line 1, stage: expected'],
    ['stage: [', 'this is no readable YAML or JSON'],
    ['region: Frankfurt', 'line 1, region: expected an AWS region such as eu-central-1, got "Frankfurt"'],
    ['- stage', 'line 1: '],
  ])('fails on %j', (text, message) => {
    expect(fails(text)).toContain(message);
  });

  it('is overridden by what the command line states', () => {
    const context: Record<string, unknown> = { turnsPerSecond: '2' };
    const file = read('turnsPerSecond: 1.5\ndefaultUser: alice\n');

    const installation = readInstallation({ tryGetContext: (name) => context[name] }, file?.stated);

    expect(installation).toMatchObject({ turnsPerSecond: 2, defaultUser: 'alice' });
  });
});

describe(EXAMPLE_FILE, () => {
  const text = readFileSync(join(projectRoot, EXAMPLE_FILE), 'utf8');
  const whole = text.replace(/^# (\w+: )/gm, '$1');

  it('shows every setting, and can be used as it is', () => {
    expect(Object.keys(parse(whole)).sort()).toEqual([...settingNames].sort());
    expect(read(text)?.stated).toEqual({ opsEmail: 'you@example.org' });
    expect(read(whole)).toBeDefined();
  });

  it('shows which settings are text', () => {
    const texts = settingNames.filter((name) => typeof parse(whole)[name] === 'string');

    expect([...textSettings].sort()).toEqual(texts.sort());
  });

  it('shows the values that hold where nothing is stated', () => {
    const { opsEmail, region, ...shown } = parse(whole);

    expect(parseInstallation({}).data).toEqual(shown);
    expect([opsEmail, region]).toEqual(['you@example.org', 'eu-central-1']);
  });
});
