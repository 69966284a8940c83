/**
 * What Spendwire is made of: the one declaration that the CDK stacks deploy and the laptop cloud runs.
 *
 * Names in `${…}` are placeholders. `lib/placeholders.ts` fills them, with tokens on AWS and with local names
 * on a laptop.
 */

/** What a principal may do: IAM actions on resources written with placeholders. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface FunctionDeclaration {
  /** Folder under `lambdas/`; its `index.ts` exports `handler`. */
  readonly directory: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Environment variables; values may hold placeholders. */
  readonly environment: Readonly<Record<string, string>>;
  readonly grants: readonly Grant[];
}

export interface MachineDeclaration {
  /** Physical-looking name for people; on a laptop it is the machine's name. */
  readonly name: string;
  readonly file: string;
  readonly grants: readonly Grant[];
}

/** Values that an installation may set; CDK reads them from context, the laptop uses these. */
export const settings = {
  /**
   * Turns that each lane's clock hands out per second: min(start quota ÷ 2, Get quota ÷ 3, job quota ÷ 30 s), so for most
   * regions as AWS grants them unasked. docs/explanation/pacing.md
   */
  turnsPerSecond: 0.5,
  /** Person of a `receipts/{file}` without a user and without `user` metadata; empty rejects such files. */
  defaultUser: '',
  /** Used where a plan names none: BCP 47 locale, IANA zone. */
  defaultLocale: 'en-US',
  defaultTimeZone: 'UTC',
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

/** DynamoDB: one table, one sparse index, TTL. Keys are spelled in `lambdas/adapters/ledger-keys.ts`. */
export const table = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLiveAttribute: 'expiresAtEpochSeconds',
  index: { name: 'GSI1', partitionKey: 'GSI1PK', sortKey: 'GSI1SK' },
} as const;

const readTable: Grant = { actions: ['dynamodb:GetItem'], resources: ['${TableArn}'] };
const queryTable: Grant = { actions: ['dynamodb:Query'], resources: ['${TableArn}'] };
const queryIndex: Grant = { actions: ['dynamodb:Query'], resources: [`\${TableArn}/index/${table.index.name}`] };
const tableWrite = (...operations: ('PutItem' | 'UpdateItem' | 'DeleteItem')[]): Grant => ({
  actions: operations.map((operation) => `dynamodb:${operation}`),
  resources: ['${TableArn}'],
});
const readVersions = (prefix: string): Grant => ({
  actions: ['s3:GetObject', 's3:GetObjectVersion'],
  resources: [`\${BucketArn}/${prefix}*`],
});
const readArtifacts: Grant = { actions: ['s3:GetObject'], resources: ['${BucketArn}/artifacts/*'] };
const writeArtifacts: Grant = { actions: ['s3:PutObject'], resources: ['${BucketArn}/artifacts/*'] };
// Without it S3 answers 403, not 404, for an object that is not there.
const listBucket: Grant = { actions: ['s3:ListBucket'], resources: ['${BucketArn}'] };
const trace: Grant = { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] };

const common = { TABLE_NAME: '${TableName}', POWERTOOLS_SERVICE_NAME: settings.resourcePrefix };
const booking = { ...common, WINDOW_SECONDS: String(settings.windowSeconds) };
/** Of functions that claim alerts: their last act is to start the delivery. */
const claiming = { ...booking, DELIVER_ALERTS_ARN: '${DeliverAlertsArn}' };
const startDelivery: Grant = { actions: ['states:StartExecution'], resources: ['${DeliverAlertsArn}'] };

