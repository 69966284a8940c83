import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { carriesInvoice } from '../../../lambdas/adapters/invoice-look.ts';
import { holdBeyond } from '../../../lambdas/adapters/page-look.ts';

/** A client of a bucket that answers every read alike, as S3 writes it. */
async function bucketThatSays(status: number, code: string, message: string): Promise<S3Client> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  return client;
}

const FILE = { bucket: 'b', key: 'receipts/alice/invoice.pdf', versionId: 'v', sizeBytes: 1000 };

describe.each<[string, (s3: S3Client, file: typeof FILE) => Promise<unknown>, unknown]>([
  ['for an invoice', carriesInvoice, false],
  ['at the number of pages', (s3, file) => holdBeyond(s3, file, 50), undefined],
])('a look %s', (_, look, nothing) => {
  it.each([
    ['AccessDenied', 'User: arn:aws:sts::1:assumed-role/r is not authorized to perform: s3:GetObjectVersion'],
    ['KMS.DisabledException', 'the key is disabled'],
  ])('tells that it was refused with %s, in the words of S3', async (name, message) => {
    const s3 = await bucketThatSays(name === 'AccessDenied' ? 403 : 400, name, message);

    await expect(look(s3, FILE)).rejects.toMatchObject({ name, message });
  });

  it('sees nothing in a file that is gone', async () => {
    const s3 = await bucketThatSays(404, 'NoSuchVersion', 'The specified version does not exist.');

    expect(await look(s3, FILE)).toBe(nothing);
  });
});

describe('a look for an invoice', () => {
  it('opens no picture, and nothing that is large', async () => {
    const s3 = await bucketThatSays(403, 'AccessDenied', 'Access Denied');

    expect(await carriesInvoice(s3, { ...FILE, key: 'receipts/alice/photo.jpg' })).toBe(false);
    expect(await carriesInvoice(s3, { ...FILE, sizeBytes: 11 * 1024 * 1024 })).toBe(false);
  });
});
