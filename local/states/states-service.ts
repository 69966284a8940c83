import type { Clock } from '../clock.ts';
import type { EventSink } from '../events/event.ts';
import { jsonHandler } from '../http/json-service.ts';
import type { OperationService } from '../http/service.ts';
import type { InvokeFunction } from '../lambda/invocation.ts';
import type { TraceSink } from '../xray/segment.ts';
import type { ExecutionStatus } from './execution/execution-record.ts';
import { Executions } from './execution/executions.ts';
import { createTaskCaller } from './integrations/call-resource.ts';
import { executionOperations } from './operations/execution-operations.ts';
import { machineOperations } from './operations/machine-operations.ts';
import { MachineStore } from './operations/machine-store.ts';

export interface StatesOptions {
  /** Holds machines and executions; nobody else writes there. */
  readonly directory: string;
  readonly clock: Clock;
  readonly traces: TraceSink;
  readonly events: EventSink;
  readonly invokeFunction: InvokeFunction;
  /** A service by its name in SDK integrations: `textract`, `dynamodb`, `sns`, `s3`, `sfn`. */
  service(name: string): OperationService | undefined;
  /** Told what executions do, as it happens. */
  onActivity?(activity: StatesActivity): void;
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
  const executions = await Executions.open({
    directory,
    clock,
    traces,
    events,
    callTask: createTaskCaller(options),
    definition: (definitionId) => machines.definition(definitionId),
    onState: ({ executionArn, machineName }, state) =>
      options.onActivity?.({ executionArn, machineName, state, status: 'RUNNING' }),
    onEnd: ({ executionArn, machineName }, { status }) => options.onActivity?.({ executionArn, machineName, status }),
  });
  const operations = {
    ...machineOperations(machines, clock, (name) => options.service(name)),
    ...executionOperations(machines, executions, clock),
  };
  return {
    signingName: 'states',
    operations,
    handle: jsonHandler(operations, { version: '1.0', targetPrefix: 'AWSStepFunctions' }),
    resume: () => executions.resume(),
    running: () => executions.runningCount,
    idle: () => executions.idle(),
    close: () => executions.close(),
  };
}
