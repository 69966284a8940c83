import type { JsonObject } from 'laptop-cloud/http/service';
import type { Usage } from '../../lambdas/core/cost/list-prices.ts';
import type { SpendwireCloud, startCloud } from '../../laptop/cloud.ts';
import { useOf } from '../against/tapped-table.ts';
import { watchOneReceipt } from '../calls/one-receipt.ts';
import { linesOfLambda, linesOfMachine, logBytes } from './log-bytes.ts';
import { type TracedWork, tracedWork, traceIds } from './traced-work.ts';

/** S3 charges what is written more than what is read; a list is charged as if it were written. */
const OBJECT_WRITES = /^(Put|Copy|Create|Complete|Upload|List)/;

export interface ReceiptUsageOptions {
  readonly start: typeof startCloud;
  readonly crosses: boolean;
  /** Memory of each function by its name, in MB. */
  readonly memoryMb: Readonly<Record<string, number>>;
}

/** What AWS would charge for one receipt beside Textract, counted on the laptop's cloud: its functions warm, its turn come. */
export async function receiptUsage({ start, crosses, memoryMb }: ReceiptUsageOptions): Promise<Usage> {
  let before: readonly string[] = [];
  let work: TracedWork | undefined;
  let machineLines: readonly string[] = [];
  const { requests, states, lines, messages } = await watchOneReceipt({
    start,
    crosses,
    isWarm: true,
    async listen(cloud) {
      before = await traceIds(cloud);
    },
    async look(cloud, executions) {
      work = await tracedWork(
        cloud,
        (await traceIds(cloud)).filter((id) => !before.includes(id)),
      );
      machineLines = (await Promise.all(executions.map((arn) => loggedOf(cloud, arn)))).flat();
    },
  });
  const { traces, invocations, calls } = work as TracedWork;
  const { readUnits, writeUnits } = useOf(requests);
  const ofObjects = calls.filter(({ service }) => service === 'S3').map(({ operation }) => operation);
  // The file itself was put by its person.
  const written = 1 + ofObjects.filter((operation) => OBJECT_WRITES.test(operation)).length;
  return {
    stateTransition: Object.values(states).flat().length,
    tableWriteUnit: writeUnits,
    tableReadUnit: readUnits,
    objectWrite: written,
    objectRead: ofObjects.filter((operation) => !OBJECT_WRITES.test(operation)).length,
    objectEvent: written,
    logByte: logBytes(lines) + logBytes(invocations.flatMap(linesOfLambda)) + logBytes(machineLines),
    traceRecorded: traces,
    functionRequest: invocations.length,
    functionGigabyteSecond: invocations.reduce(
      (sum, { name, seconds }) => sum + (seconds * (memoryMb[name] ?? 0)) / 1024,
      0,
    ),
    // EventBridge sends the event; Lambda receives and deletes it.
    queueRequest: 3,
    publishRequest: messages.length,
  };
}

async function loggedOf({ states }: SpendwireCloud, executionArn: string): Promise<readonly string[]> {
  const history = await states.operations['GetExecutionHistory']?.({ executionArn, maxResults: 1000 }, {});
  return linesOfMachine(executionArn, history?.['events'] as JsonObject[]);
}
