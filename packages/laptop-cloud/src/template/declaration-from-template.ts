import type { CloudDeclaration } from '../cloud/declaration.ts';
import { DEFAULT_PORT } from '../cloud.ts';
import { readAssets } from './assets.ts';
import { readBucket, readBucketNotifications } from './read-bucket.ts';
import { readFunction } from './read-function.ts';
import { readMachine } from './read-machine.ts';
import { readEventSourceMapping, readQueue } from './read-queue.ts';
import { readRule, readSchedule } from './read-rule.ts';
import { readTable } from './read-table.ts';
import { readTemplates } from './read-templates.ts';
import { readSubscription, readTopic } from './read-topic.ts';
import { type Draft, type Reading, Resource } from './reading.ts';
import { type LeftOut, NotRun } from './template.ts';
import { templateScope } from './template-scope.ts';

export interface TemplateOptions {
  /** The port that the cloud will listen on: queues' addresses hold it. @default 4566 */
  readonly port?: number;
  /** Values of the template's parameters. @default - their defaults */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What a template declares, and what of it does not run here. */
export interface TemplateReading {
  readonly declaration: CloudDeclaration;
  /** In the template's order; a resource may stand here with what of it does not run, though the rest does. */
  readonly leftOut: readonly LeftOut[];
}

type ReadResource = (resource: Resource) => void | Promise<void>;

const READERS: Readonly<Record<string, ReadResource>> = {
  'AWS::DynamoDB::GlobalTable': readTable,
  'AWS::DynamoDB::Table': readTable,
  'AWS::Events::Rule': readRule,
  'AWS::Lambda::EventSourceMapping': readEventSourceMapping,
  'AWS::Lambda::Function': readFunction,
  'AWS::S3::Bucket': readBucket,
  'AWS::SNS::Subscription': readSubscription,
  'AWS::SNS::Topic': readTopic,
  'AWS::SQS::Queue': readQueue,
  'AWS::Scheduler::Schedule': readSchedule,
  'AWS::StepFunctions::StateMachine': readMachine,
  'Custom::S3BucketNotifications': readBucketNotifications,
};

/**
 * Types that declare nothing that would run: permissions are read with whom they are for, log lines lie in files, and
 * whoever may call our own parts from outside is not asked here.
 */
const WITHOUT_WORK = new Set([
  'AWS::CDK::Metadata',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

/**
 * Reads what a synthesised template declares, with the assets that lie beside it: `cdk.out/Library.template.json`.
 * Functions and machines are held to the policies of their roles.
 *
 * @param files The template, or those of all stacks that refer to each other.
 * @throws TemplateError when a file is no template, or two of them have a resource of the same logical id.
 */
export async function declarationFromTemplate(
  files: string | readonly string[],
  options: TemplateOptions = {},
): Promise<TemplateReading> {
  const { port = DEFAULT_PORT, parameters = {} } = options;
  const paths = typeof files === 'string' ? [files] : files;
  const template = await readTemplates(paths);
  const draft: Draft = {
    tables: [],
    functions: [],
    machines: [],
    queues: [],
    rules: [],
    schedules: [],
    topics: [],
  };
  const reading: Reading = {
    template,
    scope: templateScope(template, parameters, `http://127.0.0.1:${port}`),
    assets: await readAssets(paths),
    draft,
    leftOut: [],
  };
  for (const [logicalId, raw] of Object.entries(template.Resources)) {
    await readResource(new Resource(logicalId, raw, reading));
  }
  return { declaration: draft, leftOut: reading.leftOut };
}

async function readResource(resource: Resource): Promise<void> {
  const { Type, Condition } = resource.raw;
  if (WITHOUT_WORK.has(Type)) return;
  const read = READERS[Type];
  if (!read) return resource.note('nothing here serves it');
  if (Condition !== undefined) return resource.note(`it stands under the condition ${Condition}`);
  try {
    await read(resource);
  } catch (error) {
    if (!(error instanceof NotRun)) throw error;
    resource.note(error.message);
  }
}
