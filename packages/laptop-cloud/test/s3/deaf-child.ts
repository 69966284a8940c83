import { systemClock } from '../../src/clock.ts';
import { createS3Service } from '../../src/s3/s3-service.ts';
import { Bucket } from './storage.ts';

/** Follows the folder it is given until it is killed, and prints what it tells of it and the keys of the events. */
const [directory, stateDirectory] = process.argv.slice(2).map(String);
const service = await createS3Service({
  bucket: Bucket,
  directory: String(directory),
  stateDirectory: String(stateDirectory),
  clock: systemClock,
  events: async ({ detail }) => console.log((detail.object as { key: string }).key),
  onFile: (line) => console.log(line),
});
await service.watch();
console.log('ready');
