import type { Usage } from '../../lambdas/core/cost/list-prices.ts';
import { buildAt } from '../against/build-at.ts';
import { emptyMonth } from './empty-month.ts';
import { receiptUsage } from './receipt-usage.ts';

/** Counts what the build uses whose root is given, by what is asked for. */
const [root = '', what = ''] = process.argv.slice(2);
const { startCloud: start, load } = await buildAt(root);
const { functions, schedules } = await load<typeof import('../../lib/topology.ts')>('lib/topology.ts');
const memoryMb = Object.fromEntries(Object.values(functions).map((each) => [each.directory, each.memoryMb]));

const usages: Readonly<Record<string, () => Promise<Usage>>> = {
  withoutAlert: () => receiptUsage({ start, crosses: false, memoryMb }),
  withAlert: () => receiptUsage({ start, crosses: true, memoryMb }),
  emptyMonth: () => emptyMonth(start, schedules),
};
console.log(JSON.stringify(await usages[what]?.()));
process.exit();
