import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ratio, sideBySide } from './against/side-by-side.ts';
import type { Counts } from './calls/probe.ts';

/**
 * What one receipt asks of the table, with one budget and one phone, without an alert and with one of two crossings:
 * requests, items and capacity units by function, items that a function read more than once, and each call in its order.
 * With another build beside it: what that asks, and how many times as much this one does. Prints JSON.
 *
 *     npx tsx bench/calls.ts [--against REF]
 */
const { values } = parseArgs({ options: { against: { type: 'string' } } });
const probe = fileURLToPath(new URL('./calls/probe.ts', import.meta.url));

async function count(args: readonly string[]) {
  const { ours, theirs } = await sideBySide<Counts>({ probe, args, against: values.against });
  const [mine] = ours as readonly [Counts];
  const [other] = theirs;
  if (!other) return mine;
  const times = (figure: 'requests' | 'readUnits' | 'writeUnits') =>
    ratio(mine.use.total[figure], other.use.total[figure]);
  const ratios = { requests: times('requests'), readUnits: times('readUnits'), writeUnits: times('writeUnits') };
  return { ...mine, against: { use: other.use, ratios } };
}

console.log(JSON.stringify({ withoutAlert: await count([]), withAlert: await count(['crosses']) }, null, 2));
