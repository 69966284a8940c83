import { systemClock } from '../src/clock.ts';
import { createS3Service } from '../src/s3/s3-service.ts';
import { type UploadCost, uploadCost } from './measure/upload-cost.ts';

/**
 * What one upload takes of the processor beside the files that lie in its folder already: an object that is put, a file
 * that is dropped, and a look at the whole folder. Prints milliseconds as JSON, and how often the least is in the most.
 *
 *     npx tsx packages/laptop-cloud/bench/folder-growth.ts [100 2000 10000]
 */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 2000, 10_000];
const costs: UploadCost[] = [];
for (const files of counts) costs.push(await uploadCost({ createS3Service, systemClock }, files));
const growth = (of: 'put' | 'drop'): number =>
  Math.round((100 * (costs.at(-1)?.[of] ?? Number.NaN)) / (costs[0]?.[of] ?? Number.NaN)) / 100;
console.log(
  JSON.stringify({ unit: 'ms of CPU', costs, growth: { put: growth('put'), drop: growth('drop') } }, null, 2),
);
process.exit();
