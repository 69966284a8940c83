import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../lib/bundle.ts';
import { sideBySide } from './against/side-by-side.ts';
import { lookAtPeople } from './growth/look-at-people.ts';
import { growthOf, type Used } from './growth/used.ts';

/**
 * Does anything grow faster than what it has to tell? Asks the same questions of small and of large books, written straight
 * into the table, and counts requests, items and read units, for each thing that the answer tells: only `report --status
 * completed` over ten years, `find-people` and `deliver` have more to tell in the large ones. What the other build has no
 * function for is left out of `before`. Prints JSON.
 *
 *     npx tsx bench/growth.ts [--against REF] [--expenses 10000] [--pending 20000] [--people 20000] [--claims 80]
 *     npx tsx bench/growth.ts --look-ahead 2000
 *
 * The second one runs `look-ahead` and `apply-rates` over so many people, in this build alone, and says whether everybody
 * was looked at.
 */
const count = (value: string) => ({ type: 'string', default: value }) as const;
const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    'look-ahead': { type: 'string' },
    ...{ expenses: count('10000'), pending: count('20000'), people: count('20000'), claims: count('80') },
  },
});
if (values['look-ahead'] !== undefined) {
  console.log(JSON.stringify(await lookAtPeople(Number(values['look-ahead'])), null, 2));
  process.exit();
}
const sizes = {
  small: { recent: 100, expenses: 100, pending: 100, people: 10, claims: 1 },
  large: {
    ...{ recent: 100, expenses: Number(values.expenses), pending: Number(values.pending) },
    ...{ people: Number(values.people), claims: Number(values.claims) },
  },
};
const probe = join(projectRoot, 'bench', 'growth', 'probe.ts');
const asked = (size: object) =>
  sideBySide<Record<string, Used>>({ probe, args: [JSON.stringify(size)], against: values.against });
const [small, large] = [await asked(sizes.small), await asked(sizes.large)];
const side = (which: 'ours' | 'theirs') => {
  const [few, many] = [small[which][0], large[which][0]];
  return few && many ? growthOf(few, many) : undefined;
};
console.log(JSON.stringify({ sizes, growth: side('ours'), before: side('theirs') }, null, 2));
