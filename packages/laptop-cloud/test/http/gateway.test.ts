import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { DynamoDBClient, ListTablesCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Gateway, PortInUseError, startGateway } from '../../src/http/gateway.ts';
import { jsonHandler } from '../../src/http/json-service.ts';
import { Permissions } from '../../src/http/permissions.ts';
import { type Caller, readBody, type Service } from '../../src/http/service.ts';
import { clientConfig, openTestGateway, ownSecret } from './test-gateway.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/ledger';

describe('startGateway', () => {
  it('hands a request to the service that its signature names, with its body and caller', async () => {
    const { service, received } = recordingTable();
    const gateway = await open([service]);
    const client = new DynamoDBClient(clientConfig(gateway));

    await client.send(new PutItemCommand({ TableName: 'ledger', Item: { PK: { S: 'ü' } } }));

    expect(received).toEqual([
      { operation: 'PutItem', input: { TableName: 'ledger', Item: { PK: { S: 'ü' } } }, accessKeyId: 'laptop' },
    ]);
  });

  it('fails a signature with our key that was made with another secret', async () => {
    const gateway = await open([recordingTable().service]);
    const credentials = { accessKeyId: 'laptop', secretAccessKey: 'guessed' };
    const client = new DynamoDBClient(clientConfig(gateway, credentials));

    const answer = client.send(new ListTablesCommand({}));

    await expect(answer).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });

  it('takes credentials that are not ours as they are', async () => {
    const { service, received } = recordingTable();
    const gateway = await open([service]);
    const client = new DynamoDBClient(clientConfig(gateway, { accessKeyId: 'AKIA', secretAccessKey: 'any' }));

    await client.send(new ListTablesCommand({}));

    expect(received).toMatchObject([{ operation: 'ListTables', accessKeyId: 'AKIA' }]);
  });

  it('verifies S3 requests with unusual keys and leaves their bodies to the service', async () => {
    const { service, bodies } = recordingBucket();
    const gateway = await open([service]);
    const client = new S3Client({ ...clientConfig(gateway), forcePathStyle: true });

    await client.send(new PutObjectCommand({ Bucket: 'b', Key: "a b/ü+%(1)'!*.txt", Body: 'hello' }));
    await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'x', VersionId: 'v 1' }));

    expect(bodies[0]).toContain('hello');
    expect(bodies).toHaveLength(2);
  });

  it('fails an S3 request signed with another secret in the format of S3', async () => {
    const gateway = await open([recordingBucket().service]);
    const credentials = { accessKeyId: 'laptop', secretAccessKey: 'guessed' };
    const client = new S3Client({ ...clientConfig(gateway, credentials), forcePathStyle: true });

    const answer = client.send(new GetObjectCommand({ Bucket: 'b', Key: 'x' }));

    await expect(answer).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });

  it('fails for a service that is not there and says which are', async () => {
    const gateway = await open([recordingBucket().service]);
    const client = new DynamoDBClient(clientConfig(gateway));

    const answer = client.send(new ListTablesCommand({}));

    await expect(answer).rejects.toThrow('does not serve "dynamodb"; served are s3');
  });

  it('fails for a request without a signature, a foreign host or a page of another origin', async () => {
    const gateway = await open([recordingTable().service]);

    const unsigned = await send(gateway, { host: `127.0.0.1:${gateway.port}` }, '/x');
    const rebound = await send(gateway, { host: 'evil.example' });
    const page = await send(gateway, { host: `127.0.0.1:${gateway.port}`, origin: 'http://evil.example' });

    expect([unsigned.status, rebound.status, page.status]).toEqual([403, 403, 403]);
    expect(unsigned.body).toContain('MissingAuthenticationToken');
    expect(rebound.body).toContain('evil.example');
    expect(page.body).toContain('web page');
  });

  it('fails for a request with two hosts, of which one could be foreign', async () => {
    const gateway = await open([recordingTable().service]);
    const own = `127.0.0.1:${gateway.port}`;

    const { status } = await send(gateway, ['Host', own, 'Host', 'evil.example']);

    expect(status).toBe(400);
  });

  it('takes the host that clients put sync- before, and no page under it', async () => {
    const gateway = await open([recordingTable().service]);
    const host = `sync-localhost:${gateway.port}`;

    const client = await send(gateway, { host });
    const byAddress = await send(gateway, { host: `sync-127.0.0.1:${gateway.port}` });
    const page = await send(gateway, { host, origin: `http://${host}` });

    expect([client.status, byAddress.status, page.status]).toEqual([200, 200, 403]);
  });

  it('fails for an address that was presigned in the old way, and says how to sign it', async () => {
    const gateway = await open([recordingBucket().service]);
    const path = '/b/x?AWSAccessKeyId=laptop&Signature=x&Expires=1';

    const { status, body } = await send(gateway, { host: `127.0.0.1:${gateway.port}` }, path);

    expect(status).toBe(400);
    expect(body).toContain('aws configure set default.s3.signature_version s3v4');
  });

  it('lets an address pass that was presigned with our key, and no other one', async () => {
    const gateway = await open([recordingBucket().service]);
    const client = new S3Client({ ...clientConfig(gateway), forcePathStyle: true });
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'b', Key: 'a b+ü.txt' }), { expiresIn: 60 });

    const genuine = await fetch(url);
    const tampered = await fetch(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'));
    const signedTwice = await fetch(`${url}&X-Amz-Signature=00`);

    expect([genuine.status, tampered.status, signedTwice.status]).toEqual([200, 403, 403]);
  });

  it('refuses headers that steer S3 and that nobody signed', async () => {
    const gateway = await open([recordingBucket().service]);
    const client = new S3Client({ ...clientConfig(gateway), forcePathStyle: true });
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'b', Key: 'x' }), { expiresIn: 60 });

    const answer = await fetch(url, { headers: { 'x-amz-copy-source': '/b/another' } });

    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('headers present in the request which were not signed: x-amz-copy-source'),
    ]);
  });

  it('refuses an address that somebody else presigned', async () => {
    const gateway = await open([recordingBucket().service]);
    const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'any' };
    const client = new S3Client({ ...clientConfig(gateway, credentials), forcePathStyle: true });
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'b', Key: 'x' }), { expiresIn: 60 });

    const { status, text } = await fetch(url).then(async (answer) => ({
      status: answer.status,
      text: await answer.text(),
    }));

    expect([status, text]).toEqual([403, expect.stringContaining('<Code>InvalidAccessKeyId</Code>')]);
  });

  it.each([
    'sns',
    'sqs',
    'dynamodb',
    'states',
  ])('refuses a signature of %s in the address: a page can hold it', async (service) => {
    const { service: table, received } = recordingTable();
    const gateway = await open([{ ...table, signingName: service }]);
    const credential = encodeURIComponent(`any/20261120/us-east-1/${service}/aws4_request`);
    const path = `/?Action=Subscribe&X-Amz-Credential=${credential}&X-Amz-Signature=00&X-Amz-SignedHeaders=host`;

    const { status } = await send(gateway, { host: `127.0.0.1:${gateway.port}` }, path);

    expect([status, received]).toEqual([403, []]);
  });

  it.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('answers a browser that says %s with %i', async (site, expected) => {
    const gateway = await open([recordingTable().service]);

    const { status } = await send(gateway, { host: `127.0.0.1:${gateway.port}`, 'sec-fetch-site': site });

    expect(status).toBe(expected);
  });

  it('tells a browser what it is', async () => {
    const gateway = await open([recordingTable().service]);

    const { status, body } = await send(gateway, { host: `localhost:${gateway.port}` });

    expect(status).toBe(200);
    expect(body).toContain('dynamodb');
  });

  it('fails on a port that is taken and names it', async () => {
    const { port } = await open([]);

    const second = startGateway({ port, secretOf: ownSecret });

    await expect(second).rejects.toThrow(new PortInUseError(port));
  });

  it('holds a function to its grants, also inside a transaction', async () => {
    const permissions = new Permissions({ Reader: [{ actions: ['dynamodb:PutItem'], resources: [TABLE] }] });
    const { service, received } = recordingTable();
    const gateway = await open([service], { permissions, secretOf: () => 'secret' });
    const client = new DynamoDBClient(clientConfig(gateway, { accessKeyId: 'Reader', secretAccessKey: 'secret' }));
    const put = { Put: { TableName: 'ledger', Item: { PK: { S: '1' } } } };
    const remove = { Delete: { TableName: 'ledger', Key: { PK: { S: '1' } } } };

    await client.send(new TransactWriteItemsCommand({ TransactItems: [put] }));
    const refused = client.send(new TransactWriteItemsCommand({ TransactItems: [put, remove] }));

    await expect(refused).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(refused).rejects.toThrow(
      `Reader is not authorized to perform dynamodb:DeleteItem on resource ${TABLE}`,
    );
    expect(received).toHaveLength(1);
    expect(permissions.used().map(({ principal, action }) => `${principal} ${action}`)).toEqual([
      'Reader dynamodb:PutItem',
      'Reader dynamodb:DeleteItem',
    ]);
  });

  it('lets a running request end when it is closed', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Service = {
      signingName: 'dynamodb',
      handle: jsonHandler(
        { ListTables: () => held.then(() => ({ TableNames: ['late'] })) },
        { version: '1.0', targetPrefix: 'DynamoDB_20120810' },
      ),
    };
    const gateway = await openTestGateway([slow]);
    const answer = new DynamoDBClient(clientConfig(gateway)).send(new ListTablesCommand({}));
    await new Promise((resolve) => setTimeout(resolve, 100));

    const closed = gateway.close();
    release();

    expect((await answer).TableNames).toEqual(['late']);
    await closed;
  });
});

async function open(...arguments_: Parameters<typeof openTestGateway>): Promise<Gateway> {
  const gateway = await openTestGateway(...arguments_);
  onTestFinished(() => gateway.close());
  return gateway;
}

function recordingTable() {
  const received: unknown[] = [];
  const record =
    (operation: string) =>
    async (input: unknown, { accessKeyId }: Caller) => {
      received.push({ operation, input, accessKeyId });
      return {};
    };
  const names = ['PutItem', 'ListTables', 'TransactWriteItems'];
  const operations = Object.fromEntries(names.map((name) => [name, record(name)]));
  const handle = jsonHandler(operations, { version: '1.0', targetPrefix: 'DynamoDB_20120810' });
  return { service: { signingName: 'dynamodb', handle } satisfies Service, received };
}

function recordingBucket() {
  const bodies: string[] = [];
  const service: Service = {
    signingName: 's3',
    async handle(request, response) {
      bodies.push((await readBody(request)).toString('utf8'));
      response.writeHead(200, { etag: '"1"' }).end();
    },
  };
  return { service, bodies };
}

function send(
  { port }: Gateway,
  headers: IncomingHttpHeaders | readonly string[],
  path = '/',
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, headers, method: 'GET' }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    request.on('error', reject).end();
  });
}
