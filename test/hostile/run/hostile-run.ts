import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createChance } from '../chance.ts';
import { allFiles } from '../files/all-files.ts';
import { canariesOf } from '../files/canaries.ts';
import { hostileCorrections } from '../files/corrections.ts';
import type { HostileFile } from '../hostile-file.ts';
import type { Setting } from '../hostile-request.ts';
import { createKit } from '../kit.ts';
import { CAREFUL, CARELESS, planOf } from '../people.ts';
import { allRequests } from '../requests/all-requests.ts';
import { judgeBooks } from './books.ts';
import type { EndedDocument } from './documents.ts';
import { drop } from './drop.ts';
import { exchange } from './exchange.ts';
import { openHalf } from './half-open.ts';
import { innerWords, steeringIn } from './inner-words.ts';
import { problemsOfAnswer, toldAnswer } from './judge-answer.ts';
import { judgeFile } from './judge-file.ts';
import { judgeOutside } from './outside.ts';
import { type Product, startProduct } from './product.ts';
import { settle } from './settle.ts';
import { changesBetween, takeSnapshot } from './snapshot.ts';
import type { Tried } from './tried.ts';

/** For everything from the start to the last document; a run on two idle cores takes half of it. */
const HARD_LIMIT_MS = 10 * 60_000;
/** The process has at most about 1,600 MB when it reads receipts only; see docs/reference/speed.md. */
const MOST_MEMORY_MB = 3000;
const ANSWER_WITHIN_MS = 10_000;
const END_WITHIN_MS = 20_000;
const DROPPED_AT_ONCE = 8;
/** The hourly look at everybody's budgets writes to the table: no request is to be blamed for it. */
const AWAY_FROM_THE_HOUR_MS = 90_000;

/** Says how far the run is. */
export type Say = (line: string) => void;

/** Starts the product, gives it everything hostile of a seed, and tells what came out. */
export async function runHostile(seed: number, directory: string, say: Say): Promise<Tried[]> {
  const untilMs = Date.now() + HARD_LIMIT_MS;
  const kit = createKit(createChance(seed));
  const canaries = await canariesOf(kit);
  const made = await allFiles(kit);
  const outside = join(directory, 'outside');
  await mkdir(outside, { recursive: true });
  const product = await startProduct(join(directory, 'data'));
  try {
    const halfOpen = openHalf(product.endpoint);
    const plans = [CAREFUL, ...CARELESS].map((person) => planFile(person));
    await dropAll(product, [...plans, ...canaries.first], outside);
    const firstDocuments = await settle(product, [...plans, ...canaries.first], untilMs);
    const corrections = hostileCorrections(kit, idOf(canaries.first[0], firstDocuments), CAREFUL);
    const hostile = kit.chance.shuffled([...made, ...corrections]);
    const half = Math.floor(hostile.length / 2);
    const amid = [...hostile.slice(0, half), ...canaries.amid, ...hostile.slice(half), pageFile];
    say(`dropping ${hostile.length} hostile files among ${plans.length} plans and good receipts`);
    await dropAll(product, amid, outside);
    await settle(product, amid, untilMs);

    const requests = await sendAll(product, kit.chance.fork('requests'), say);

    say('dropping the last good receipts');
    await dropAll(product, canaries.last, outside);
    const files = [...plans, ...canaries.first, ...amid, ...canaries.last];
    const documents = await settle(product, files, untilMs);
    while (!halfOpen.areClosed() && Date.now() < untilMs) await pause(1000);
    return [
      ...byKind(files.map((file) => judgeFile(file, documents.get(file.path.toString()) ?? [], product.output()))),
      ...byKind(requests),
      ...halfOpen.judge(false),
      ...(await Promise.all(
        [CAREFUL, ...CARELESS].map((person) => judgeBooks(product.table, person, files, documents)),
      )),
      await judgePort(product),
      await judgeOutside(directory),
      ...(await endOf(product)),
      ...halfOpen.judge(true),
    ];
  } finally {
    if (product.isAlive()) await product.stop(0);
  }
}

/** They were tried in a random order. */
const byKind = (tried: readonly Tried[]): Tried[] => [...tried].sort((a, b) => a.kind.localeCompare(b.kind, 'en'));

const planFile = (person: string): HostileFile => ({
  kind: 'good plan',
  what: person,
  path: `budgets/${person}.yaml`,
  content: planOf(person),
  due: { ends: ['completed'] },
});

