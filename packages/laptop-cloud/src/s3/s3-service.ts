import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import type { EventSink } from '../events/event.ts';
import type { Caller, OperationService } from '../http/service.ts';
import { handleS3 } from './api/handle-s3.ts';
import { createOperations } from './api/operations.ts';
import { Bucket } from './bucket.ts';
import { BucketFolder } from './bucket-folder.ts';
import { typeOf } from './dropped-file.ts';
import { findObject } from './find-object.ts';
import { scanFolder } from './folder-scan.ts';
import { FolderWatcher } from './folder-watcher.ts';
import { type AssertMayUseKey, KeyUse } from './key-use.ts';
import type { AssertMayList } from './missing-object.ts';
import { MultipartUploads } from './multipart-uploads.ts';
import { ObjectCatalog } from './object-catalog.ts';
import { localOrigin } from './object-event.ts';
import { noAttributes } from './object-version.ts';
import { receiveBody } from './receive-body.ts';
import { VersionFiles } from './version-files.ts';

export interface S3Options {
  readonly bucket: string;
  /** The plain folder: `{directory}/{key}` is the object. May be on another disk than the state. */
  readonly directory: string;
  /** Our own bookkeeping: versions, journal, unfinished uploads. */
  readonly stateDirectory: string;
  readonly clock: Clock;
  readonly events: EventSink;
  /** Asked before a caller is told that an object is not there. @default - everybody may know */
  readonly assertMayList?: AssertMayList;
  /** Asked before a key of KMS is used for a caller. @default - everybody may use every key */
  readonly assertMayUseKey?: AssertMayUseKey;
  /** How often the folder is looked at whatever the file system tells. @default a minute */
  readonly lookMs?: number;
  /** Told of files in the folder that cannot be taken. @default a warning of the process */
  onFile?(line: string): void;
}

export interface ObjectContent {
  readonly body: Readable;
  readonly size: number;
  readonly versionId: string;
  readonly etag: string;
  readonly metadata: Record<string, string>;
}

export interface S3Service extends OperationService {
  /**
   * Reads an object's bytes, the current version unless one is named.
   *
   * @param caller Who has to be allowed to use the key that it is encrypted with. @default - nobody is asked
   * @throws ServiceError `NoSuchKey`, `NoSuchVersion` or `AccessDenied`.
   */
  read(key: string, versionId?: string, caller?: Caller): Promise<ObjectContent>;
  /** Uploads bytes in process, like PutObject; resolves when the event is taken. */
  write(
    key: string,
    body: Buffer,
    options?: { readonly metadata?: Readonly<Record<string, string>> },
  ): Promise<{ versionId: string; etag: string }>;
  /** Starts following the folder; resolves after the first scan. */
  watch(): Promise<void>;
  /** Resolves when every dropped file seen so far is uploaded and announced. */
  settled(): Promise<void>;
  /** Removes uploads in parts that nobody has completed for a week, as the deployed bucket's lifecycle does. */
  removeAbandonedUploads(): Promise<void>;
  /** Stops following the folder and waits for changes under way. */
  close(): Promise<void>;
}

const ABANDONED_AFTER_DAYS = 7;

/**
 * S3 with one bucket that is a plain folder. Every write is a new version; see `bucket.ts` for what survives a crash
 * and how many versions are kept. Finishes what an earlier process left undone before it resolves.
 */
export async function createS3Service(options: S3Options): Promise<S3Service> {
  const { stateDirectory, directory, clock, events, lookMs, onFile } = options;
  const { assertMayList = () => undefined, assertMayUseKey = () => undefined } = options;
  const firstCreated = await mkdir(directory, { recursive: true });
  const [catalog, files, uploads] = await Promise.all([
    ObjectCatalog.open(stateDirectory),
    VersionFiles.open(stateDirectory),
    MultipartUploads.open(stateDirectory),
  ]);
  const removeAbandonedUploads = () => uploads.removeStartedBefore(clock.now() - ABANDONED_AFTER_DAYS * 86_400_000);
  await uploads.removeBroken();
  await removeAbandonedUploads();
  const owned = new Set([...catalog.index.allVersions()].map(({ versionId }) => versionId));
  await files.removeOrphans((versionId) => owned.has(versionId));
  const folder = new BucketFolder(directory);
  for await (const _ of scanFolder(folder, '', { removeStaged: true }));
  const bucket = new Bucket({ name: options.bucket, catalog, files, folder, clock, events });
  await bucket.recover(firstCreated !== undefined);
  const watcher = new FolderWatcher(bucket, { ...(lookMs && { lookMs }), ...(onFile && { tell: onFile }) });

  return {
    signingName: 's3',
    operations: createOperations({ bucket, assertMayList, assertMayUseKey }),
    handle: (request, response, caller) => {
      const keys = new KeyUse(assertMayUseKey, caller);
      return handleS3(request, response, { bucket, uploads, assertMayList, keys }, caller);
    },
    async read(key, versionId, caller) {
      const { sizeBytes, etag, metadata, ...object } = findObject(bucket, key, versionId);
      if (caller) new KeyUse(assertMayUseKey, caller).decrypt(object);
      const body = createReadStream(files.pathOf(object.versionId));
      return { body, size: sizeBytes, versionId: object.versionId, etag, metadata: { ...metadata } };
    },
    async write(key, body, { metadata = {} } = {}) {
      const { path, sizeBytes, md5 } = await receiveBody(Readable.from([body]), files.newIncoming());
      const content = { ...noAttributes, headers: typeOf(key), metadata, path, sizeBytes, etag: md5 };
      return bucket.put(key, content, localOrigin('PutObject'));
    },
    watch: () => watcher.start(),
    settled: () => watcher.settled(),
    removeAbandonedUploads,
    async close() {
      await watcher.close();
      await bucket.close();
    },
  };
}
