import { VirtualClock } from 'laptop-cloud/clock';
import { ensureTables } from 'laptop-cloud/cloud/ensure-tables';
import { createDynamoDbService } from 'laptop-cloud/dynamodb/dynamodb-service';
import { createRandom } from '../../events/samples/random.ts';
import { declaredTable } from '../../laptop/declared-cloud.ts';
import { tableName } from '../../laptop/names.ts';
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

/** How long receipts of other people took, in seconds from their drop. */
export interface Waits {
  readonly receipts: number;
  /** Until Textract was first asked to start the job. */
  readonly firstCall: Spread;
  /** Until it did; of those that it ever did. */
  readonly jobStarted: Spread;
  readonly ended: Spread;
}

export interface Spread {
  readonly median: number;
  readonly most: number;
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
  /** One receipt each of other people: a second after the burst began, and evenly while it is worked off. */
  readonly others: { readonly rightBehind: Waits; readonly meanwhile: Waits };
}

/** How many other people drop a receipt while the burst is worked off. */
const OTHERS = 20;
const BEGIN = Date.parse('2026-11-20T12:00:00Z');
/** https://aws.amazon.com/step-functions/pricing/ */
const USD_A_TRANSITION = 0.025 / 1000;

/** Lets one person drop many files at once and somebody else one now and then, and looks at what it took. */
export async function simulateBurst(options: BurstOptions): Promise<BurstFigures> {
  const { files, uploadsPerSecond = Number.POSITIVE_INFINITY, turnsPerSecond, quotas, seed } = options;
  const clock = new VirtualClock(BEGIN, { isAlone: true });
  const random = createRandom(seed);
  const database = await createDynamoDbService({ clock });
  await ensureTables(database, [declaredTable]);
  const textract = new SimulatedTextract({ clock, quotas, random });
  const table = inProcessTable(database, tableName);
  const pipeline = await openPipeline({ clock, random, table, textract, turnsPerSecond });

  const meanwhile: Promise<EndedDocument>[] = [];
  const every = Math.ceil(files / (OTHERS + 1));
  let done = 0;
  const drop = async (index: number): Promise<EndedDocument> => {
    await clock.sleep((index / uploadsPerSecond) * 1000);
    const ended = await pipeline.drop('alice', `${index}.jpg`);
    done += 1;
    if (done % every === 0) meanwhile.push(pipeline.drop(`person-${done}`, 'receipt.jpg'));
    return ended;
  };
  const burst = Array.from({ length: files }, (_, index) => drop(index));
  const rightBehind = clock.sleep(1000).then(() => pipeline.drop('bob', 'receipt.jpg'));
  const documents = await Promise.all(burst);
  const others = { rightBehind: waitsOf([await rightBehind]), meanwhile: waitsOf(await Promise.all(meanwhile)) };
  await database.close();

  const { statesEntered, retries } = pipeline.counts;
  const all = textract.jobs.size;
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
    others,
  };
}

function waitsOf(documents: readonly EndedDocument[]): Waits {
  const since = (instantOf: (document: EndedDocument) => number | undefined): Spread => {
    const waits = documents.flatMap((document) => (instantOf(document) ?? Number.NaN) - document.droppedAt);
    const sorted = waits.filter((wait) => !Number.isNaN(wait)).sort((a, b) => a - b);
    return { median: seconds(sorted[sorted.length >> 1] ?? 0), most: seconds(sorted.at(-1) ?? 0) };
  };
  return {
    receipts: documents.length,
    firstCall: since(({ job }) => job?.firstCallAt),
    jobStarted: since(({ job }) => job?.startedAt),
    ended: since(({ endedAt }) => endedAt),
  };
}

function countProblems(documents: readonly EndedDocument[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { problem } of documents) if (problem !== undefined) counts[problem] = (counts[problem] ?? 0) + 1;
  return counts;
}

const round = (value: number): number => Number(value.toFixed(3));
const seconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(1));
