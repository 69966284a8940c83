import { createRandom } from '../../events/samples/random.ts';
import { VirtualClock } from '../../local/clock.ts';
import { ensureTable } from '../../local/cloud/ensure-table.ts';
import { tableName } from '../../local/cloud/names.ts';
import { createDynamoDbService } from '../../local/dynamodb/dynamodb-service.ts';
import { inProcessTable } from './in-process-table.ts';
import { type EndedDocument, openPipeline } from './pipeline.ts';
import { type CallCount, SimulatedTextract } from './simulated-textract.ts';
import type { Quotas } from './textract-quotas.ts';

export interface BurstOptions {
  /** Files that one person drops at once. */
  readonly files: number;
  /** How fast they arrive. @default - all in one instant */
  readonly uploadsPerSecond?: number;
  readonly turnsPerSecond: number;
  readonly quotas: Quotas;
  readonly seed: number;
}

/** Seconds from a receipt's drop. */
export interface Wait {
  /** Until Textract was first asked to start its job. */
  readonly firstCallSeconds: number;
  /** Until Textract did; absent when it never did. */
  readonly jobStartedSeconds?: number;
  readonly endedSeconds: number;
}

export interface BurstFigures {
  readonly makespanSeconds: number;
  readonly booked: number;
  /** By the error that they were closed with. */
  readonly failed: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<'StartExpenseAnalysis' | 'GetExpenseAnalysis', CallCount>>;
  readonly startAttemptsADocument: { readonly mean: number; readonly most: number };
  readonly statesEntered: number;
  readonly retries: number;
  /** States entered and retries, in USD for 1,000 documents. */
  readonly transitionsCost: number;
  /** One receipt of somebody else, a second after the burst began, and when half of the burst is done. */
  readonly otherPerson: { readonly rightBehind: Wait; readonly halfway: Wait };
}

const BEGIN = Date.parse('2026-11-20T12:00:00Z');
/** https://aws.amazon.com/step-functions/pricing/ */
const USD_A_TRANSITION = 0.025 / 1000;

/** Lets one person drop many files at once and somebody else one now and then, and looks at what it took. */
export async function simulateBurst(options: BurstOptions): Promise<BurstFigures> {
  const { files, uploadsPerSecond = Number.POSITIVE_INFINITY, turnsPerSecond, quotas, seed } = options;
  const clock = new VirtualClock(BEGIN, { isAlone: true });
  const random = createRandom(seed);
  const database = await createDynamoDbService({ clock });
  await ensureTable(database);
  const textract = new SimulatedTextract({ clock, quotas, random });
  const table = inProcessTable(database, tableName);
  const pipeline = await openPipeline({ clock, random, table, textract, turnsPerSecond });

  let left = files;
  let reachHalf = () => {};
  const half = new Promise<void>((resolve) => {
    reachHalf = resolve;
  });
  const drop = async (index: number): Promise<EndedDocument> => {
    await clock.sleep((index / uploadsPerSecond) * 1000);
    const ended = await pipeline.drop('alice', `${index}.jpg`);
    left -= 1;
    if (left <= files / 2) reachHalf();
    return ended;
  };
  const burst = Array.from({ length: files }, (_, index) => drop(index));
  const rightBehind = clock.sleep(1000).then(() => pipeline.drop('bob', 'receipt.jpg'));
  const halfway = half.then(() => pipeline.drop('carol', 'receipt.jpg'));
  const documents = await Promise.all(burst);
  const otherPerson = { rightBehind: waitOf(await rightBehind), halfway: waitOf(await halfway) };
  await database.close();

  const { statesEntered, retries } = pipeline.counts;
  const all = files + 2;
  return {
    makespanSeconds: seconds(documents.reduce((last, { endedAt }) => Math.max(last, endedAt), BEGIN) - BEGIN),
    booked: documents.filter(({ problem }) => problem === undefined).length,
    failed: countProblems(documents),
    calls: textract.calls,
    startAttemptsADocument: {
      mean: round(textract.calls.StartExpenseAnalysis.made / all),
      most: [...textract.jobs.values()].reduce((most, { attempts }) => Math.max(most, attempts), 0),
    },
    statesEntered,
    retries,
    transitionsCost: round(((statesEntered + retries) / all) * 1000 * USD_A_TRANSITION),
    otherPerson,
  };
}

function waitOf({ droppedAt, endedAt, job }: EndedDocument): Wait {
  if (!job) throw new Error('expected Textract to have been asked for every document');
  const { firstCallAt, startedAt } = job;
  return {
    firstCallSeconds: seconds(firstCallAt - droppedAt),
    ...(startedAt === undefined ? {} : { jobStartedSeconds: seconds(startedAt - droppedAt) }),
    endedSeconds: seconds(endedAt - droppedAt),
  };
}

function countProblems(documents: readonly EndedDocument[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { problem } of documents) if (problem !== undefined) counts[problem] = (counts[problem] ?? 0) + 1;
  return counts;
}

const round = (value: number): number => Number(value.toFixed(3));
const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(1));
