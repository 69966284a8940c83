import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type CloudDeclaration,
  type CloudOptions,
  functionArn,
  type LaptopCloud,
  localArn,
  machineArn,
  type OutboxMessage,
  startLaptopCloud,
} from '../src/index.ts';
import { temporaryDirectory } from './temporary-directory.ts';

async function start(declaration: CloudDeclaration, options: CloudOptions = {}) {
  const everyday = { dataDirectory: await temporaryDirectory(), port: 0 };
  const cloud = await startLaptopCloud(declaration, { ...everyday, ...options });
  onTestFinished(() => cloud.close());
  return cloud;
}

async function functionFolder(source: string): Promise<string> {
  const folder = join(await temporaryDirectory(), 'function');
  await mkdir(folder);
  await writeFile(join(folder, 'index.mjs'), source);
  return folder;
}

const waiting = async ({ events }: LaptopCloud, queue: string) => {
  const QueueUrl = `/${queue}`;
  const answer = await events.sqs.operations.GetQueueAttributes?.({ QueueUrl, AttributeNames: ['All'] }, {});
  return (answer?.['Attributes'] as Record<string, string>)['ApproximateNumberOfMessages'];
};

describe('startLaptopCloud', () => {
  it('needs nothing but names: what a declaration leaves out is as on AWS', async () => {
    const bundleDirectory = await functionFolder(
      'export const handler = async () => [process.env.AWS_ACCESS_KEY_ID, process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE];',
    );

    const cloud = await start({ functions: [{ name: 'who', bundleDirectory }], queues: [{ name: 'orders' }] });

    expect((await cloud.lambda.invoke('who', {})).payload).toEqual(['who', '128']);
    expect(await waiting(cloud, 'orders')).toBe('0');
    expect(await cloud.s3.operations.ListObjectsV2?.({ Bucket: 'bucket' }, {})).toMatchObject({ KeyCount: 0 });
  });

  it('puts what a function gives up on into the dead letters that its queue names, which two may share', async () => {
    const bundleDirectory = await functionFolder("export const handler = async () => { throw new Error('no'); };");
    const queue = (name: string) => ({
      name,
      maxReceiveCount: 1,
      visibilityTimeoutSeconds: 1,
      deadLetterQueue: 'lost',
      consumer: { functionName: 'fail' },
    });

    const cloud = await start({
      functions: [{ name: 'fail', bundleDirectory }],
      queues: [queue('orders'), queue('returns')],
    });
    for (const name of ['orders', 'returns']) {
      await cloud.events.sqs.operations.SendMessage?.({ QueueUrl: `/${name}`, MessageBody: 'a' }, {});
    }
    await cloud.idle();

    expect(await waiting(cloud, 'lost')).toBe('2');
  });

  it('has the topics that are declared, and sends their messages to whoever subscribed', async () => {
    const messages: OutboxMessage[] = [];
    const address = 'ada@example.com';
    const cloud = await start(
      { topics: [{ name: 'news', subscriptions: [{ protocol: 'email', address }] }] },
      { onMessage: (message) => messages.push(message) },
    );

    await cloud.sns.operations.Publish?.({ TopicArn: localArn('sns', 'news'), Message: 'A new book is in' }, {});

    expect(messages).toMatchObject([{ protocol: 'email', address, body: expect.stringContaining('A new book is in') }]);
  });

  it('holds a machine to its grants, and lets one without any do everything', async () => {
    const bundleDirectory = await functionFolder('export const handler = async () => "done";');
    const States = { Call: { Type: 'Task', Resource: functionArn('work'), End: true } };
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Call', States });
    const ends: string[] = [];

    const cloud = await start(
      {
        functions: [{ name: 'work', bundleDirectory }],
        machines: [
          { name: 'free', definition },
          {
            name: 'held',
            definition,
            grants: [{ actions: ['lambda:InvokeFunction'], resources: [functionArn('other')] }],
          },
        ],
      },
      { onExecution: ({ machineName, state, status }) => state ?? ends.push(`${machineName} ${status}`) },
    );
    for (const name of ['free', 'held']) {
      await cloud.states.operations.StartExecution?.({ stateMachineArn: machineArn(name) }, {});
    }
    await cloud.idle();

    expect(ends.sort()).toEqual(['free SUCCEEDED', 'held FAILED']);
  });

  it('fails with the name of a machine that it cannot run', async () => {
    await expect(start({ machines: [{ name: 'broken', definition: '{}' }] })).rejects.toThrow(/^broken: .*States/);
  });
});
