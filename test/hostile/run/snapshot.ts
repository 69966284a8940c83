import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paginateListTables } from '@aws-sdk/client-dynamodb';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import {
  ListActivitiesCommand,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { paginateListSubscriptions, paginateListTopics, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { bucketName } from '../../../laptop/names.ts';
import { machines, scheduledMachines } from '../../../lib/topology.ts';
import { allItems } from './documents.ts';
import type { Product } from './product.ts';

/** Everything that a request could change, as lines. */
export type Snapshot = ReadonlySet<string>;

/** What the clock starts is nobody's request. */
const BY_THE_CLOCK: readonly string[] = scheduledMachines.map((id) => machines[id].name);

/** Looks at everything that a request could change. */
export async function takeSnapshot({ endpoint, credentials, table, dataDirectory }: Product): Promise<Snapshot> {
  const config = { endpoint, region: 'us-east-1', credentials };
  const [s3, sfn] = [new S3Client({ ...config, forcePathStyle: true }), new SFNClient(config)];
  const [sns, sqs, lambda] = [new SNSClient(config), new SQSClient(config), new LambdaClient(config)];
  const lines: string[] = [];
  const add = (name: string, value: unknown) => lines.push(`${name} ${JSON.stringify(value)}`);
  try {
    for (const item of await allItems(table)) add(`item ${item.PK} ${item.SK}`, sha256(JSON.stringify(item)));
    for await (const { TableNames } of paginateListTables({ client: table.client }, {})) add('tables', TableNames);
    for (const version of await allVersions(s3)) add('object', version);
    for await (const { stateMachines = [] } of paginateListStateMachines({ client: sfn }, {})) {
      for (const { name, stateMachineArn } of stateMachines) {
        add('machine', name);
        if (BY_THE_CLOCK.includes(name ?? '')) continue;
        for await (const { executions = [] } of paginateListExecutions({ client: sfn }, { stateMachineArn })) {
          for (const { executionArn, status } of executions) add('execution', [executionArn, status]);
        }
      }
    }
    add(
      'activities',
      (await sfn.send(new ListActivitiesCommand({}))).activities?.map(({ name }) => name),
    );
    for await (const { Topics = [] } of paginateListTopics({ client: sns }, {}))
      for (const { TopicArn } of Topics) add('topic', TopicArn);
    for await (const { Subscriptions = [] } of paginateListSubscriptions({ client: sns }, {})) {
      for (const { SubscriptionArn } of Subscriptions) add('subscription', SubscriptionArn);
    }
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
    for (const QueueUrl of QueueUrls) {
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      add('queue', [QueueUrl, Attributes]);
    }
    add(
      'functions',
      (await lambda.send(new ListFunctionsCommand({}))).Functions?.map(({ FunctionName }) => FunctionName),
    );
    for (const name of await readdir(join(dataDirectory, 'outbox'))) add('message', name);
    for (const name of ['aws.env', '.spendwire/credentials/own.json'])
      add('file', sha256(await readFile(join(dataDirectory, name), 'utf8')));
  } finally {
    for (const client of [s3, sfn, sns, sqs, lambda]) client.destroy();
  }
  return new Set(lines);
}

async function allVersions(s3: S3Client): Promise<unknown[]> {
  const versions: unknown[] = [];
  let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
  for (;;) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket: bucketName, EncodingType: 'url', ...marker }));
    for (const { Key, VersionId, ETag } of page.Versions ?? []) versions.push([Key, VersionId, ETag]);
    for (const { Key, VersionId } of page.DeleteMarkers ?? []) versions.push([Key, VersionId, 'deleted']);
    if (!page.IsTruncated) return versions;
    marker = {
      KeyMarker: page.NextKeyMarker && decodeURIComponent(page.NextKeyMarker.replaceAll('+', ' ')),
      VersionIdMarker: page.NextVersionIdMarker,
    };
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What is there now and was not before, with a plus, and the other way round, with a minus. */
export const changesBetween = (before: Snapshot, after: Snapshot): string[] => [
  ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
];
