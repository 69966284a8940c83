import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Caller, Json, JsonObject, Operation } from '../../http/service.ts';
import type { Bucket } from '../bucket.ts';
import { findObject } from '../find-object.ts';
import { type AssertMayUseKey, KeyUse } from '../key-use.ts';
import { errorFor } from '../missing-object.ts';
import { localOrigin } from '../object-event.ts';
import type { StoredObject } from '../object-version.ts';
import { receiveBody } from '../receive-body.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Context } from './context.ts';
import { listCurrent } from './list-objects.ts';

/**
 * The operations that a state machine's SDK integration calls in process. Bodies are text, as Step Functions carries
 * them; a body that is not a string is written as JSON.
 */
export function createOperations({
  bucket,
  assertMayList,
  assertMayUseKey,
}: Pick<S3Context, 'bucket' | 'assertMayList'> & { readonly assertMayUseKey: AssertMayUseKey }): Readonly<
  Record<string, Operation>
> {
  const operations: Record<string, (input: JsonObject, keys: KeyUse) => Promise<JsonObject>> = {
    async GetObject(input, keys) {
      const object = found(bucket, input);
      keys.decrypt(object);
      return { ...describe(object), Body: await readFile(bucket.files.pathOf(object.versionId), 'utf8') };
    },
    async HeadObject(input) {
      return describe(found(bucket, input));
    },
    async PutObject(input) {
      const Body = input.Body ?? '';
      const bytes = Buffer.from(typeof Body === 'string' ? Body : JSON.stringify(Body));
      const { path, sizeBytes, md5 } = await receiveBody(Readable.from([bytes]), bucket.files.newIncoming());
      const headers: Record<string, string> = input.ContentType ? { 'content-type': String(input.ContentType) } : {};
      const content = { headers, metadata: texts(input.Metadata), path, sizeBytes, etag: md5 };
      const version = await bucket.put(keyOf(input), content, localOrigin('PutObject'));
      return { ETag: `"${version.etag}"`, VersionId: version.versionId, ServerSideEncryption: 'AES256' };
    },
    async DeleteObject(input) {
      const { VersionId } = input;
      if (typeof VersionId !== 'string') {
        const marker = await bucket.delete(keyOf(input), localOrigin('DeleteObject'));
        return { DeleteMarker: true, VersionId: marker.versionId };
      }
      const removed = await bucket.deleteVersion(keyOf(input), VersionId, localOrigin('DeleteObject'));
      return { VersionId, ...(removed?.kind === 'marker' ? { DeleteMarker: true } : {}) };
    },
    async ListObjectsV2(input) {
      const token = typeof input.ContinuationToken === 'string' ? input.ContinuationToken : undefined;
      const after = token ? Buffer.from(token, 'base64url').toString() : String(input.StartAfter ?? '');
      const page = listCurrent(bucket, listingQuery(input), after);
      return {
        Name: bucket.name,
        Prefix: input.Prefix ?? '',
        MaxKeys: input.MaxKeys ?? 1000,
        KeyCount: page.entries.length + page.commonPrefixes.length,
        IsTruncated: page.isTruncated,
        ...(page.isTruncated ? { NextContinuationToken: Buffer.from(page.last).toString('base64url') } : {}),
        Contents: page.entries.map((object) => ({
          Key: object.key,
          LastModified: new Date(object.lastModifiedMs).toISOString(),
          ETag: `"${object.etag}"`,
          Size: object.sizeBytes,
          StorageClass: 'STANDARD',
        })),
        CommonPrefixes: page.commonPrefixes.map((Prefix) => ({ Prefix })),
      };
    },
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, run]) => [
      name,
      async (input: JsonObject, caller: Caller) => {
        if (input.Bucket !== bucket.name)
          throw s3Error('NoSuchBucket', undefined, { BucketName: input.Bucket ?? null });
        const keys = new KeyUse(assertMayUseKey, caller);
        return run(input, keys).catch((error) => Promise.reject(errorFor(caller, error, assertMayList)));
      },
    ]),
  );
}

function found(bucket: Bucket, input: JsonObject): StoredObject {
  return findObject(bucket, keyOf(input), typeof input.VersionId === 'string' ? input.VersionId : undefined);
}

function keyOf({ Key }: JsonObject): string {
  if (typeof Key === 'string' && Key !== '') return Key;
  throw s3Error('InvalidArgument', `expected a Key, got ${JSON.stringify(Key ?? null)}`);
}

const describe = (object: StoredObject): JsonObject => ({
  AcceptRanges: 'bytes',
  ContentLength: object.sizeBytes,
  ContentType: object.headers['content-type'] ?? 'binary/octet-stream',
  ETag: `"${object.etag}"`,
  LastModified: new Date(object.lastModifiedMs).toISOString(),
  Metadata: { ...object.metadata },
  ...(object.encryption
    ? { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: object.encryption.keyArn }
    : { ServerSideEncryption: 'AES256' }),
  VersionId: object.versionId,
});

const texts = (value: Json | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(value ?? {}).map(([name, text]) => [name, String(text)]));

const listingQuery = (input: JsonObject): Map<string, string> =>
  new Map(
    Object.entries({ prefix: input.Prefix, delimiter: input.Delimiter, 'max-keys': input.MaxKeys }).flatMap(
      ([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)] as const]),
    ),
  );
