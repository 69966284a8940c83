import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualClock } from 'laptop-cloud/clock';
import type { OutboxMessage } from 'laptop-cloud/sns/message';
import { finished, newPdf } from '../../events/samples/pdf.ts';
import { startCloud } from '../../laptop/cloud.ts';
import { type TableCall, tableCall } from './table-call.ts';

/** What one receipt did. */
export interface OneReceipt {
  /** Of the table, in the order in which they ended. */
  readonly calls: readonly TableCall[];
  /** By function: how often it was invoked. */
  readonly invocations: Readonly<Record<string, number>>;
  /** By machine: the states that its executions entered. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly messages: readonly OutboxMessage[];
}

/** One budget and one phone; the receipt of 88.00 takes it past both of its thresholds. */
const PLAN = `name: Alice
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - sms: "+12025550123"
budgets:
  - category: total
    period: year
    limit: "100.00"
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
 * at what its functions ask of the table: with one budget, one phone and two crossings, from the dropped file to the
 * text message.
 */
export async function watchOneReceipt(): Promise<OneReceipt> {
  // From now on: clients whose clock is minutes off try refused writes again, and the calls would be too many.
  const clock = new VirtualClock();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'spendwire-calls-'));
  const calls: TableCall[] = [];
  const invocations: Record<string, number> = {};
  const states: Record<string, string[]> = {};
  const messages: OutboxMessage[] = [];
  let isWatching = false;
  const cloud = await startCloud({
    dataDirectory,
    port: 0,
    clock,
    periodicWork: false,
    onTableCall: (call) => {
      if (isWatching && call.caller.accessKeyId !== undefined) calls.push(tableCall(call));
    },
    // Every invocation ends with one line of its own, unless it fails.
    onLog: (source, line) => {
      if (isWatching && line.includes('"message":"done"')) invocations[source] = (invocations[source] ?? 0) + 1;
    },
    onExecution: ({ executionArn, state }) => {
      const machine = executionArn.split(':').at(-2) ?? '';
      if (isWatching && state !== undefined) states[machine] = [...(states[machine] ?? []), state];
    },
    onMessage: (message) => void messages.push(message),
  });
  await cloud.s3.write('budgets/alice.yaml', Buffer.from(PLAN));
  await cloud.idle();
  isWatching = true;
  const receipt = await printReceipt(new Date(clock.now()).toISOString().slice(0, 10));
  await cloud.s3.write('receipts/alice/receipt.pdf', receipt);
  await cloud.idle();
  await cloud.close();
  await rm(dataDirectory, { recursive: true, force: true });
  return { calls, invocations, states, messages };
}