export const functions = {
  StartWorkflow: {
    directory: 'start-workflow',
    description: 'Routes one object event to its workflow and starts it once',
    timeoutSeconds: 30,
    // A PDF of 10 MB is opened to see whether it carries the data of an invoice.
    memoryMb: 1024,
    environment: {
      ...common,
      BUCKET_NAME: '${BucketName}',
      INGEST_RECEIPT_ARN: '${IngestReceiptArn}',
      APPLY_PLAN_ARN: '${ApplyPlanArn}',
      APPLY_CORRECTION_ARN: '${ApplyCorrectionArn}',
      APPLY_RATES_ARN: '${ApplyRatesArn}',
      REJECT_OBJECT_ARN: '${RejectObjectArn}',
      TURNS_PER_SECOND: String(settings.turnsPerSecond),
      DEFAULT_USER: settings.defaultUser,
    },
    grants: [
      readTable,
      tableWrite('PutItem', 'UpdateItem'),
      { actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: ['${BucketArn}/*'] },
      listBucket,
      {
        actions: ['states:StartExecution'],
        resources: [
          '${IngestReceiptArn}',
          '${ApplyPlanArn}',
          '${ApplyCorrectionArn}',
          '${ApplyRatesArn}',
          '${RejectObjectArn}',
        ],
      },
      trace,
    ],
  },
  ReadAnalysis: {
    directory: 'read-analysis',
    description: 'Asks Textract whether the analysis is finished; if so stores every page of it as an artifact',
    timeoutSeconds: 60,
    memoryMb: 512,
    environment: { ...common, BUCKET_NAME: '${BucketName}' },
    grants: [{ actions: ['textract:GetExpenseAnalysis'], resources: ['*'] }, writeArtifacts, trace],
  },
  ReadStructuredInvoice: {
    directory: 'read-structured-invoice',
    description: 'Reads an invoice by the data that it carries, and stores it as the analysis of the document',
    timeoutSeconds: 60,
    memoryMb: 1024,
    environment: { ...common, BUCKET_NAME: '${BucketName}' },
    grants: [
      { actions: ['s3:GetObjectVersion'], resources: ['${BucketArn}/receipts/*'] },
      listBucket,
      writeArtifacts,
      trace,
    ],
  },
  StructureExpense: {
    directory: 'structure-expense',
    description: 'Turns a stored analysis into an expense, or into the reason why a person has to look at it',
    timeoutSeconds: 60,
    memoryMb: 1024,
    environment: {
      ...common,
      BUCKET_NAME: '${BucketName}',
      DEFAULT_LOCALE: settings.defaultLocale,
      DEFAULT_TIME_ZONE: settings.defaultTimeZone,
    },
    grants: [readTable, readArtifacts, readVersions('receipts/'), listBucket, writeArtifacts, trace],
  },
  RecordExpense: {
    directory: 'record-expense',
    description: 'Books an expense in one transaction, exactly once',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: { ...booking, BUCKET_NAME: '${BucketName}' },
    grants: [readTable, queryTable, tableWrite('PutItem', 'UpdateItem', 'DeleteItem'), readArtifacts, trace],
  },
  RecordOutcome: {
    directory: 'record-outcome',
    description: 'Closes a document as rejected, needs_review or failed, with a reason a person can act on',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: { ...claiming, BUCKET_NAME: '${BucketName}' },
    grants: [
      readTable,
      tableWrite('PutItem', 'UpdateItem', 'DeleteItem'),
      readArtifacts,
      readVersions('receipts/'),
      listBucket,
      startDelivery,
      trace,
    ],
  },
  CloseAbandoned: {
    directory: 'close-abandoned',
    description: 'Closes the document of an execution that no Catch could close: timed out, stopped or broken',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: claiming,
    grants: [readTable, tableWrite('PutItem'), startDelivery, trace],
  },
  CheckBudgets: {
    directory: 'check-budgets',
    description: 'Claims every threshold that the spending has reached, and once a day each limit that it heads beyond',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: claiming,
    grants: [readTable, queryTable, tableWrite('PutItem'), startDelivery, trace],
  },
  DeliverAlerts: {
    directory: 'deliver-alerts',
    description: 'Closes a window and sends what was claimed in it, one message per contact',
    // A night may leave ten thousand files that need somebody: each is read and marked, some hundred a second.
    timeoutSeconds: 300,
    memoryMb: 1024,
    environment: common,
    grants: [
      readTable,
      queryTable,
      queryIndex,
      tableWrite('PutItem', 'UpdateItem'),
      { actions: ['sns:Publish', 'sns:ListSubscriptionsByTopic'], resources: ['${TopicArnPrefix}*'] },
      trace,
    ],
  },
  ApplyPlan: {
    directory: 'apply-plan',
    description: "Reads, validates and applies a person's plan, newest event wins",
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: {
      ...common,
      BUCKET_NAME: '${BucketName}',
      DEFAULT_LOCALE: settings.defaultLocale,
      DEFAULT_TIME_ZONE: settings.defaultTimeZone,
    },
    grants: [
      readTable,
      queryTable,
      tableWrite('PutItem', 'UpdateItem', 'DeleteItem'),
      readVersions('budgets/'),
      listBucket,
      trace,
    ],
  },
  ApplyCorrection: {
    directory: 'apply-correction',
    description: 'Stores what a person states about a document, and starts the run that books it so',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: { ...common, BUCKET_NAME: '${BucketName}', INGEST_RECEIPT_ARN: '${IngestReceiptArn}' },
    grants: [
      readTable,
      tableWrite('PutItem', 'UpdateItem'),
      readVersions('corrections/'),
      readArtifacts,
      listBucket,
      { actions: ['states:StartExecution'], resources: ['${IngestReceiptArn}'] },
      trace,
    ],
  },
  ApplyRates: {
    directory: 'apply-rates',
    description: 'Reads, validates and stores a file of exchange rates, newest file wins, and names whom to check',
    // The whole history since 1999 is stored a day at a time: some ten seconds.
    timeoutSeconds: 300,
    memoryMb: 1024,
    environment: { ...common, BUCKET_NAME: '${BucketName}' },
    grants: [
      { actions: ['dynamodb:Query'], resources: ['${TableArn}', `\${TableArn}/index/${table.index.name}`] },
      tableWrite('PutItem'),
      { actions: ['s3:GetObjectVersion'], resources: ['${BucketArn}/rates/*'] },
      listBucket,
      trace,
    ],
  },
  EnsureContacts: {
    directory: 'ensure-contacts',
    description: 'Gives each contact of a plan its topic and subscription, and unsubscribes those that left it',
    timeoutSeconds: 60,
    memoryMb: 512,
    environment: { ...common, TOPIC_PREFIX: '${TopicPrefix}' },
    grants: [
      { actions: ['dynamodb:Query'], resources: ['${TableArn}', `\${TableArn}/index/${table.index.name}`] },
      tableWrite('UpdateItem', 'DeleteItem'),
      {
        actions: [
          'sns:CreateTopic',
          'sns:SetTopicAttributes',
          'sns:ListSubscriptionsByTopic',
          'sns:Subscribe',
          'sns:DeleteTopic',
        ],
        resources: ['${TopicArnPrefix}*'],
      },
      { actions: ['sns:GetSMSSandboxAccountStatus', 'sns:ListSMSSandboxPhoneNumbers'], resources: ['*'] },
      trace,
    ],
  },
  FindDuePeople: {
    directory: 'find-due-people',
    description: 'Finds the people whose day has begun and who were not looked at today',
    timeoutSeconds: 60,
    memoryMb: 512,
    environment: common,
    grants: [readTable, queryIndex, trace],
  },
  ClaimDigests: {
    directory: 'claim-digests',
    description:
      'Claims the summaries of a week or month just over and the invoices that fall due, and notes the look at the person',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: claiming,
    grants: [readTable, queryTable, tableWrite('PutItem'), startDelivery, trace],
  },
  Sweep: {
    directory: 'sweep',
    description: 'Has windows sent that closed with alerts unsent, and closes documents past their deadline',
    timeoutSeconds: 60,
    memoryMb: 512,
    environment: { ...claiming, UNSENT_AFTER_SECONDS: String(settings.unsentAfterSeconds) },
    grants: [
      readTable,
      { actions: ['dynamodb:Query'], resources: ['${TableArn}', `\${TableArn}/index/${table.index.name}`] },
      tableWrite('PutItem'),
      startDelivery,
      trace,
    ],
  },
} as const satisfies Record<string, FunctionDeclaration>;

