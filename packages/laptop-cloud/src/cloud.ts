import { account, bucketArn, type Credentials } from './account.ts';
import { type Clock, systemClock } from './clock.ts';
import {
  assertMayList,
  assertMayUseKey,
  declaredPermissions,
  guarded,
  guardedInvoke,
} from './cloud/cloud-permissions.ts';
import type { CloudDeclaration } from './cloud/declaration.ts';
import { functionSpec, queueSpec } from './cloud/declared-defaults.ts';
import { ensureMachines } from './cloud/ensure-machines.ts';
import { ensureTables } from './cloud/ensure-tables.ts';
import { ensureTopics } from './cloud/ensure-topics.ts';
import { allIdle } from './cloud/idle.ts';
import { ownCredentials, writeShellFile } from './cloud/own-credentials.ts';
import { startPeriodicWork } from './cloud/periodic-work.ts';
import { objectReader } from './cloud/read-object.ts';
import { Secrets } from './cloud/secrets.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { createDynamoDbService, type DynamoDbCall, type DynamoDbService } from './dynamodb/dynamodb-service.ts';
import { createEventsService, type EventsService } from './events/events-service.ts';
import { type Gateway, startGateway } from './http/gateway.ts';
import type { UsedAccess } from './http/permissions.ts';
import type { OperationService } from './http/service.ts';
import { createStsService } from './http/sts-service.ts';
import { bundleRuntime, createLambdaService, type LambdaService } from './lambda/lambda-service.ts';
import { createS3Service, type S3Service } from './s3/s3-service.ts';
import type { OutboxMessage } from './sns/message.ts';
import { createSnsService, type SnsService } from './sns/sns-service.ts';
import { createStatesService, type StatesActivity, type StatesService } from './states/states-service.ts';
import { createTextractService, type TextractService } from './textract/textract-service.ts';
import { createXRayService, type XRayService } from './xray/xray-service.ts';

/** Where a cloud listens that is told no port. */
export const DEFAULT_PORT = 4566;
const DEFAULT_BUCKET = 'bucket';
const DEFAULT_DATA_DIRECTORY = './laptop-cloud-data';

/** How a cloud runs, beside what runs in it. */
export interface CloudOptions {
  /** @default './laptop-cloud-data' */
  readonly dataDirectory?: string;
  /** 0 takes any free port. @default 4566 */
  readonly port?: number;
  /** @default - the machine's own time */
  readonly clock?: Clock;
  /** OCR threads. @default - as many as the Textract room finds right */
  readonly textractWorkers?: number;
  /** Of the requests that people sign. @default - the data folder's own, made by chance; `aws.env` in it holds them for a shell */
  readonly credentials?: Credentials;
  /** Name of the folder inside the data folder that holds what only the rooms read. @default '.state' */
  readonly stateFolder?: string;
  /** Lets a Wait state end with the Textract job whose id the execution knows, where it would wait on. @default false, as on AWS */
  readonly endsWaitsWithJobs?: boolean;
  /** Runs the schedules and deletes expired items; a virtual clock would rush from one to the next. @default true */
  readonly periodicWork?: boolean;
  /** Sends e-mail for real. @default - messages stay in the outbox */
  readonly smtp?: { readonly url: string; readonly from?: string };
  /** Whether an e-mail address is confirmed as it is subscribed; else its owner does by `sns.confirm`. @default - every one is */
  isConfirmedAtOnce?(address: string): boolean;
  /** Makes the functions' bundles while the rest opens; invocations wait for it. @default - the bundles are there */
  bundleFunctions?(): Promise<unknown>;
  /**
   * Where what V8 compiled of bundles is kept, so that the threads of a function start in half the time; only who may change the
   * bundles may write there. It is for `.cjs` bundles that never `import()`: esbuild makes them with the format `cjs` and
   * `supported: { 'dynamic-import': false }`.
   *
   * @default - it is not kept
   */
  readonly codeFolder?: string;
  /** Told of every message that SNS accepted. */
  onMessage?(message: OutboxMessage): void;
  /** Told of every line that a function prints, by its id, and of messages that failed, by their queue. */
  onLog?(source: string, line: string): void;
  /** Told of every call of the table that has ended; a function calls by its id. */
  onTableCall?(call: DynamoDbCall): void;
  /** Told of every state that an execution enters, and of its end. */
  onExecution?(activity: StatesActivity): void;
}

