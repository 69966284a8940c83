import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLaptopCloud } from '../src/cloud.ts';
import { temporaryDirectory } from './temporary-directory.ts';

async function open(dataDirectory: string) {
  const cloud = await startLaptopCloud({ bucket: 'b' }, { dataDirectory, port: 0 });
  onTestFinished(() => cloud.close());
  return cloud;
}

describe('the key of a data folder', () => {
  it('lies where a shell loads it, for its owner alone, and stays', async () => {
    const directory = await temporaryDirectory();
    const first = await open(directory);
    const file = join(directory, 'aws.env');
    const { accessKeyId, secretAccessKey } = first.clientConfig.credentials;

    expect(await readFile(file, 'utf8')).toBe(
      `export AWS_ACCESS_KEY_ID=${accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${secretAccessKey}\n` +
        `export AWS_DEFAULT_REGION=us-east-1\nexport AWS_ENDPOINT_URL=${first.endpoint}\n`,
    );
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(secretAccessKey.length).toBeGreaterThanOrEqual(40);
    await first.close();
    expect((await open(directory)).clientConfig.credentials).toEqual(first.clientConfig.credentials);
    expect((await open(await temporaryDirectory())).clientConfig.credentials).not.toEqual(
      first.clientConfig.credentials,
    );
  });

  it('presigns addresses, and no other does; any key signs headers', async () => {
    const cloud = await open(await temporaryDirectory());
    await cloud.s3.write('receipt.txt', Buffer.from('soup'));
    const clientOf = (credentials = cloud.clientConfig.credentials) =>
      new S3Client({ ...cloud.clientConfig, credentials, forcePathStyle: true });
    const guessed = { accessKeyId: 'laptop', secretAccessKey: 'laptop' };
    const get = new GetObjectCommand({ Bucket: 'b', Key: 'receipt.txt' });

    const own = await fetch(await getSignedUrl(clientOf(), get));
    const foreign = await fetch(await getSignedUrl(clientOf(guessed), get));
    const { KeyCount } = await clientOf(guessed).send(new ListObjectsV2Command({ Bucket: 'b' }));

    expect([own.status, await own.text(), foreign.status, KeyCount]).toEqual([200, 'soup', 403, 1]);
  });
});
