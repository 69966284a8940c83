import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ratio, sideBySide } from './against/side-by-side.ts';
import type { CarryUse } from './carry/probe.ts';

/**
 * What a check asks of the table under five budgets with `rollover: both` and a plan of ten years, beside few and many expenses:
 * the check of a receipt of today, and the first one after a receipt of years ago. With another build beside it, how many times as
 * much this one asks; what has been reached is the same in both, or the figures mean nothing. Prints JSON.
 *
 *     npx tsx bench/carry.ts [--against REF] [--expenses N]...
 */
const { values } = parseArgs({
  options: { against: { type: 'string' }, expenses: { type: 'string', multiple: true, default: ['100', '10000'] } },
});
const probe = fileURLToPath(new URL('./carry/probe.ts', import.meta.url));

const figures: Record<string, object> = {};
for (const expenses of values.expenses) {
  const { ours, theirs } = await sideBySide<CarryUse>({ probe, args: [expenses], against: values.against });
  const [mine] = ours as readonly [CarryUse];
  const [other] = theirs;
  const ratios = other && {
    readUnits: ratio(mine.steady.readUnits, other.steady.readUnits),
    items: ratio(mine.steady.items, other.steady.items),
    requests: ratio(mine.steady.requests, other.steady.requests),
    readUnitsWhenLate: ratio(mine.late.readUnits, other.late.readUnits),
    isReachedAlike: JSON.stringify(mine.reached) === JSON.stringify(other.reached),
  };
  figures[`${expenses} expenses`] = { ...mine, ...(other ? { against: other, ratios } : {}) };
}
console.log(JSON.stringify(figures, null, 2));
