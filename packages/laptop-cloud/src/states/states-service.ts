import type { Clock } from '../clock.ts';
import type { EventSink } from '../events/event.ts';
import { jsonHandler } from '../http/json-service.ts';
import type { OperationService } from '../http/service.ts';
import type { InvokeFunction } from '../lambda/invocation.ts';
import type { TraceSink } from '../xray/segment.ts';
import { Activities } from './execution/activities.ts';
import type { ExecutionStatus } from './execution/execution-record.ts';
import { Executions } from './execution/executions.ts';
import { MapRunStore } from './execution/map-runs.ts';
import { TaskTokens } from './execution/task-tokens.ts';
import { createTaskCaller, unsupportedResource } from './integrations/call-resource.ts';
import type { TaskResource } from './integrations/resource.ts';
import { createS3Caller } from './integrations/s3-caller.ts';
import type { FindService } from './integrations/sdk-call.ts';
import type { Engine, WorkUnderWay } from './language/flow-run.ts';
import { executionOperations } from './operations/execution-operations.ts';
import { machineOperations } from './operations/machine-operations.ts';
import { MachineStore } from './operations/machine-store.ts';
import { mapRunOperations } from './operations/map-run-operations.ts';
import { taskOperations } from './operations/task-operations.ts';
import { testState } from './test-state/test-state.ts';

type CallTask = Engine['callTask'];

export interface StatesOptions {
  /** Holds machines and executions; nobody else writes there. */
  readonly directory: string;
  readonly clock: Clock;
  readonly traces: TraceSink;
  readonly events: EventSink;
  readonly invokeFunction: InvokeFunction;
  /** A service by its name in SDK integrations: `textract`, `dynamodb`, `sns`, `s3`, `sfn`. */
  service(name: string): OperationService | undefined;
  /** What a Wait that knows its id need not outlast, such as a Textract job. @default - every Wait has its time, as on AWS */
  readonly workUnderWay?: WorkUnderWay | undefined;
  /** Stands between Tasks and what they call, as a replay of recordings does. @default - nothing does */
  readonly taskReplacement?: TaskReplacement;
  /** Told what executions do, as it happens. */
  onActivity?(activity: StatesActivity): void;
}

/** Answers Tasks in place of what they call. */
export interface TaskReplacement {
  wrap(callTask: CallTask): CallTask;
  /** Whether a resource that nobody here serves may be used all the same. */
  accepts(resource: TaskResource): boolean;
}

/** An execution entered a state, or came to its end. */
export interface StatesActivity {
  readonly executionArn: string;
  readonly machineName: string;
  /** The state entered; absent at the end. */
  readonly state?: string;
  readonly status: ExecutionStatus;
}

/** AWS Step Functions: machines in JSONata mode, run durably. `FEATURES.md` lists what is supported. */
export interface StatesService extends OperationService {
  /** Goes on with the executions that an earlier process left. */
  resume(): Promise<void>;
  /** Number of executions that are not over. */
  running(): number;
  /** Resolves when no execution is running. */
  idle(): Promise<void>;
  /** Stops waiting; running executions are left for the next process to resume. */
  close(): Promise<void>;
}

/** Opens what is in the directory. Nothing runs before {@link StatesService.resume} or a StartExecution. */
export async function createStatesService(options: StatesOptions): Promise<StatesService> {
  const { directory, clock, traces, events } = options;
  const machines = await MachineStore.open(directory);
  const activities = await Activities.open(directory, clock);
  const tokens = new TaskTokens(clock, (executionArn) => executions.summary(executionArn)?.status === 'RUNNING');
  const find: FindService = (name) => options.service(name) ?? (name === 'sfn' ? states : undefined);
  const mapRuns = await MapRunStore.open({
    directory,
    clock,
    executions: () => executions,
    callS3: createS3Caller(find),
  });
  const callTask = createTaskCaller({
    clock,
    invokeFunction: options.invokeFunction,
    service: find,
    executionEnded: (executionArn) => executions.ended(executionArn),
    performActivity: (activityArn, call) => activities.perform(activityArn, call),
  });
  const executions: Executions = await Executions.open({
    directory,
    clock,
    traces,
    events,
    tokens,
    mapRuns,
    callTask: options.taskReplacement?.wrap(callTask) ?? callTask,
    hasActivity: (arn) => activities.get(arn) !== undefined,
    workUnderWay: options.workUnderWay,
    definition: (definitionId) => machines.definition(definitionId),
    onState: ({ executionArn, machineName }, state) =>
      options.onActivity?.({ executionArn, machineName, state, status: 'RUNNING' }),
    onEnd: ({ executionArn, machineName }, { status }) => options.onActivity?.({ executionArn, machineName, status }),
  });
  const operations = {
    ...machineOperations(machines, clock, (resource) =>
      options.taskReplacement?.accepts(resource) ? undefined : unsupportedResource(resource, find),
    ),
    ...executionOperations(machines, executions, clock),
    ...mapRunOperations(mapRuns, executions),
    ...taskOperations(tokens, activities, clock),
    TestState: testState({ clock, callTask }),
  };
  const states: StatesService = {
    signingName: 'states',
    operations,
    handle: jsonHandler(operations, { version: '1.0', targetPrefix: 'AWSStepFunctions' }),
    resume: () => executions.resume(),
    running: () => executions.runningCount,
    idle: () => executions.idle(),
    close: () => executions.close(),
  };
  return states;
}
