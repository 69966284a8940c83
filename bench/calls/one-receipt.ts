import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from 'laptop-cloud/clock';
import type { OutboxMessage } from 'laptop-cloud/sns/message';
import { finished, newPdf } from '../../events/samples/pdf.ts';
import { type SpendwireCloud, startCloud } from '../../laptop/cloud.ts';
import { type TableRequest, tapTable } from '../against/tapped-table.ts';
import { type TableCall, tableCall } from './table-call.ts';

/** How one receipt is let through. */
export interface OneReceiptOptions {
  /** Whether it crosses both thresholds of the budget, and is told to the phone. @default true */
  readonly crosses?: boolean;
  /** Of the build that is watched. @default - this one's */
  readonly start?: typeof startCloud;
  /** Whether another person's receipt went the same way before, so that every function is at hand. @default false */
  readonly isWarm?: boolean;
  /** Is given the cloud before the receipt is dropped. */
  listen?(cloud: SpendwireCloud): Promise<void>;
  /** Looks at the cloud when all is done, before it is closed; and at the executions that there were. */
  look?(cloud: SpendwireCloud, executionArns: readonly string[]): Promise<void>;
}

/** What one receipt did. */
export interface OneReceipt {
  /** Of the table, in the order in which they ended. @default - none, by a build that does not tell them */
  readonly calls: readonly TableCall[];
  /** The same with what they cost. */
  readonly requests: readonly TableRequest[];
  /** By function: how often it was invoked. */
  readonly invocations: Readonly<Record<string, number>>;
  /** By machine: the states that its executions entered. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  /** Lines that the functions printed. */
  readonly lines: readonly string[];
  readonly messages: readonly OutboxMessage[];
}

/** One budget and one phone; the receipt of 88.00 takes a limit of 100.00 past both of its thresholds. */
const planOf = (limit: string): string => `name: Alice
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - sms: "+12025550123"
budgets:
  - category: total
    period: year
    limit: "${limit}"
    thresholds: [50, 80]
`;

/** Its text is printed in it: it takes no picture to be read. */
async function printReceipt(date: string): Promise<Buffer> {
  const pdf = newPdf('receipt');
  pdf.addPage().fontSize(11).text('GREEN BASKET MARKET', 54, 54).text('200 Main Street, Springfield', 54, 80);
  pdf.text(`Date: ${date}`, 54, 110).text('Groceries', 54, 150).text('88.00', 400, 150);
  return finished(pdf.text('Total', 54, 170).text('88.00', 400, 170));
}

/**
 * Lets one receipt go through the laptop cloud, by the bundles that are deployed and the machines as they are, and looks
 * at what its functions ask of the table: with one budget and one phone, from the dropped file to the text message, if
 * there is one.
 */
export async function watchOneReceipt(options: OneReceiptOptions = {}): Promise<OneReceipt> {
  const { crosses = true, isWarm = false, start = startCloud } = options;
  // From now on: clients whose clock is minutes off try refused writes again, and the calls would be too many.
  const clock = new VirtualClock();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-calls-'));
  const calls: TableCall[] = [];
  const invocations: Record<string, number> = {};
  const states: Record<string, string[]> = {};
  const executions = new Set<string>();
  const lines: string[] = [];
  const messages: OutboxMessage[] = [];
  let isWatching = false;
  const cloud = await start({
    dataDirectory,
    port: 0,
    clock,
    periodicWork: false,
    onTableCall: (call) => {
      if (isWatching && call.caller.accessKeyId !== undefined) calls.push(tableCall(call));
    },
    // Every invocation ends with one line of its own, unless it fails.
    onLog: (source, line) => {
      if (!isWatching) return;
      lines.push(line);
      if (line.includes('"message":"done"')) invocations[source] = (invocations[source] ?? 0) + 1;
    },
    onExecution: ({ executionArn, state }) => {
      const machine = executionArn.split(':').at(-2) ?? '';
      if (isWatching) executions.add(executionArn);
      if (isWatching && state !== undefined) states[machine] = [...(states[machine] ?? []), state];
    },
    onMessage: (message) => {
      if (isWatching) messages.push(message);
    },
  });
  const dropPlan = async (userId: string) => {
    await cloud.s3.write(`budgets/${userId}.yaml`, Buffer.from(planOf(crosses ? '100.00' : '1000.00')));
    await cloud.idle();
  };
  const dropReceipt = async (userId: string) => {
    const receipt = await printReceipt(new Date(clock.now()).toISOString().slice(0, 10));
    await cloud.s3.write(`receipts/${userId}/receipt.pdf`, receipt);
    await cloud.idle();
  };
  if (isWarm) await dropPlan('bob');
  if (isWarm) await dropReceipt('bob');
  await dropPlan('alice');
  const requests = tapTable(cloud.dynamodb as unknown as Parameters<typeof tapTable>[0]);
  await options.listen?.(cloud);
  isWatching = true;
  await dropReceipt('alice');
  await options.look?.(cloud, [...executions]);
  await cloud.close();
  await rm(dataDirectory, { recursive: true, force: true });
  const byFunctions = requests().filter(({ by }) => by !== undefined);
  return { calls, requests: byFunctions, invocations, states, lines, messages };
}