export type FunctionId = keyof typeof functions;

const invoke = (...ids: FunctionId[]): Grant => ({
  actions: ['lambda:InvokeFunction'],
  resources: ids.map((id) => `\${${id}FunctionArn}`),
});

export const machines = {
  DeliverAlerts: {
    name: 'deliver-alerts',
    file: 'statemachines/deliver-alerts.asl.json',
    grants: [invoke('DeliverAlerts')],
  },
  IngestReceipt: {
    name: 'ingest-receipt',
    file: 'statemachines/ingest-receipt.asl.json',
    grants: [
      { actions: ['textract:StartExpenseAnalysis'], resources: ['*'] },
      readVersions('receipts/'),
      invoke(
        'ReadAnalysis',
        'ReadStructuredInvoice',
        'StructureExpense',
        'RecordExpense',
        'CheckBudgets',
        'RecordOutcome',
      ),
    ],
  },
  ApplyPlan: {
    name: 'apply-plan',
    file: 'statemachines/apply-plan.asl.json',
    grants: [invoke('ApplyPlan', 'EnsureContacts', 'CheckBudgets', 'RecordOutcome')],
  },
  ApplyCorrection: {
    name: 'apply-correction',
    file: 'statemachines/apply-correction.asl.json',
    grants: [invoke('ApplyCorrection', 'RecordOutcome')],
  },
  ApplyRates: {
    name: 'apply-rates',
    file: 'statemachines/apply-rates.asl.json',
    grants: [invoke('ApplyRates', 'CheckBudgets', 'RecordOutcome')],
  },
  RejectObject: {
    name: 'reject-object',
    file: 'statemachines/reject-object.asl.json',
    grants: [invoke('RecordOutcome')],
  },
  LookAhead: {
    name: 'look-ahead',
    file: 'statemachines/look-ahead.asl.json',
    grants: [invoke('FindDuePeople', 'CheckBudgets', 'ClaimDigests')],
  },
  Sweep: {
    name: 'sweep',
    file: 'statemachines/sweep.asl.json',
    grants: [invoke('Sweep')],
  },
} as const satisfies Record<string, MachineDeclaration>;