/** A cloud that runs. */
export interface LaptopCloud {
  readonly endpoint: string;
  readonly port: number;
  readonly folder: DataFolder;
  readonly s3: S3Service;
  readonly dynamodb: DynamoDbService;
  readonly states: StatesService;
  readonly textract: TextractService;
  readonly sns: SnsService;
  readonly events: EventsService;
  readonly lambda: LambdaService;
  readonly xray: XRayService;
  /** What an SDK client needs to work against this cloud. */
  readonly clientConfig: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: Credentials;
  };
  /**
   * Resolves when the functions can be loaded, and rejects with what stood in the way; until then their invocations
   * wait, as they do for a cold start.
   */
  readonly functionsReady: Promise<void>;
  /** The permissions that functions and machines have used so far. */
  usedPermissions(): UsedAccess[];
  /** Resolves when dropped files, queues, executions, jobs and mail are all done. */
  idle(): Promise<void>;
  /** Ends cleanly; running executions, queued events and jobs go on at the next start. */
  close(): Promise<void>;
}

/**
 * Starts everything that is declared in this process, on one port, and goes on with what an earlier process left in the
 * data folder.
 *
 * @throws PortInUseError when another process listens on the port.
 * @throws DataFolderLockedError when another process works in the data folder.
 */
export async function startLaptopCloud(
  declaration: CloudDeclaration,
  options: CloudOptions = {},
): Promise<LaptopCloud> {
  const opened: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  const closeAll = async () => {
    const failures: unknown[] = [];
    // What cannot be put down, as on a full disk, keeps nothing else from being closed.
    for (let undo = opened.pop(); undo; undo = opened.pop()) {
      try {
        await undo();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    return await open(declaration, options, (undo) => opened.push(undo), close);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** @param onClose Takes what undoes a step; all is undone in reverse order, so work ends before what it stands on. */
async function open(
  declaration: CloudDeclaration,
  options: CloudOptions,
  onClose: (undo: () => unknown) => void,
  close: () => Promise<void>,
): Promise<LaptopCloud> {
  const { bucket = DEFAULT_BUCKET, tables = [], machines = [], rules = [], schedules = [], topics = [] } = declaration;
  const functions = (declaration.functions ?? []).map(functionSpec);
  const queues = (declaration.queues ?? []).map(queueSpec);
  const { clock = systemClock, onMessage, onLog, onTableCall, onExecution } = options;
  const stopped = new AbortController();
  const permissions = declaredPermissions(declaration.functions ?? [], machines);
  const bundled = Promise.all([bundleRuntime(), options.bundleFunctions?.()]).then(() => undefined);
  // Whoever waits for the functions hears of a failure; it must not bring the process down before.
  bundled.catch(() => undefined);

  const folder = await openDataFolder(options.dataDirectory ?? DEFAULT_DATA_DIRECTORY, options.stateFolder);
  onClose(() => folder.release());
  const credentials = options.credentials ?? (await ownCredentials(folder));
  const secrets = new Secrets(
    functions.map(({ id }) => id),
    credentials,
  );
  const xray = await createXRayService({ directory: folder.state('traces') });
  onClose(() => xray.close());
  const sns = await createSnsService({
    directory: folder.state('sns'),
    outboxDirectory: folder.outbox,
    clock,
    ...(onMessage ? { onMessage } : {}),
    ...(options.smtp ? { smtp: options.smtp } : {}),
    isConfirmedAtOnce: (address) => options.isConfirmedAtOnce?.(address) ?? true,
    onMailFailure: (reason) => onLog?.('mail', reason),
  });
  onClose(() => sns.close());
  const dynamodb = await createDynamoDbService({
    directory: folder.state('dynamodb'),
    clock,
    ...(onTableCall ? { onCall: onTableCall } : {}),
  });
  onClose(() => dynamodb.close());

  // Functions, queues and port know each other; each asks for the others only once work has begun.
  const events = await createEventsService({
    directory: folder.state('events'),
    clock,
    queues,
    rules,
    invokeFunction: (...invocation) => lambda.invoke(...invocation),
    endpoint: () => gateway.endpoint,
    onFailure: (queueName, reason) => onLog?.(queueName, reason),
  });
  const s3 = await createS3Service({
    bucket,
    directory: folder.bucket,
    stateDirectory: folder.state('s3'),
    clock,
    events: events.put,
    assertMayList: assertMayList(bucketArn(bucket), permissions),
    assertMayUseKey: assertMayUseKey(permissions),
    ...(onLog ? { onFile: (line: string) => onLog('folder', line) } : {}),
  });
  onClose(() => s3.close());
  const lambda: LambdaService = await createLambdaService({
    functions,
    bundled,
    hostAddresses: ({ id }) => ({
      endpoint: gateway.endpoint,
      traceDaemon: xray.daemonAddress,
      secretAccessKey: secrets.of(id) ?? '',
    }),
    clock,
    traces: xray.sink,
    ...(options.codeFolder === undefined ? {} : { codeFolder: options.codeFolder }),
    logDirectory: folder.logs,
    ...(onLog ? { onLog } : {}),
    invokeLater: events.invokeLater,
  });
  onClose(() => lambda.close());
  const gateway: Gateway = await startGateway({
    port: options.port ?? DEFAULT_PORT,
    secretOf: (id) => secrets.of(id),
    permissions,
  });
  onClose(() => gateway.close());
  const textract = await createTextractService({
    directory: folder.state('textract'),
    clock,
    ...(options.textractWorkers === undefined ? {} : { workers: options.textractWorkers }),
    readObject: objectReader(s3, bucket),
  });
  onClose(() => textract.close());
  const integrations = new Map<string, OperationService>(
    Object.entries({ textract, dynamodb, sns, s3, sqs: events.sqs, eventbridge: events.eventbridge }).map(
      ([name, room]) => [name, guarded(room, permissions)],
    ),
  );
  const states: StatesService = await createStatesService({
    directory: folder.state('states'),
    clock,
    traces: xray.sink,
    events: events.put,
    invokeFunction: guardedInvoke(lambda.invoke, permissions),
    ...(options.endsWaitsWithJobs ? { workUnderWay: textract.underWay } : {}),
    service: (name) => (name === 'sfn' ? guarded(states, permissions) : integrations.get(name)),
    ...(onExecution ? { onActivity: onExecution } : {}),
  });
  onClose(() => states.close());
  onClose(() => events.close());

  await Promise.all([
    bundleRuntime(),
    ensureTables(dynamodb, tables),
    ensureMachines(states, machines),
    ensureTopics(sns, topics),
  ]);
  gateway.serve([
    s3,
    dynamodb,
    states,
    textract,
    sns,
    events.sqs,
    events.eventbridge,
    lambda,
    xray,
    createStsService(),
  ]);
  await writeShellFile(folder, credentials, gateway.endpoint);
  await textract.resume();
  await states.resume();
  events.start();
  await s3.watch();
  const chores = [() => dynamodb.sweepExpired(), () => s3.removeAbandonedUploads()];
  if (options.periodicWork ?? true)
    onClose(startPeriodicWork({ clock, states, invokeLater: events.invokeLater, schedules, chores }));
  onClose(() => stopped.abort());

  return {
    ...{ endpoint: gateway.endpoint, port: gateway.port, folder },
    ...{ s3, dynamodb, states, textract, sns, events, lambda, xray },
    clientConfig: {
      endpoint: gateway.endpoint,
      region: account.region,
      credentials: { accessKeyId: credentials.accessKeyId, secretAccessKey: credentials.secretAccessKey },
    },
    functionsReady: bundled,
    usedPermissions: () => permissions.used(),
    idle: () =>
      allIdle(
        [
          { pending: () => 0, idle: () => s3.settled() },
          { pending: () => events.pending(), idle: () => events.idle() },
          { pending: () => states.running(), idle: () => states.idle() },
          { pending: () => textract.running() },
          { pending: () => sns.pending() },
        ],
        stopped.signal,
      ),
    close,
  };
}
