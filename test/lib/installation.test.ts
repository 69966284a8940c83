import { describe, expect, it } from 'vitest';
import { readInstallation } from '../../lib/installation.ts';
import { settings } from '../../lib/topology.ts';

const read = (context: Readonly<Record<string, unknown>>) =>
  readInstallation({ tryGetContext: (name) => context[name] });

describe('readInstallation', () => {
  it('takes what is not set from the topology', () => {
    expect(read({})).toEqual({
      turnsPerSecond: settings.turnsPerSecond,
      ingestConcurrency: settings.ingestConcurrency,
      defaultUser: settings.defaultUser,
      defaultLocale: settings.defaultLocale,
      defaultTimeZone: settings.defaultTimeZone,
      bedrockModel: '',
      archiveAfterDays: settings.archiveAfterDays,
      expireAfterDays: settings.expireAfterDays,
      logRetentionDays: settings.logRetentionDays,
    });
  });

  it('reads numbers from the text that a command line gives', () => {
    expect(read({ turnsPerSecond: '0.5', expireAfterDays: '730' })).toMatchObject({
      turnsPerSecond: 0.5,
      expireAfterDays: 730,
    });
  });

  it.each([
    ['opsEmail', 'ops at example', 'context value opsEmail: expected an e-mail address, got "ops at example"'],
    ['turnsPerSecond', '0', 'context value turnsPerSecond'],
    ['turnsPerSecond', 'fast', 'got "fast"'],
    ['ingestConcurrency', '1', 'context value ingestConcurrency'],
    ['ingestConcurrency', '2.5', 'context value ingestConcurrency'],
    ['ingestConcurrency', '1001', 'got "1001"'],
    ['defaultUser', 'Alice', 'context value defaultUser: expected 1 to 40 of'],
    ['defaultLocale', 'de_AT', 'expected a BCP 47 locale'],
    ['defaultTimeZone', 'Vienna', 'expected an IANA time zone'],
    ['bedrockModel', 'Nova Lite', 'expected the id of a model such as amazon.nova-lite-v1:0'],
    ['bedrockModel', 'arn:aws:bedrock:us-east-1::foundation-model/*', 'expected the id of a model'],
    ['logRetentionDays', '45', "expected one of CloudWatch's steps: 1, 3, 5, 7"],
    ['expireAfterDays', '60', 'expected more days than archiveAfterDays'],
  ])('fails on %s=%s', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(message);
  });

  it('fails once with every value that is wrong', () => {
    const bad = { defaultUser: 'Alice', logRetentionDays: 45 };

    expect(() => read(bad)).toThrow(/defaultUser[\s\S]*logRetentionDays/);
  });
});
