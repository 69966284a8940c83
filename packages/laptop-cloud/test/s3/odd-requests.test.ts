import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bucket, type Storage, startStorage } from './storage.ts';

let storage: Storage;
beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.close());

const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=any/20261120/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00';

async function send(path: string, { headers = {}, ...request }: RequestInit = {}) {
  const answer = await fetch(`${storage.endpoint}/${Bucket}${path}`, {
    ...request,
    headers: { authorization: AUTHORIZATION, connection: 'close', ...(headers as Record<string, string>) },
  });
  return `${answer.status} ${/<Code>(\w+)</.exec(await answer.text())?.[1] ?? ''}`.trim();
}

/** The first bytes that come back for a head of a request whose body never comes. */
function announce(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(storage.endpoint).port), '127.0.0.1', () => socket.write(head));
    socket.on('error', reject);
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString());
    });
  });
}

describe('a request of S3 that no client writes', () => {
  it('is answered before more is read than is taken', async () => {
    const xml = `<Delete>${' '.repeat(3 * 1024 * 1024)}</Delete>`;

    expect(await send('?delete', { method: 'POST', body: xml })).toBe('400 MalformedXML');
  });

  it('is refused where it announces an object that nobody may upload in one piece', async () => {
    const head = `PUT /${Bucket}/large HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${AUTHORIZATION}\r\nContent-Length: 6442450944\r\n\r\n`;

    expect(await announce(head)).toContain('<Code>EntityTooLarge</Code>');
  });

  it('is refused where its metadata are longer than S3 keeps', async () => {
    const put = (bytes: number) => ({ method: 'PUT', body: 'x', headers: { 'x-amz-meta-a': 'm'.repeat(bytes - 1) } });

    expect(await send('/metadata', put(2048))).toBe('200');
    expect(await send('/metadata', put(2049))).toBe('400 MetadataTooLarge');
  });

  it.each([
    '<!DOCTYPE Delete [<!ENTITY e "metadata">]><Delete><Object><Key>&e;</Key></Object></Delete>',
    '<!doctype Delete SYSTEM "nothing.dtd"><Delete><Object><Key>metadata</Key></Object></Delete>',
  ])('is refused where its XML has a document type', async (body) => {
    expect(await send('?delete', { method: 'POST', body })).toBe('400 MalformedXML');
  });

  it('is refused where a header of its answer would have a second line', async () => {
    await send('/page', { method: 'PUT', body: 'x' });

    expect(await send('/page?response-content-type=text/plain%0d%0aX-More:%201')).toBe('400 InvalidArgument');
    expect(await send('/page?response-content-type=text/plain')).toBe('200');
  });
});
