import { join, relative, resolve } from 'node:path';
import {
  DataFolderLockedError,
  DataFolderUnusableError,
  endProcess,
  guardDisk,
  PortInUseError,
  SettableClock,
  type StatesActivity,
} from 'laptop-cloud';
import pc from 'picocolors';
import { personKey } from '../lambdas/adapters/ledger-keys.ts';
import { printable } from '../views/printable.ts';
import { Story } from '../views/story.ts';
import { type CliOptions, DEFAULT_PORT, readOptions, UsageError, usage } from './cli-options.ts';
import { type SpendwireCloud, startCloud } from './cloud.ts';
import { documentOf } from './executed-document.ts';
import { ownTableClient } from './own-table-client.ts';
import { isOutOfSeason, isUntouched, readSamples, SAMPLES_NOW } from './samples.ts';
import { laptopSettings } from './settings.ts';

// The SDK's announcement that Node 20 support will end is for us, not for a person who drops receipts.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** A path as a shell takes it. */
const shellWord = (path: string): string => (/^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

const print = (line: string): void => console.log(printable(line));

/** Said below a plan's contacts: on AWS a mailbox has to confirm first. */
const ABOUT_CONTACTS = 'on this computer addresses confirm themselves; on AWS each mailbox follows a link first';
/** Said when messages are left that quiet hours hold back. */
const ABOUT_WAITING = 'messages wait for the end of quiet hours; they go out then, or with the next start';
/** Far longer than a window is open. */
const ONLY_WAITS_AFTER_MS = 30_000;
const PROGRESS_EVERY_MS = 5000;

/** Starts the laptop cloud, tells what happens, and ends with Ctrl-C or, with `--once`, when all work is done. */
async function main(options: CliOptions): Promise<number> {
  const stop = onInterrupt();
  print(pc.bold('Spendwire') + pc.dim('  the whole pipeline on this computer: getting ready …'));
  const early: StatesActivity[] = [];
  let follow = (activity: StatesActivity): unknown => early.push(activity);
  let story: Story | undefined;
  const clock = new SettableClock();
  const cloud = await startCloud({
    clock,
    dataDirectory: options.dataDirectory,
    port: options.port,
    settings: { ...laptopSettings, defaultUser: options.defaultUser, maxPages: options.maxPages },
    ...(process.env['SMTP_URL'] ? { smtp: { url: process.env['SMTP_URL'] } } : {}),
    onMessage: (message) => story?.message(message),
    onExecution: (activity) => follow(activity),
    onLog: (source, line) => {
      if (source === 'folder') print(pc.yellow(line));
    },
  });
  const table = { client: ownTableClient(cloud), name: cloud.tableName };
  story = new Story({ table, print, now: () => clock.now(), aboutContacts: ABOUT_CONTACTS });
  const followed = followDocuments(cloud, story);
  follow = followed.take;
  for (const activity of early) follow(activity);
  const bucket = relative('.', cloud.folder.bucket) || '.';
  print(`${pc.green('ready')}  bucket folder ${pc.bold(`${bucket}/`)}  endpoint ${pc.bold(cloud.endpoint)}`);
  print('');
  const progress = showProgress(cloud, story);
  guardDisk(cloud.folder.root, (sentence) => {
    console.error(pc.red(printable(sentence)));
    stop.now();
    return endProcess(cloud);
  });
  try {
    await cloud.functionsReady;
    const isFirst = !options.empty && !stop.isSignalled() && (await isUntouched(cloud));
    if (isFirst) await dropSamples(cloud, clock);
    const isWaiting = await Promise.race([cloud.idle().then(() => false), stop.signalled, onlyWaits(cloud, story)]);
    await followed.settled();
    if (!stop.isSignalled()) {
      await story.summary();
      if (isWaiting) print(pc.dim(`\n${ABOUT_WAITING}`));
      clock.reset();
      if (!options.once) print(nextSteps(cloud, bucket, options.port, isFirst));
    }
    if (!options.once) await stop.signalled;
    return story.progress().underWay === 0 || !options.once ? 0 : 1;
  } finally {
    clearInterval(progress);
    await story.told();
    if (stop.isSignalled()) print(pc.dim('stopping; what is under way goes on with the next start'));
    table.client.destroy();
    await cloud.close();
  }
}

/** Passes on what happens to documents, in its order, and leaves out what works on none, such as the sweep. */
function followDocuments(cloud: SpendwireCloud, story: Story) {
  let last: Promise<void> = Promise.resolve();
  /** Of the executions under way: each tells of every state that it enters. */
  const documents = new Map<string, ReturnType<typeof documentOf>>();
  const pass = async (activity: StatesActivity) => {
    const { executionArn, status } = activity;
    const asked = documents.get(executionArn) ?? documentOf(cloud.states, activity);
    if (status === 'RUNNING') documents.set(executionArn, asked);
    else documents.delete(executionArn);
    const document = await asked;
    if (!document) return;
    if (status === 'RUNNING') story.started(document);
    else story.ended(document);
  };
  return {
    take: (activity: StatesActivity) => {
      last = last.then(() => pass(activity));
    },
    settled: () => last,
  };
}

async function dropSamples(cloud: SpendwireCloud, clock: SettableClock): Promise<void> {
  const samples = await readSamples();
  print(
    `Dropping a sample plan and ${samples.length - 1} sample documents of a made-up person, Alice, into the bucket.`,
  );
  if (isOutOfSeason(clock.now())) {
    clock.set(Date.parse(SAMPLES_NOW));
    print(pc.dim(`Their month is over; until they are told it is ${SAMPLES_NOW.slice(0, 10)} here.`));
  }
  print('');
  for (const { key, body } of samples) await cloud.s3.write(key, body);
}

/** @param askedPort The one of the command line; 0 let the system choose. */
function nextSteps(cloud: SpendwireCloud, bucket: string, askedPort: number, withSamples: boolean): string {
  const month = withSamples ? ` --month ${SAMPLES_NOW.slice(0, 7)}` : '';
  const port = askedPort === DEFAULT_PORT ? '' : ` --port ${new URL(cloud.endpoint).port}`;
  const shell = shellWord(relative(process.cwd(), join(cloud.folder.root, 'aws.env')));
  const arn = cloud.values['IngestReceiptArn'];
  return `
${pc.bold('Your turn')}
  cp my-receipt.jpg ${shellWord(`${bucket}/receipts/alice/`)}      or any name of yours instead of alice, with a plan of
  ${bucket}/budgets/alice.yaml                     its own beside Alice's; edit it and see what happens

${pc.bold('Look further')}, after ${pc.dim(`. ${shell}`)}
  aws stepfunctions list-executions --state-machine-arn ${arn}
  aws dynamodb query --table-name ${cloud.tableName} --key-condition-expression 'PK = :p' \\
      --expression-attribute-values '{":p":{"S":"${personKey('alice').PK}"}}'
  npm run trace -- 01-grocery-slip.jpg${port}
  npm run report -- --user alice${month}${port}
  npm run doctor -- --user alice${port}

Watching ${bucket}/. Ctrl-C ends it; the next start carries on.`;
}

/** Says how far it is whenever nothing was said for a while and something is under way. */
function showProgress({ events }: Pick<SpendwireCloud, 'events'>, story: Story): NodeJS.Timeout {
  const timer = setInterval(() => {
    const { underWay, ended } = story.progress();
    const waiting = events.pending();
    if (underWay === 0 && waiting > 0)
      print(pc.dim(`  … ${waiting} files wait for their start; see logs/ should it take long`));
    if (underWay > 0) print(pc.dim(`  … ${ended} done, ${underWay} under way`));
  }, PROGRESS_EVERY_MS);
  timer.unref();
  return timer;
}

/**
 * Resolves to true when no document has been under way for a while and no file waits for its start, which takes long on a
 * busy computer: what is left waits for a time of day.
 */
function onlyWaits({ events }: Pick<SpendwireCloud, 'events'>, story: Story): Promise<true> {
  return new Promise((resolve) => {
    let since = Date.now();
    const timer = setInterval(() => {
      if (story.progress().underWay > 0 || events.pending() > 0) since = Date.now();
      if (Date.now() - since < ONLY_WAITS_AFTER_MS) return;
      clearInterval(timer);
      resolve(true);
    }, 500);
    timer.unref();
  });
}

/** The first Ctrl-C ends in order; a second one does not wait. */
function onInterrupt(): { signalled: Promise<void>; isSignalled(): boolean; now(): void } {
  let isSignalled = false;
  let signal = () => {};
  const signalled = new Promise<void>((resolve) => {
    signal = resolve;
  });
  const now = () => {
    isSignalled = true;
    signal();
  };
  const end = () => (isSignalled ? process.exit(130) : now());
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return { signalled, isSignalled: () => isSignalled, now };
}

function explain(error: unknown, dataDirectory: string): string {
  if (error instanceof PortInUseError) return `${error.message}; take another one with --port N (0 takes a free one)`;
  if (error instanceof DataFolderLockedError) return `${error.message}; another folder is given with --data DIR`;
  if (error instanceof DataFolderUnusableError) return `${error.message} (--data DIR)`;
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return `the disk is full (${error.message}): free some space, and start again; what was taken is kept`;
  // Deep inside, a file where a folder has to be, or one that is closed to this user.
  if (error instanceof Error && 'path' in error && String(error.path).startsWith(resolve(dataDirectory)))
    return `the data folder is damaged or closed to this user (${error.message}): mend that, or take another folder with --data DIR`;
  if (error instanceof UsageError) return error.message;
  return (error as Error).stack ?? String(error);
}

let dataDirectory = '';
try {
  const options = readOptions(process.argv.slice(2));
  dataDirectory = options.dataDirectory;
  if (options.help) print(usage);
  else process.exitCode = await main(options);
} catch (error) {
  console.error(pc.red(explain(error, dataDirectory)));
  process.exit(error instanceof UsageError ? 2 : 1);
}
