import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectRoot } from '../lib/bundle.ts';
import { median, ratio, sideBySide } from './against/side-by-side.ts';
import type { Waited } from './to-message/probe.ts';

/**
 * How long a person on an idle laptop waits from the drop of a file to the message that tells of a threshold, file by file,
 * with the settings of `npm start`, and when each state was entered meanwhile; with `--as-on-aws` waits do not end with the
 * reading. With another build beside it: what that takes, and how many times as long this one does. Prints JSON.
 *
 *     npx tsx bench/to-message.ts [--against REF] [--rounds N] [--currency USD] [--as-on-aws] [FILE...]
 */
const SAMPLES = ['01-grocery-slip.jpg', '07-energy-invoice.pdf', '10-grocery-photo.jpg'];
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    currency: { type: 'string', default: 'USD' },
    'as-on-aws': { type: 'boolean', default: false },
  },
});
if (files.length === 0) files.push(...SAMPLES.map((name) => join(projectRoot, 'events/samples/receipts', name)));
const probe = fileURLToPath(new URL('./to-message/probe.ts', import.meta.url));

const middleOf = (rounds: readonly Waited[]): Waited =>
  [...rounds].sort((one, other) => one.told - other.told)[Math.floor(rounds.length / 2)] as Waited;
const toldIn = (rounds: readonly Waited[]): number => median(rounds.map(({ told }) => told));

const measured = [];
for (const file of files) {
  const args = [resolve(file), values.currency, String(!values['as-on-aws'])];
  const { ours, theirs } = await sideBySide<Waited>({
    ...{ probe, args, rounds: Number(values.rounds), against: values.against },
  });
  const against = theirs.length > 0 ? { ...middleOf(theirs), ratio: ratio(toldIn(ours), toldIn(theirs)) } : undefined;
  measured.push({ file: basename(file), ...middleOf(ours), ...(against ? { against } : {}) });
}
console.log(JSON.stringify(measured, null, 2));
