import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { EventBridgeEvent, EventSink } from '../../src/events/event.ts';
import type { AssertMayList } from '../../src/s3/missing-object.ts';
import { createS3Service, type S3Service } from '../../src/s3/s3-service.ts';

export const Bucket = 'receipts-bucket';

export interface Storage {
  readonly service: S3Service;
  readonly client: S3Client;
  readonly endpoint: string;
  /** The plain folder. */
  readonly folder: string;
  /** Events that the sink has taken, oldest first. */
  readonly events: EventBridgeEvent[];
  /** A client of its own settings against the same server. */
  connect(settings?: S3ClientConfig): S3Client;
  /** Stops and starts again on the same folders. */
  restart(sink?: EventSink): Promise<Storage>;
  /** Stops and keeps the folders. */
  stop(): Promise<void>;
  /** Stops and removes the folders. */
  close(): Promise<void>;
}

export interface StorageOptions {
  readonly root?: string;
  readonly clock?: Clock;
  readonly sink?: EventSink;
  readonly assertMayList?: AssertMayList;
  readonly lookMs?: number;
  readonly onFile?: (line: string) => void;
}

/** The real service behind a real client, on folders of its own. */
export async function startStorage({
  root,
  clock = systemClock,
  sink,
  assertMayList,
  lookMs,
  onFile,
}: StorageOptions = {}): Promise<Storage> {
  const home = root ?? (await mkdtemp(join(tmpdir(), 's3-')));
  const folder = join(home, 'bucket');
  const events: EventBridgeEvent[] = [];
  const service = await createS3Service({
    bucket: Bucket,
    directory: folder,
    stateDirectory: join(home, 'state'),
    clock,
    events: sink ?? (async (event) => void events.push(event)),
    ...(assertMayList ? { assertMayList } : {}),
    ...(lookMs === undefined ? {} : { lookMs }),
    ...(onFile ? { onFile } : {}),
  });
  const server = createServer((request, response) => {
    service.handle(request, response, {}).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: S3Client[] = [];
  const connect = (settings: S3ClientConfig = {}) => {
    const client = new S3Client({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'laptop', secretAccessKey: 'laptop' },
      forcePathStyle: true,
      maxAttempts: 1,
      ...settings,
    });
    clients.push(client);
    return client;
  };
  const stop = async () => {
    for (const client of clients) client.destroy();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await service.close();
  };
  return {
    service,
    client: connect(),
    endpoint,
    folder,
    events,
    connect,
    stop,
    async restart(nextSink) {
      await stop();
      return startStorage({ root: home, clock, ...(nextSink ? { sink: nextSink } : {}) });
    },
    async close() {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
