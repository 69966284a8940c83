import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createDynamoDbService } from '../../src/dynamodb/dynamodb-service.ts';
import { MOST_BODY_BYTES, type Service } from '../../src/http/service.ts';
import { createStsService } from '../../src/http/sts-service.ts';
import { openTestGateway } from './test-gateway.ts';

interface Sent {
  readonly body: string | Buffer;
  readonly target?: string;
  readonly type?: string;
}

/** Posts to one service as anybody does who signs the headers, with a signature that is not looked at. */
async function post(service: Service, { body, target, type = 'application/x-amz-json-1.0' }: Sent) {
  const gateway = await openTestGateway([service]);
  const authorization = `AWS4-HMAC-SHA256 Credential=any/20261120/us-east-1/${service.signingName}/aws4_request, SignedHeaders=host, Signature=00`;
  const headers = {
    authorization,
    'content-type': type,
    connection: 'close',
    ...(target && { 'x-amz-target': target }),
  };
  try {
    const answer = await fetch(gateway.endpoint, { method: 'POST', body: body as BodyInit, headers });
    return { status: answer.status, text: await answer.text() };
  } finally {
    await gateway.close();
  }
}

const nested = (levels: number): string => `{"Item":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('the query protocol', () => {
  it('takes no parameters from the address', async () => {
    const gateway = await openTestGateway([createStsService()]);
    const authorization =
      'AWS4-HMAC-SHA256 Credential=any/20261120/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00';

    const answer = await fetch(`${gateway.endpoint}/?Action=GetCallerIdentity`, {
      headers: { authorization, connection: 'close' },
    });
    await gateway.close();

    expect(answer.status).toBe(405);
  });
});

describe('a request that asks too much', () => {
  it('is refused where a parameter of a form has more parts than any operation', async () => {
    const body = `Action=GetCallerIdentity&${'a.'.repeat(50_000)}=1`;

    const { status, text } = await post(createStsService(), { body, type: 'application/x-www-form-urlencoded' });

    expect(status).toBe(400);
    expect(text).toContain('<Code>MalformedQueryString</Code>');
  });

  it.each([2_000, 200_000])('is refused where JSON is nested %i levels deep', async (levels) => {
    const service = await createDynamoDbService({ clock: systemClock });

    const { status, text } = await post(service, { body: nested(levels), target: 'DynamoDB_20120810.PutItem' });

    await service.close();
    expect([status, text]).toEqual([400, expect.stringContaining('SerializationException')]);
  });

  it('is refused where it is larger than any request', async () => {
    const body = Buffer.alloc(MOST_BODY_BYTES + 1, ' ');

    const { status, text } = await post(createStsService(), { body, type: 'application/x-www-form-urlencoded' });

    expect(status).toBe(413);
    expect(text).toContain('<Code>RequestEntityTooLargeException</Code>');
  });

  it.each([
    ['null', '[null]'],
    ['text', '["Put"]'],
    ['a list', '[[]]'],
  ])('is refused where an action of a transaction is %s', async (_, items) => {
    const service = await createDynamoDbService({ clock: systemClock });
    const body = `{"TransactItems":${items}}`;

    for (const target of ['TransactWriteItems', 'TransactGetItems']) {
      const { status, text } = await post(service, { body, target: `DynamoDB_20120810.${target}` });
      expect([status, text]).toEqual([400, expect.stringContaining('transactItems.1.member')]);
    }
    await service.close();
  });
});
