import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLaptopCloud } from 'laptop-cloud';
import { lendBooks } from './lend-books.mjs';
import library from './library.mjs';

// Everything in a cloud lies in one folder; this one is thrown away afterwards.
const dataDirectory = await mkdtemp(join(tmpdir(), 'library-'));
const cloud = await startLaptopCloud(library, {
  dataDirectory,
  port: 0,
  onExecution: ({ state }) => state && console.log(`  ${state}`),
});
for (const line of await lendBooks(cloud, { tableName: 'Books', machineName: 'lend-book' })) console.log(line);
await cloud.close();
await rm(dataDirectory, { recursive: true });
