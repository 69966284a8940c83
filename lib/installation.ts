import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { isStageName, MAIN_STAGE, stageNames } from './stage.ts';
import { isBedrockModel, settings } from './topology.ts';

/** CloudWatch's steps, spelled out: the commands read an installation too, and CDK takes them a second to load. */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, 9999,
];

const OR_NOTHING = new RegExp(`^$|${z.regexes.email.source}`);

const days = z.coerce
  .number('expected a number of days')
  .int('expected whole days')
  .positive('expected at least 1 day');

/** Every setting that an installation may state, with what it is otherwise. */
const Installation = z
  .object({
    /** Names of stacks, topics and services carry it, so that stages live side by side; see `lib/stage.ts`. */
    stage: z
      .string()
      .refine(isStageName, 'expected 1 to 20 of a-z 0-9 that begin with a letter, and not spendwire, such as dev')
      .default(MAIN_STAGE),
    /** Region to deploy to, and where the commands look; without one the environment's. */
    region: z
      .string()
      .regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'expected an AWS region such as eu-central-1')
      .optional(),
    /** Mailbox that alarms go to; without one, or with an empty one, they are seen in the console only. */
    opsEmail: z
      .email({ pattern: OR_NOTHING, error: 'expected an e-mail address' })
      .transform((text) => (text === '' ? undefined : text))
      .optional(),
    /** Turns a second of the token clock; above 25 no account's Textract quota has room without asking AWS. */
    turnsPerSecond: z.coerce
      .number('expected a number')
      .positive('expected more than 0')
      .max(25, 'expected at most 25')
      .default(settings.turnsPerSecond),
    /** Uploads handled at once; the least and the most that Lambda takes for a queue's event source. */
    ingestConcurrency: z.coerce
      .number('expected a whole number from 2 to 1000')
      .int('expected a whole number from 2 to 1000')
      .min(2, 'expected a whole number from 2 to 1000')
      .max(1000, 'expected a whole number from 2 to 1000')
      .default(settings.ingestConcurrency),
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
    /** A document with more pages is read only when a correction says so. Textract takes 3,000 of one document. */
    maxPages: z.coerce
      .number('expected a whole number from 1 to 3000')
      .int('expected a whole number from 1 to 3000')
      .min(1, 'expected a whole number from 1 to 3000')
      .max(3000, 'expected a whole number from 1 to 3000')
      .default(settings.maxPages),
    /** Key of the owner's that uploads may be encrypted with. An alias will not do: IAM policies name keys by their ids. */
    uploadKeyArn: z
      .string()
      .regex(
        /^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+)?$/,
        'expected the ARN of a KMS key such as arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      )
      .default(settings.uploadKeyArn),
    /** Days until an uploaded document of 128 KB or more moves to Glacier Instant Retrieval. */
    archiveAfterDays: days.default(settings.archiveAfterDays),
    /** Days until an uploaded document is deleted; the ledger keeps what was read from it. */
    expireAfterDays: days.default(settings.expireAfterDays),
    /** Days until logs are deleted; a stage that is not the main one keeps them for less, see `defaultsOf`. */
    logRetentionDays: days
      .refine((value): value is RetentionDays => LOG_RETENTION_DAYS.includes(value), {
        error: `expected one of CloudWatch's steps: ${LOG_RETENTION_DAYS.join(', ')}`,
      })
      .default(settings.logRetentionDays),
  })
  .refine(({ archiveAfterDays, expireAfterDays }) => archiveAfterDays < expireAfterDays, {
    path: ['expireAfterDays'],
    error: 'expected more days than archiveAfterDays, because an expired document cannot be archived',
  });

/** What one installation chose: its file `installation.yaml`, and the values of `npx cdk deploy -c name=value` over it. */
export type Installation = z.output<typeof Installation>;

/** What a person stated about an installation is not allowed; the message is for them, with every mistake. */
export class InstallationError extends RangeError {
  override readonly name = 'InstallationError';
}

/** Settings as somebody stated them, before they are read: from a command line all are text. */
export type StatedSettings = Readonly<Record<string, unknown>>;

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Installation.shape);

/** Those that are text; the others are numbers, which a text may state as well. */
export const textSettings: ReadonlySet<string> = new Set(
  Object.entries(Installation.shape).flatMap(([name, setting]) =>
    setting.safeParse(0).error?.issues.some(({ code }) => code === 'invalid_type') ? [name] : [],
  ),
);

/** What CDK's construct tree tells of `-c name=value` and of `context` in `cdk.json`. */
export interface CdkContext {
  tryGetContext(name: string): unknown;
}

/** The settings that the CDK context states. */
export const statedInContext = (context: CdkContext): StatedSettings =>
  Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = context.tryGetContext(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Checks what was stated; the rest has its default. */
export const parseInstallation = (stated: StatedSettings) =>
  Installation.safeParse({ ...stageDefaults(stated.stage), ...stated });

/** A stage for trying things out needs no logs of last month; others than the main one are such stages. */
const stageDefaults = (stage: unknown): StatedSettings =>
  stage === undefined || stage === MAIN_STAGE ? {} : { logRetentionDays: settings.otherStagesLogRetentionDays };

/**
 * Reads and checks an installation: what its file states, and the CDK context over it. What neither states has the
 * value in `lib/topology.ts`.
 *
 * @throws InstallationError that names every context value that is not allowed, what was given and what was expected.
 */
export function readInstallation(context: CdkContext, inFile: StatedSettings = {}): Installation {
  const stated: StatedSettings = { ...inFile, ...statedInContext(context) };
  const parsed = parseInstallation(stated);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `context value ${name}: ${message}, got ${JSON.stringify(stated[name])}`;
  });
  throw new InstallationError(mistakes.join('\n'));
}

/** The environment variables that carry an installation's choices; they replace the laptop's in `lib/topology.ts`. */
export const installationEnvironment = (installation: Installation): Readonly<Record<string, string>> => ({
  POWERTOOLS_SERVICE_NAME: stageNames(installation.stage).prefix,
  TURNS_PER_SECOND: String(installation.turnsPerSecond),
  DEFAULT_USER: installation.defaultUser,
  MAX_PAGES: String(installation.maxPages),
  DEFAULT_LOCALE: installation.defaultLocale,
  DEFAULT_TIME_ZONE: installation.defaultTimeZone,
  BEDROCK_MODEL: installation.bedrockModel,
  UPLOAD_KEY_ARN: installation.uploadKeyArn,
});

/**
 * What an installation chose otherwise than it would be by itself, apart from stage and region, which say where it is.
 * A deployment that drops one of these says so.
 */
export function choicesOf(installation: Installation): Readonly<Record<string, unknown>> {
  const { stage, region } = installation;
  const otherwise: StatedSettings = Installation.parse({ ...stageDefaults(stage), stage });
  const entries = Object.entries({ ...installation, stage, region });
  return Object.fromEntries(
    entries.filter(([name, value]) => name !== 'region' && value !== undefined && value !== otherwise[name]),
  );
}

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
