/** Values that an installation may set; CDK reads them from context, the laptop uses these. */
export const settings = {
  /**
   * Turns that each lane's clock hands out per second: min(start quota ÷ 2, Get quota ÷ 3, job quota ÷ 30 s), so for most
   * regions as AWS grants them unasked. docs/explanation/pacing.md
   */
  turnsPerSecond: 0.5,
  /**
   * Uploads for which a workflow is started at the same time. Each takes one of the functions that the account may run at
   * once: 10 in all for a new account, so the rest is left to the functions of the workflows.
   * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
   */
  ingestConcurrency: 3,
  /** Person of a `receipts/{file}` without a user and without `user` metadata; empty rejects such files. */
  defaultUser: '',
  /** Used where a plan names none: BCP 47 locale, IANA zone. */
  defaultLocale: 'en-US',
  defaultTimeZone: 'UTC',
  /** Model or inference profile of Amazon Bedrock that is asked where rules leave something open; empty asks nobody. */
  bedrockModel: '',
  /** What a person has to know is collected this long and told as one message. */
  windowSeconds: 30,
  /** An alert whose window closed longer ago than this and that is not sent is taken up by the sweep. */
  unsentAfterSeconds: 300,
  sweepEveryMinutes: 5,
  archiveAfterDays: 90,
  expireAfterDays: 365,
  logRetentionDays: 90,
  resourcePrefix: 'spendwire',
} as const;
