import { buildAt } from '../against/build-at.ts';
import { watchOneReceipt } from './one-receipt.ts';
import { summarise, useByFunction } from './summary.ts';

/** Lets a receipt through the build whose root is given: one that `crosses` two thresholds, or one that crosses nothing. */
const [root = '', crosses] = process.argv.slice(2);
const { startCloud: start } = await buildAt(root);
const { calls, requests, invocations, states } = await watchOneReceipt({ start, crosses: crosses === 'crosses' });

/** What is counted of one receipt. */
export type Counts = typeof counts;

const counts = {
  use: useByFunction(requests),
  ...summarise(calls),
  invocations,
  statesEntered: Object.fromEntries(Object.entries(states).map(([machine, entered]) => [machine, entered.length])),
  calls: calls.map(({ by, operation, on }) => `${by} ${operation} ${on.join(', ')}`),
};
console.log(JSON.stringify(counts));
process.exit();
