import { watchOneReceipt } from './calls/one-receipt.ts';
import { summarise } from './calls/summary.ts';

/**
 * What one receipt asks of the table, with one budget, one phone and two crossings: calls by function, items that a
 * function read more than once, and each call in its order. Prints JSON.
 *
 *     npx tsx bench/calls.ts
 */
const { calls, invocations, states } = await watchOneReceipt();
const statesEntered = Object.fromEntries(Object.entries(states).map(([machine, entered]) => [machine, entered.length]));
const each = calls.map(({ by, operation, on }) => `${by} ${operation} ${on.join(', ')}`);
console.log(JSON.stringify({ ...summarise(calls), invocations, statesEntered, calls: each }, null, 2));
process.exit();
