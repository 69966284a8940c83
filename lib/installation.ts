import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { isBedrockModel, settings } from './topology.ts';

const LOG_RETENTION_DAYS = Object.values(RetentionDays).filter((days) => typeof days === 'number');

const days = z.coerce.number().int().positive();

const Installation = z
  .object({
    /** Mailbox that alarms go to; without one they are seen in the console only. */
    opsEmail: z.email('expected an e-mail address').optional(),
    /** Turns a second of the token clock; above 25 no account's Textract quota has room without asking AWS. */
    turnsPerSecond: z.coerce.number().positive().max(25).default(settings.turnsPerSecond),
    /** Uploads handled at once; the least and the most that Lambda takes for a queue's event source. */
    ingestConcurrency: z.coerce.number().int().min(2).max(1000).default(settings.ingestConcurrency),
    /** Person of a receipt without a user; empty rejects such files. */
    defaultUser: z
      .string()
      .regex(/^([a-z0-9][a-z0-9._-]{0,39})?$/, 'expected 1 to 40 of a-z 0-9 . _ - that begin with a letter or digit')
      .default(settings.defaultUser),
    defaultLocale: z
      .string()
      .refine(isLocale, 'expected a BCP 47 locale such as de-AT')
      .default(settings.defaultLocale),
    defaultTimeZone: z
      .string()
      .refine(isTimeZone, 'expected an IANA time zone such as Europe/Vienna')
      .default(settings.defaultTimeZone),
    /** Model or inference profile of Amazon Bedrock that is asked where rules leave something open; empty asks nobody. */
    bedrockModel: z
      .string()
      .refine(
        (id) => id === '' || isBedrockModel(id),
        'expected the id of a model such as amazon.nova-lite-v1:0, or of an inference profile such as eu.amazon.nova-lite-v1:0',
      )
      .default(settings.bedrockModel),
    /** Days until an uploaded document of 128 KB or more moves to Glacier Instant Retrieval. */
    archiveAfterDays: days.default(settings.archiveAfterDays),
    /** Days until an uploaded document is deleted; the ledger keeps what was read from it. */
    expireAfterDays: days.default(settings.expireAfterDays),
    logRetentionDays: days
      .refine((value): value is RetentionDays => LOG_RETENTION_DAYS.includes(value as RetentionDays), {
        error: `expected one of CloudWatch's steps: ${LOG_RETENTION_DAYS.join(', ')}`,
      })
      .default(settings.logRetentionDays),
  })
  .refine(({ archiveAfterDays, expireAfterDays }) => archiveAfterDays < expireAfterDays, {
    path: ['expireAfterDays'],
    error: 'expected more days than archiveAfterDays, because an expired document cannot be archived',
  });

/** What one installation may choose: the CDK context values `npx cdk deploy -c name=value` takes. */
export type Installation = z.output<typeof Installation>;

/**
 * Reads and checks the context values of an installation; what is not set has the value in `lib/topology.ts`.
 *
 * @throws RangeError that names every value that is not allowed, what was given and what was expected.
 */
export function readInstallation(context: { tryGetContext(name: string): unknown }): Installation {
  const given = Object.fromEntries(Object.keys(Installation.shape).map((name) => [name, context.tryGetContext(name)]));
  const parsed = Installation.safeParse(given);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `context value ${name}: ${message}, got ${JSON.stringify(given[name])}`;
  });
  throw new RangeError(mistakes.join('\n'));
}

/** The environment variables that carry an installation's choices; they replace the laptop's in `lib/topology.ts`. */
export const installationEnvironment = (installation: Installation): Readonly<Record<string, string>> => ({
  TURNS_PER_SECOND: String(installation.turnsPerSecond),
  DEFAULT_USER: installation.defaultUser,
  DEFAULT_LOCALE: installation.defaultLocale,
  DEFAULT_TIME_ZONE: installation.defaultTimeZone,
  BEDROCK_MODEL: installation.bedrockModel,
});

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}
