import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { clientEnvironment, expectMainJob, isThere, PLAN, RECEIPT, RECEIPT_KEY, run, withClient } from './main-job.ts';

/** Another one than the first on the path: `AWS_CLI=/usr/bin/aws npm run test:clients`. */
const program = process.env['AWS_CLI'] ?? 'aws';
const isInstalled = await isThere(program, '--version');
if (!isInstalled) console.info(`left out: the main job with the AWS CLI, for there is no program "${program}"`);

describe.skipIf(!isInstalled)('the AWS CLI', () => {
  it('drives the main job alone, from the upload to the trace', { timeout: 180_000 }, async () => {
    const findings = await withClient(async (cloud, folder) => {
      const aws = async (...parameters: string[]) => {
        const common = ['--endpoint-url', cloud.endpoint, '--output', 'json'];
        return run(program, [...common, ...parameters], clientEnvironment(folder));
      };
      const ask = async (...parameters: string[]) => JSON.parse((await aws(...parameters)) || '{}');
      const query = async (partition: string, prefix: string): Promise<Record<string, Record<string, string>>[]> => {
        const values = { ':partition': { S: partition }, ':prefix': { S: prefix } };
        const condition = 'PK = :partition AND begins_with(SK, :prefix)';
        const { Items } = await ask(
          ...['dynamodb', 'query', '--table-name', cloud.tableName, '--key-condition-expression', condition],
          ...['--expression-attribute-values', JSON.stringify(values)],
        );
        return Items;
      };
      const ended = async (machine: string): Promise<{ executionArn: string; status: string }[]> => {
        for (;;) {
          const { executions } = await ask('stepfunctions', 'list-executions', '--state-machine-arn', machine);
          if (executions.length > 0 && executions.every(({ status }: { status: string }) => status !== 'RUNNING')) {
            return executions;
          }
          await pause(200);
        }
      };
      const machineArn = (id: string) => cloud.values[`${id}Arn`] ?? '';

      await aws('s3', 'cp', PLAN, `s3://${cloud.bucketName}/budgets/alice.yaml`);
      await ended(machineArn('ApplyPlan'));
      await aws('s3', 'cp', RECEIPT, `s3://${cloud.bucketName}/${RECEIPT_KEY}`);
      const executions = await ended(machineArn('IngestReceipt'));
      await ended(machineArn('DeliverAlerts'));
      const executionArn = executions[0]?.executionArn ?? '';
      const { input } = await ask('stepfunctions', 'describe-execution', '--execution-arn', executionArn);
      const { events } = await ask('stepfunctions', 'get-execution-history', '--execution-arn', executionArn);
      const { documentId } = JSON.parse(input);
      const [document] = await query(`DOCUMENT#${documentId}`, 'METADATA');
      const traceId = document?.['traceId']?.['S'] ?? '';
      const { Traces } = await ask('xray', 'batch-get-traces', '--trace-ids', traceId);
      const times = ['--start-time', '2026-11-20T00:00:00Z', '--end-time', '2026-11-21T00:00:00Z'];
      const filter = ['--filter-expression', `annotation.documentId = "${documentId}"`];
      const { TraceSummaries } = await ask('xray', 'get-trace-summaries', ...times, ...filter);
      const listed = await ask('s3api', 'list-objects-v2', '--bucket', cloud.bucketName);
      const copy = join(folder, 'copy.jpg');
      await aws('s3', 'cp', `s3://${cloud.bucketName}/${RECEIPT_KEY}`, copy);
      const { Topics } = await ask('sns', 'list-topics');
      const { Subscriptions } = await ask('sns', 'list-subscriptions');
      const { QueueUrl } = await ask('sqs', 'get-queue-url', '--queue-name', 'ingest-dead-letters');
      const { Attributes } = await ask(
        'sqs',
        'get-queue-attributes',
        '--queue-url',
        QueueUrl,
        '--attribute-names',
        'All',
      );

      return {
        executions: executions.map(({ status }) => status),
        states: events.flatMap((event: Event) => event.stateEnteredEventDetails?.name ?? []),
        objects: listed.Contents.map(({ Key }: { Key: string }) => Key),
        downloadedBytes: (await stat(copy)).size,
        amounts: (await query('USER#alice', 'EXPENSE#')).map(({ amountMinor }) => Number(amountMinor?.['N'])),
        messages: (await query('USER#alice', 'NOTIFICATION#')).map(({ text }) => text?.['S'] ?? ''),
        topics: Topics.map(({ TopicArn }: { TopicArn: string }) => TopicArn),
        subscriptions: Subscriptions.map(({ Endpoint }: { Endpoint: string }) => Endpoint),
        deadLetters: Number(Attributes.ApproximateNumberOfMessages),
        traced: Traces[0].Segments.flatMap(({ Document }: { Document: string }) => namesIn(JSON.parse(Document))),
        tracesFound: TraceSummaries.length,
      };
    });

    expectMainJob(findings, (await stat(RECEIPT)).size);
  });
});

interface Event {
  readonly stateEnteredEventDetails?: { readonly name: string };
}

interface Segment {
  readonly name: string;
  readonly subsegments?: readonly Segment[];
}

const namesIn = ({ name, subsegments = [] }: Segment): string[] => [name, ...subsegments.flatMap(namesIn)];
