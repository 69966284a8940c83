import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, it } from 'vitest';
import { LOG_RETENTION_DAYS, readInstallation } from '../../lib/installation.ts';
import { settings } from '../../lib/topology.ts';

const read = (context: Readonly<Record<string, unknown>>) =>
  readInstallation({ tryGetContext: (name) => context[name] });

describe('readInstallation', () => {
  it('takes what is not set from the topology', () => {
    expect(read({})).toEqual({
      stage: 'prod',
      turnsPerSecond: settings.turnsPerSecond,
      ingestConcurrency: settings.ingestConcurrency,
      defaultUser: settings.defaultUser,
      maxPages: settings.maxPages,
      uploadKeyArn: settings.uploadKeyArn,
      defaultLocale: settings.defaultLocale,
      defaultTimeZone: settings.defaultTimeZone,
      bedrockModel: '',
      archiveAfterDays: settings.archiveAfterDays,
      expireAfterDays: settings.expireAfterDays,
      logRetentionDays: settings.logRetentionDays,
    });
  });

  it('takes a KMS key, also of several regions', () => {
    const uploadKeyArn = 'arn:aws:kms:eu-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab';

    expect(read({ uploadKeyArn })).toMatchObject({ uploadKeyArn });
  });

  it('reads numbers from the text that a command line gives', () => {
    expect(read({ turnsPerSecond: '0.5', expireAfterDays: '730' })).toMatchObject({
      turnsPerSecond: 0.5,
      expireAfterDays: 730,
    });
  });

  it.each([
    ['opsEmail', 'ops at example', 'context value opsEmail: expected an e-mail address, got "ops at example"'],
    ['stage', 'dev-2', 'context value stage: expected 1 to 20 of a-z 0-9'],
    ['turnsPerSecond', '0', 'context value turnsPerSecond'],
    ['maxPages', '0', 'context value maxPages: expected a whole number from 1 to 3000, got "0"'],
    ['maxPages', '3001', 'context value maxPages: expected a whole number from 1 to 3000, got "3001"'],
    ['maxPages', '7.5', 'context value maxPages: expected a whole number from 1 to 3000, got "7.5"'],
    ['maxPages', 'many', 'context value maxPages: expected a whole number from 1 to 3000, got "many"'],
    ['turnsPerSecond', 'fast', 'got "fast"'],
    ['ingestConcurrency', '1', 'context value ingestConcurrency'],
    ['ingestConcurrency', '2.5', 'context value ingestConcurrency'],
    ['ingestConcurrency', '1001', 'got "1001"'],
    ['defaultUser', 'Alice', 'context value defaultUser: expected 1 to 40 of'],
    ['uploadKeyArn', 'alias/receipts', 'context value uploadKeyArn: expected the ARN of a KMS key'],
    ['uploadKeyArn', 'arn:aws:kms:us-east-1:111122223333:alias/receipts', 'expected the ARN of a KMS key'],
    ['defaultLocale', 'de_AT', 'expected a BCP 47 locale'],
    ['defaultTimeZone', 'Vienna', 'expected an IANA time zone'],
    ['bedrockModel', 'Nova Lite', 'expected the id of a model such as amazon.nova-lite-v1:0'],
    ['bedrockModel', 'arn:aws:bedrock:us-east-1::foundation-model/*', 'expected the id of a model'],
    ['logRetentionDays', '45', "expected one of CloudWatch's steps: 1, 3, 5, 7"],
    ['expireAfterDays', '60', 'expected more days than archiveAfterDays'],
  ])('fails on %s=%s', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(message);
  });

  it('takes an empty mailbox as none', () => {
    expect(read({ opsEmail: '' }).opsEmail).toBeUndefined();
  });

  it('keeps the logs of another stage than the main one for a month, unless they are stated', () => {
    expect(read({ stage: 'dev' }).logRetentionDays).toBe(30);
    expect(read({ stage: 'prod' }).logRetentionDays).toBe(90);
    expect(read({ stage: 'dev', logRetentionDays: '7' }).logRetentionDays).toBe(7);
  });

  it('fails once with every value that is wrong', () => {
    const bad = { defaultUser: 'Alice', logRetentionDays: 45 };

    expect(() => read(bad)).toThrow(/defaultUser[\s\S]*logRetentionDays/);
  });

  it('knows the steps of CloudWatch Logs', () => {
    expect(LOG_RETENTION_DAYS).toEqual(Object.values(RetentionDays).filter((days) => typeof days === 'number'));
  });
});
