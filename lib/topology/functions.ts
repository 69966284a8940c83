import type { FunctionDeclaration, Grant } from './declarations.ts';
import {
  listBucket,
  queryIndex,
  queryTable,
  readArtifacts,
  readMany,
  readTable,
  readVersions,
  tableWrite,
  trace,
  writeArtifacts,
  writeLongArtifacts,
} from './grants.ts';
import { settings } from './settings.ts';
import { table } from './table.ts';

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
      MAX_PAGES: String(settings.maxPages),
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
    // 3,000 pages come in 150 answers, each of which may wait for the quota of the account.
    timeoutSeconds: 300,
    memoryMb: 512,
    environment: { ...common, BUCKET_NAME: '${BucketName}' },
    grants: [{ actions: ['textract:GetExpenseAnalysis'], resources: ['*'] }, writeLongArtifacts, trace],
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
    asksBedrock: true,
    // Some tenths of a second a page that is looked at, and the whole file is hashed.
    timeoutSeconds: 300,
    memoryMb: 1024,
    environment: {
      ...common,
      BUCKET_NAME: '${BucketName}',
      DEFAULT_LOCALE: settings.defaultLocale,
      DEFAULT_TIME_ZONE: settings.defaultTimeZone,
      BEDROCK_MODEL: settings.bedrockModel,
      MAX_PAGES: String(settings.maxPages),
      SECONDS_PER_PAGE: String(settings.secondsPerPage),
    },
    grants: [readTable, readArtifacts, readVersions('receipts/'), listBucket, writeArtifacts, trace],
  },
  RecordExpense: {
    directory: 'record-expense',
    description: 'Books an expense in one transaction, exactly once',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: { ...booking, BUCKET_NAME: '${BucketName}' },
    grants: [readTable, readMany, queryTable, tableWrite('PutItem', 'UpdateItem', 'DeleteItem'), readArtifacts, trace],
  },
  RecordOutcome: {
    directory: 'record-outcome',
    description: 'Closes a document as rejected, needs_review or failed, with a reason a person can act on',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: { ...claiming, BUCKET_NAME: '${BucketName}', UPLOAD_KEY_ARN: settings.uploadKeyArn },
    grants: [
      readTable,
      readMany,
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
    grants: [readTable, readMany, queryTable, tableWrite('PutItem'), startDelivery, trace],
  },
  DeliverAlerts: {
    directory: 'deliver-alerts',
    description: 'Closes a window and sends what was claimed in it, one message per contact',
    // A night may leave ten thousand files that need somebody: they are read and marked by hundreds.
    timeoutSeconds: 300,
    memoryMb: 1024,
    environment: common,
    grants: [
      readTable,
      readMany,
      queryTable,
      queryIndex,
      tableWrite('PutItem', 'UpdateItem', 'DeleteItem'),
      { actions: ['sns:Publish', 'sns:ListSubscriptionsByTopic'], resources: ['${TopicArnPrefix}*'] },
      { actions: ['sns:GetSMSSandboxAccountStatus', 'sns:ListSMSSandboxPhoneNumbers'], resources: ['*'] },
      trace,
    ],
  },
  ApplyPlan: {
    directory: 'apply-plan',
    description: "Reads, validates and applies a person's plan, newest event wins",
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: {
      ...booking,
      BUCKET_NAME: '${BucketName}',
      DEFAULT_LOCALE: settings.defaultLocale,
      DEFAULT_TIME_ZONE: settings.defaultTimeZone,
    },
    grants: [
      readTable,
      readMany,
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
    environment: {
      ...common,
      BUCKET_NAME: '${BucketName}',
      INGEST_RECEIPT_ARN: '${IngestReceiptArn}',
      TURNS_PER_SECOND: String(settings.turnsPerSecond),
    },
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
    description: 'Reads, validates and stores a file of exchange rates, newest file wins',
    // The whole history since 1999 is stored a month at a time: some ten seconds.
    timeoutSeconds: 300,
    memoryMb: 1024,
    environment: { ...common, BUCKET_NAME: '${BucketName}' },
    grants: [
      queryTable,
      tableWrite('PutItem', 'UpdateItem'),
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
  FindMissing: {
    directory: 'find-missing',
    description: 'Finds uploads, and deletions of plans, whose event was lost, and starts their workflows',
    // It looks for half a minute and leaves off; then what it has begun to start is started.
    timeoutSeconds: 120,
    memoryMb: 512,
    environment: { ...common, BUCKET_NAME: '${BucketName}', START_WORKFLOW_ARN: '${StartWorkflowFunctionArn}' },
    grants: [
      readTable,
      queryIndex,
      { actions: ['s3:ListBucketVersions'], resources: ['${BucketArn}'] },
      { actions: ['lambda:InvokeFunction'], resources: ['${StartWorkflowFunctionArn}'] },
      trace,
    ],
  },
  FindDuePeople: {
    directory: 'find-due-people',
    description: 'Finds the people whose day has begun and who were not looked at today, a page at a time',
    timeoutSeconds: 60,
    memoryMb: 512,
    environment: common,
    grants: [readTable, queryIndex, trace],
  },
  FindPeople: {
    directory: 'find-people',
    description: 'Names the people with a plan in force, a page at a time',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: common,
    grants: [queryIndex, trace],
  },
  ClaimDigests: {
    directory: 'claim-digests',
    description:
      'Claims summaries, invoices that fall due and mailboxes that were unsubscribed, and notes the look at the person',
    timeoutSeconds: 30,
    memoryMb: 512,
    environment: claiming,
    grants: [
      readTable,
      queryTable,
      tableWrite('PutItem', 'UpdateItem'),
      { actions: ['sns:ListSubscriptionsByTopic'], resources: ['${TopicArnPrefix}*'] },
      startDelivery,
      trace,
    ],
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
