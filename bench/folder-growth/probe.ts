import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Bucket, uploadCost } from '../../packages/laptop-cloud/bench/measure/upload-cost.ts';

/** Prints what an upload costs in the build below a root, beside each number of files. */
const [root = '', ...counts] = process.argv.slice(2);
/** The rooms once lay in `local/`. */
const rooms = ['packages/laptop-cloud/src', 'local'].map((name) => join(root, name)).find((path) => existsSync(path));
if (rooms === undefined) throw new Error(`expected the rooms of a laptop's cloud in ${root}, found none`);
const load = (path: string) => import(pathToFileURL(join(rooms, path)).href);
const bucket: Bucket = { ...(await load('s3/s3-service.ts')), ...(await load('clock.ts')) };

const costs = [];
for (const files of counts) costs.push(await uploadCost(bucket, Number(files)));
console.log(JSON.stringify(costs));
process.exit();
