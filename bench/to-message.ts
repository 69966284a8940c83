import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from '../laptop/cloud.ts';
import { projectRoot } from '../lib/bundle.ts';

/**
 * How long a person on a laptop waits from the drop of a file to the message that tells of a threshold, file by file, with
 * the settings of `npm start`: once with waits that end with the reading, once with those that AWS has. Prints JSON.
 *
 *     npx tsx bench/to-message.ts [--currency USD] [FILE...]
 */
const SAMPLES = ['01-grocery-slip.jpg', '07-energy-invoice.pdf', '10-grocery-photo.jpg'];
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { currency: { type: 'string', default: 'USD' } },
});
if (files.length === 0) files.push(...SAMPLES.map((name) => join(projectRoot, 'events/samples/receipts', name)));
/** Any amount crosses something. */
const plan = `name: Alice
currency: ${values.currency}
contacts:
  - email: alice@example.com
budgets:
  - category: total
    period: year
    limit: "1.00"
`;

interface Measured {
  readonly file: string;
  /** Until the reading is over, until what came of it is written down, and until the person is told; in seconds. */
  readonly read: number;
  readonly booked: number;
  readonly told: number;
  readonly polls: number;
}

async function measure(file: string, endsWaitsWithJobs: boolean): Promise<Measured> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-bench-'));
  let since = 0;
  const seconds = () => Math.round((performance.now() - since) / 100) / 10;
  const measured = { read: 0, booked: 0, told: 0, polls: 0 };
  const cloud = await startCloud({
    ...{ dataDirectory, port: 0, endsWaitsWithJobs, settings: { turnsPerSecond: 1, windowSeconds: 5 } },
    onMessage() {
      measured.told = seconds();
    },
    onExecution({ state, machineName }) {
      if (state === 'Read Analysis') measured.polls += 1;
      if (machineName === 'ingest-receipt' && state === undefined) measured.booked = seconds();
    },
  });
  try {
    await cloud.s3.write('budgets/alice.yaml', Buffer.from(plan));
    await cloud.idle();
    const content = await readFile(file);
    since = performance.now();
    await cloud.s3.write(`receipts/alice/${basename(file)}`, content);
    const watch = setInterval(() => {
      if (cloud.textract.running() > 0) measured.read = seconds();
    }, 100);
    await cloud.idle();
    clearInterval(watch);
    return { file: basename(file), ...measured };
  } finally {
    await cloud.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

for (const file of files) {
  const [asOnAws, here] = [await measure(file, false), await measure(file, true)];
  console.log(JSON.stringify({ ...here, asOnAws: { told: asOnAws.told, polls: asOnAws.polls } }));
}
process.exit();
