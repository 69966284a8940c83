/** Values that an installation may set; CDK reads them from `installation.yaml`, the laptop uses these. */
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
  /** ARN of a KMS key of yours that uploads may be encrypted with; empty for the bucket's own encryption only. */
  uploadKeyArn: '',
  /** Used where a plan names none: BCP 47 locale, IANA zone. */
  defaultLocale: 'en-US',
  defaultTimeZone: 'UTC',
  /** Model or inference profile of Amazon Bedrock that is asked where rules leave something open; empty asks nobody. */
  bedrockModel: '',
  /**
   * A document with more pages is read only when a correction says so: Textract bills each, and takes 3,000 of one document.
   */
  maxPages: 50,
  /** What a page takes where reading it costs time and no money, as on a laptop; 0 where Textract bills it. */
  secondsPerPage: 0,
  /** What a person has to know is collected this long and told as one message. */
  windowSeconds: 30,
  /** An alert whose window closed longer ago than this and that is not sent is taken up by the sweep. */
  unsentAfterSeconds: 300,
  sweepEveryMinutes: 5,
  archiveAfterDays: 90,
  expireAfterDays: 365,
  logRetentionDays: 90,
  /** In stages for trying things out. */
  otherStagesLogRetentionDays: 30,
  resourcePrefix: 'spendwire',
} as const;