/** A page under a receipt's prefix, for requests that want to open it. */
const pageFile: HostileFile = {
  kind: 'another format',
  what: 'page.html by PutObject',
  path: `receipts/${CARELESS[0]}/page.html`,
  content: Buffer.from('<!doctype html><script>document.title = 1</script>'),
  due: { ends: ['rejected UnsupportedFormatError'] },
  byRequest: true,
};

/** The corrections need a document of somebody else that is booked. */
function idOf(file: HostileFile | undefined, documents: ReadonlyMap<string, readonly EndedDocument[]>): string {
  const id = documents.get(file?.path.toString() ?? '')?.[0]?.documentId;
  if (id === undefined) throw new Error('expected a document of the first good receipt');
  return id;
}

async function dropAll(product: Product, files: readonly HostileFile[], outside: string): Promise<void> {
  const waiting = [...files];
  await Promise.all(
    Array.from({ length: DROPPED_AT_ONCE }, async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await drop(product, file, outside);
    }),
  );
}

async function sendAll(product: Product, chance: ReturnType<typeof createChance>, say: Say): Promise<Tried[]> {
  const toTheHourMs = 3_600_000 - (Date.now() % 3_600_000);
  if (toTheHourMs < AWAY_FROM_THE_HOUR_MS) await pause(toTheHourMs + 15_000);
  const requests = allRequests(chance);
  const setting: Setting = {
    host: new URL(product.endpoint).host,
    credentials: product.credentials,
    key: `receipts/${CAREFUL}/first.pdf`,
    pageKey: pageFile.path.toString(),
  };
  say(`sending ${requests.length} hostile requests`);
  const before = await takeSnapshot(product);
  const tried: Tried[] = [];
  for (const { kind, what, pieces, answers = 1, due } of requests) {
    const came = await exchange(product.endpoint, pieces(setting), answers, ANSWER_WITHIN_MS);
    tried.push({ kind, what, cameOut: toldAnswer(came), problems: problemsOfAnswer(came, due, answers) });
    if (!product.isAlive()) throw new Error(`the process ended at a request, ${kind}: ${what}`);
  }
  const changes = changesBetween(before, await takeSnapshot(product));
  tried.push({
    kind: 'what the requests changed',
    what: 'items, objects, executions, messages, queues, topics, machines',
    cameOut: changes.length === 0 ? 'nothing' : `${changes.length} things`,
    problems: changes.slice(0, 20),
  });
  return tried;
}

async function judgePort({ endpoint }: Product): Promise<Tried> {
  const { status } = await fetch(endpoint, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => ({
    status: 0,
  }));
  return {
    kind: 'the port at the end',
    what: 'GET /',
    cameOut: String(status),
    problems: status === 200 ? [] : [`status ${status}, expected 200`],
  };
}

/** What can be said of the process when it is asked to end. */
async function endOf(product: Product): Promise<Tried[]> {
  const code = await product.stop(END_WITHIN_MS);
  const memory = product.mostMemoryMb();
  const messages = await readMessages(join(product.dataDirectory, 'outbox'));
  const output = product.output();
  const outcome = (kind: string, what: string, cameOut: string, problems: readonly (string | undefined)[]): Tried => ({
    kind,
    what,
    cameOut,
    problems: problems.filter((problem) => problem !== undefined),
  });
  return [
    outcome('the end of the process', 'SIGTERM', code === undefined ? 'killed' : `exit code ${code}`, [
      code === 0 ? undefined : `exit code ${code}, expected 0 within ${END_WITHIN_MS / 1000} s`,
    ]),
    outcome(
      'its memory',
      `${memory} MB at most`,
      memory <= MOST_MEMORY_MB ? `below ${MOST_MEMORY_MB} MB` : `${memory} MB`,
      [
        memory > 0 && memory <= MOST_MEMORY_MB
          ? undefined
          : `${memory} MB resident, expected at most ${MOST_MEMORY_MB}`,
      ],
    ),
    outcome('what it printed', `${output.split('\n').length} lines`, 'plain words', [
      output.length > 1000 ? undefined : 'it printed hardly anything',
      steering(output),
      inner(output),
    ]),
    outcome('what it sent', `${messages.length} messages`, 'plain words', [
      messages.length > 0 ? undefined : 'no message came',
      ...messages.flatMap((message) => [steering(message), inner(message)]),
    ]),
  ];
}

const told = (name: string, found: string | undefined) => found && `${name}: ${found}`;
const steering = (text: string) => told('it would steer', steeringIn(text));
const inner = (text: string) => told('inner words', innerWords(text));

async function readMessages(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}
