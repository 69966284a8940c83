import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LIST_PRICES_OF, type Usage } from '../lambdas/core/cost/list-prices.ts';
import { priceUsage } from '../lambdas/core/cost/price-usage.ts';
import { ratio, sideBySide } from './against/side-by-side.ts';

/**
 * What one receipt costs on AWS beside Textract, by list prices: counted on the laptop's cloud, with one budget and one phone,
 * without an alert and with one of two crossings, whose text itself is left out; and what a month costs in which nothing is
 * dropped, without alarms and what is stored. With another build beside it: what that costs, and how many times as much this
 * one does. Prints JSON; the time of functions is that of this computer, of the round in which they took the least.
 *
 *     npx tsx bench/cost.ts [--against REF] [--rounds N]
 */
const { values } = parseArgs({ options: { against: { type: 'string' }, rounds: { type: 'string', default: '1' } } });
const probe = fileURLToPath(new URL('./cost/probe.ts', import.meta.url));

const byTime = (one: Usage, other: Usage): number =>
  (one.functionGigabyteSecond ?? 0) - (other.functionGigabyteSecond ?? 0);

async function price(what: string) {
  const rounds = Number(values.rounds);
  const { ours, theirs } = await sideBySide<Usage>({ probe, args: [what], rounds, against: values.against });
  const [mine = {}] = ours.toSorted(byTime);
  const [other] = theirs.toSorted(byTime);
  const priced = { usage: mine, ...priceUsage(mine) };
  if (!other) return priced;
  const against = { usage: other, ...priceUsage(other) };
  return { ...priced, against: { ...against, ratio: ratio(priced.usd, against.usd) } };
}

const priced = {
  prices: LIST_PRICES_OF,
  withoutAlert: await price('withoutAlert'),
  withAlert: await price('withAlert'),
  emptyMonth: await price('emptyMonth'),
};
console.log(JSON.stringify(priced, null, 2));
