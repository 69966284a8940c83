import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { createS3Service } from '../../src/s3/s3-service.ts';
import { Bucket } from './storage.ts';

/** Writes objects until it is killed, every third over an older one. Prints each key and version it has finished. */
const home = String(process.argv[2]);
const service = await createS3Service({
  bucket: Bucket,
  directory: join(home, 'bucket'),
  stateDirectory: join(home, 'state'),
  clock: systemClock,
  events: (event) => appendFile(join(home, 'events.jsonl'), `${JSON.stringify(event)}\n`),
});

for (let round = 0; ; round += 1) {
  const keys = [`new/${process.pid}-${round}.txt`, 'shared.txt', `../odd-${process.pid}-${round}`];
  const written = await Promise.all(
    keys.map(async (key) => [key, (await service.write(key, Buffer.from(`${key} of ${round}`))).versionId]),
  );
  process.stdout.write(`${JSON.stringify(written)}\n`);
}
