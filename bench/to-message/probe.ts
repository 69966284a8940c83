import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildAt } from '../against/build-at.ts';

/** What a person waited for, in seconds from the drop. */
export interface Waited {
  /** Until each state was entered for the first time. */
  readonly entered: Readonly<Record<string, number>>;
  /** Until what came of it was written down, and until the person was told. */
  readonly booked: number;
  readonly told: number;
  readonly polls: number;
}

/** Drops a file into the folder of an idle laptop's cloud of the build whose root is given, with the settings of `npm start`. */
const [root = '', file = '', currency = 'USD', endsWaits = 'true'] = process.argv.slice(2);
const { startCloud, load } = await buildAt(root);
const { laptopSettings: settings } = existsSync(join(root, 'laptop/settings.ts'))
  ? await load<typeof import('../../laptop/settings.ts')>('laptop/settings.ts')
  : { laptopSettings: { turnsPerSecond: 1, windowSeconds: 5 } };

/** Any amount crosses something. */
const plan = `name: Alice
currency: ${currency}
contacts:
  - email: alice@example.com
budgets:
  - category: total
    period: year
    limit: "1.00"
`;

let since = 0;
const seconds = () => Math.round((performance.now() - since) / 10) / 100;
const entered: Record<string, number> = {};
let booked = 0;
let polls = 0;
let tell = (_: number) => {};
const told = new Promise<number>((resolve) => {
  tell = resolve;
});
const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-bench-'));
const cloud = await startCloud({
  ...{ dataDirectory, port: 0, endsWaitsWithJobs: endsWaits === 'true', settings },
  onMessage: () => tell(seconds()),
  onExecution({ state, machineName }) {
    if (since === 0) return;
    if (state === 'Read Analysis') polls += 1;
    if (state !== undefined) entered[state] ??= seconds();
    else if (machineName === 'ingest-receipt') booked = seconds();
  },
});
await cloud.functionsReady;
await cloud.s3.write('budgets/alice.yaml', Buffer.from(plan));
await cloud.idle();
const folder = join(cloud.folder.bucket, 'receipts', 'alice');
await mkdir(folder, { recursive: true });
since = performance.now();
await copyFile(file, join(folder, basename(file)));
const waited: Waited = { told: await told, entered, booked, polls };
await cloud.close();
await rm(dataDirectory, { recursive: true, force: true });
console.log(JSON.stringify(waited));
process.exit();