export type MachineId = keyof typeof machines;

/** The queue between the bucket's events and `StartWorkflow`. Visibility is at least 6 × the function's timeout. */
export const ingestQueue = {
  name: 'ingest',
  consumer: 'StartWorkflow',
  batchSize: 1,
  maximumConcurrency: 10,
  visibilityTimeoutSeconds: 6 * functions.StartWorkflow.timeoutSeconds,
  maxReceiveCount: 10,
  retentionDays: 14,
} as const;

/** EventBridge rules. `artifacts/` is ours and triggers nothing; a deletion matters only for a plan. */
export const rules = {
  ObjectEvents: {
    description: 'Every object created outside artifacts/, and every plan deleted by a person',
    pattern: {
      source: ['aws.s3'],
      $or: [
        {
          'detail-type': ['Object Created'],
          detail: {
            bucket: { name: ['${BucketName}'] },
            object: { key: [{ 'anything-but': { prefix: 'artifacts/' } }] },
          },
        },
        {
          'detail-type': ['Object Deleted'],
          detail: {
            bucket: { name: ['${BucketName}'] },
            object: { key: [{ prefix: 'budgets/' }] },
            reason: [{ 'anything-but': ['Lifecycle Expiration'] }],
          },
        },
      ],
    },
    target: { queue: 'ingest' },
  },
  ExecutionsThatFailed: {
    description: 'Executions that ended without closing their document',
    pattern: {
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: {
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        stateMachineArn: [
          '${IngestReceiptArn}',
          '${ApplyPlanArn}',
          '${ApplyCorrectionArn}',
          '${ApplyRatesArn}',
          '${RejectObjectArn}',
        ],
      },
    },
    target: { function: 'CloseAbandoned' },
  },
} as const;

/** Machines that run by the clock. */
export const schedules = {
  Sweep: { machine: 'Sweep', everyMinutes: settings.sweepEveryMinutes },
  LookAhead: { machine: 'LookAhead', everyMinutes: 60 },
} as const satisfies Record<string, { readonly machine: MachineId; readonly everyMinutes: number }>;
