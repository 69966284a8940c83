import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../src/clock.ts';
import type { S3Options, S3Service } from '../../src/s3/s3-service.ts';

/** The room that is measured, which may be that of another build. */
export interface Bucket {
  createS3Service(options: S3Options): Promise<S3Service>;
  readonly systemClock: Clock;
}

/** Processor time in milliseconds, of all threads of this process. */
export interface UploadCost {
  /** Files in the folder that the others come to. */
  readonly files: number;
  /** Of an object that is put. */
  readonly put: number;
  /** Of a file that is dropped. */
  readonly drop: number;
  /** Of one look at the whole folder, as the watcher has each minute. */
  readonly look: number;
}

const UPLOADS = 8;
/** So many uploads of one key come first: code that runs often is compiled by then. */
const WARM_UP = 200;
/** What an upload brings about has come to its end by then; a watcher that lists a folder at most once a second does so each time. */
const PAUSE_MS = 1200;

/** Measures one upload into a folder in which files lie already. */
export async function uploadCost({ createS3Service, systemClock }: Bucket, files: number): Promise<UploadCost> {
  const home = await mkdtemp(join(tmpdir(), 'laptop-cloud-growth-'));
  const folder = join(home, 'bucket', 'results');
  await mkdir(folder, { recursive: true });
  for (let file = 0; file < files; file += 1) await writeFile(join(folder, `${file}.json`), '{}');
  const s3 = await createS3Service({
    bucket: 'growing',
    directory: join(home, 'bucket'),
    stateDirectory: join(home, 'state'),
    clock: systemClock,
    events: async () => undefined,
    lookMs: 24 * 3_600_000,
  });
  await s3.watch();
  await s3.settled();
  for (let upload = 0; upload < WARM_UP; upload += 1) await s3.write('warm/up.json', Buffer.from(`{"n":${upload}}`));
  await sleep(3 * PAUSE_MS);

  const rest = await cpuMs(UPLOADS, () => Promise.resolve());
  const put = await cpuMs(UPLOADS, (upload) => s3.write(`results/put-${upload}.json`, Buffer.from('{"a":1}')));
  const drop = await cpuMs(UPLOADS, (upload) => writeFile(join(folder, `drop-${upload}.json`), '{"a":1}'));
  const look = await cpuMs(UPLOADS, () => s3.settled());
  await s3.close();
  await rm(home, { recursive: true, force: true });
  return { files, put: rounded(put - rest), drop: rounded(drop - rest), look: rounded(look - rest) };
}

/** Of one piece of work and the pause after it. */
async function cpuMs(times: number, work: (time: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) {
    await work(time);
    await sleep(PAUSE_MS);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
