import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ListSubscriptionsCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localArn } from '../../src/index.ts';
import { browserPath } from './open-browser.ts';
import { openStage, type Stage } from './open-stage.ts';

const TopicArn = localArn('sns', 'alerts');
const SUBSCRIBE = new URLSearchParams({
  ...{ Action: 'Subscribe', Version: '2010-03-31', TopicArn, Protocol: 'email', Endpoint: 'thief@example.com' },
}).toString();
const SEND = new URLSearchParams({
  ...{ Action: 'SendMessage', Version: '2012-11-05', QueueUrl: '/orders', MessageBody: 'forged' },
}).toString();

/** A presignature that anybody can make up: the key is not ours. */
const madeUp = (service: string) =>
  new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `AKIAMADEUP/20261130/us-east-1/${service}/aws4_request`,
    'X-Amz-Date': '20261130T000000Z',
    'X-Amz-Expires': '604800',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': '0'.repeat(64),
  }).toString();
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=any/20261130/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=00';
const form = (action: string, fields: string, more = '') =>
  `<iframe name=f></iframe><form id=go method=post target=f ${more} action="${action}">${[
    ...new URLSearchParams(fields),
  ]
    .map(([name, value]) => `<input name="${name}" value="${value}">`)
    .join('')}</form><script>document.getElementById('go').submit()</script>`;

/** How the browser says that it did not send a request, or does not show the page what came back. */
const UNSENT = ['net::ERR_FAILED', 'net::ERR_ABORTED', 'net::ERR_BLOCKED_BY_ORB'];

/** What a page may try, as its HTML; `port` is the cloud's address. */
const ATTACKS: Readonly<Record<string, (port: string) => string>> = {
  'a picture whose address subscribes': (port) => `<img src="${port}/?${SUBSCRIBE}">`,
  'a picture whose address is signed by somebody': (port) => `<img src="${port}/?${SUBSCRIBE}&${madeUp('sns')}">`,
  'a picture that sends to a queue': (port) => `<img src="${port}/orders?${SEND}&${madeUp('sqs')}">`,
  'a script, a style, a frame, an object': (port) =>
    ['script src', 'link rel=stylesheet href', 'iframe src', 'object data']
      .map((tag) => `<${tag}="${port}/?${SUBSCRIBE}&${madeUp('sns')}"></${tag.split(' ')[0]}>`)
      .join(''),
  'a form that subscribes': (port) => form(`${port}/`, SUBSCRIBE),
  'a form whose address is signed by somebody': (port) => form(`${port}/?${madeUp('sns')}`, SUBSCRIBE),
  'a form that sends to a queue': (port) => form(`${port}/orders?${madeUp('sqs')}`, SEND),
  'a form with plain text': (port) => form(`${port}/?${madeUp('sns')}`, SUBSCRIBE, 'enctype=text/plain'),
  'a form that uploads': (port) =>
    form(`${port}/bucket`, `key=receipts/alice/forged.txt&file=forged&${madeUp('s3')}`, 'enctype=multipart/form-data'),
  'a simple request by script': (port) =>
    `<script>fetch('${port}/?${madeUp('sns')}', { method: 'POST', mode: 'no-cors', body: new URLSearchParams('${SUBSCRIBE}') })</script>`,
  'a beacon': (port) =>
    `<script>navigator.sendBeacon('${port}/?${madeUp('sns')}', new URLSearchParams('${SUBSCRIBE}'))</script>`,
  'a request with a header of its own': (port) =>
    `<script>fetch('${port}/', { method: 'POST', headers: { Authorization: '${AUTHORIZATION}' }, body: new URLSearchParams('${SUBSCRIBE}') }).catch(() => 0)</script>`,
  'an upload by script': (port) =>
    `<script>fetch('${port}/bucket/receipts/alice/forged.txt?${madeUp('s3')}', { method: 'PUT', body: 'forged' }).catch(() => 0)</script>`,
  'its own address, left for ours': (port) => `<script>location = '${port}/?${SUBSCRIBE}&${madeUp('sns')}'</script>`,
};

describe.skipIf(!browserPath)('a page of somebody else, in a real browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ topics: [{ name: 'alerts' }], queues: [{ name: 'orders' }] });
  });
  afterAll(() => stage?.close());

  /** What may have been changed. */
  async function state() {
    const { cloud } = stage;
    const { Subscriptions = [] } = await new SNSClient(cloud.clientConfig).send(new ListSubscriptionsCommand({}));
    const { Attributes } = await new SQSClient(cloud.clientConfig).send(
      new GetQueueAttributesCommand({ QueueUrl: '/orders', AttributeNames: ['All'] }),
    );
    const { Contents = [] } = await new S3Client(cloud.clientConfig).send(
      new ListObjectsV2Command({ Bucket: 'bucket' }),
    );
    return {
      subscribed: Subscriptions.map(({ Endpoint }) => Endpoint),
      messages: Attributes?.ApproximateNumberOfMessages,
      objects: Contents.map(({ Key }) => Key),
    };
  }

  /** Opens a page, and tells how each request that it made of the cloud was answered. */
  async function answersTo(page: Page, address: string): Promise<(number | string)[]> {
    const answers: (number | string)[] = [];
    const { cloud } = stage;
    const isOurs = (url: string) => new URL(url).port === String(cloud.port);
    page.on('response', (response) => isOurs(response.url()) && answers.push(response.status()));
    page.on('requestfailed', (request) => isOurs(request.url()) && answers.push(request.failure()?.errorText ?? '?'));
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBeGreaterThan(0);
    return answers;
  }

  const hosts = ['127.0.0.1', 'localhost'] as const;
  it.each(
    Object.entries(ATTACKS).flatMap(([title, attack]) => hosts.map((host) => ({ title, attack, host }))),
  )('changes nothing by $title, from $host', async ({ attack, host }) => {
    const { browser, cloud, foreign } = stage;
    const page = await browser.newPage();
    const before = await state();

    const answers = await answersTo(page, foreign.serve(attack(cloud.endpoint), host));

    expect(await state()).toEqual(before);
    for (const answer of answers) expect([400, 403, 405, ...UNSENT]).toContain(answer);
    await page.close();
  });

  it('changes nothing by an address that a person is made to type or click on', async () => {
    const { browser, cloud } = stage;
    const page = await browser.newPage();

    const answers = [];
    for (const address of [`/?${SUBSCRIBE}`, `/?${SUBSCRIBE}&${madeUp('sns')}`, `/orders?${SEND}&${madeUp('sqs')}`]) {
      answers.push((await page.goto(cloud.endpoint + address))?.status());
    }

    expect(answers).toEqual([403, 403, 403]);
    expect(await state()).toMatchObject({ subscribed: [], messages: '0' });
    await page.close();
  });

  it('is told apart from a client that signs its headers, with any key', async () => {
    const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
    const sns = new SNSClient({ ...stage.cloud.clientConfig, credentials });

    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'alice@example.com' }));

    expect((await state()).subscribed).toEqual(['alice@example.com']);
  });
});
