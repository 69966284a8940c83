import type { Json } from '../../http/service.ts';

/**
 * The Amazon States Language in JSONata mode, as far as this room runs it. A definition that reaches these types has
 * passed `validation/validate-definition.ts`. https://states-language.net/spec.html
 */
export interface Flow {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface Machine extends Flow {
  readonly Comment?: string;
  readonly QueryLanguage?: 'JSONata' | 'JSONPath';
  readonly TimeoutSeconds?: number;
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | ParallelState
  | MapState
  | SucceedState
  | FailState;

/** What a state, a Choice rule and a Catch rule have in common: the variables they set and the output they give. */
export interface Result {
  /** A template whose top-level names become variables. */
  readonly Assign?: { readonly [name: string]: Json };
  readonly Output?: Json;
}

/** Where the flow goes after a state: `Next`, or the end. */
export interface Transition {
  readonly Next?: string;
  readonly End?: boolean;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'NONE' | 'FULL';
}

export interface Catcher extends Result {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

/** The fields of states that may fail on the way: Task, Parallel and Map. */
export interface Recovery {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface PassState extends Result, Transition {
  readonly Type: 'Pass';
}

export interface TaskState extends Result, Transition, Recovery {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Json;
  /** A number, or an expression for one. */
  readonly TimeoutSeconds?: Json;
  /** Longest silence of a task that is answered later; a plain call sends no heartbeats that it could miss. */
  readonly HeartbeatSeconds?: Json;
  readonly Credentials?: { readonly RoleArn: Json };
}

export interface ChoiceRule extends Result {
  readonly Condition: Json;
  readonly Next: string;
}

export interface ChoiceState extends Result {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

export interface WaitState extends Result, Transition {
  readonly Type: 'Wait';
  readonly Seconds?: Json;
  readonly Timestamp?: Json;
}

export interface ParallelState extends Result, Transition, Recovery {
  readonly Type: 'Parallel';
  readonly Arguments?: Json;
  readonly Branches: readonly Flow[];
}

export interface MapState extends Result, Transition, Recovery {
  readonly Type: 'Map';
  readonly Items?: Json;
  readonly ItemSelector?: Json;
  readonly MaxConcurrency?: Json;
  readonly ItemProcessor: Processor;
  readonly ItemReader?: ItemReader;
  readonly ItemBatcher?: ItemBatcher;
  readonly ResultWriter?: ResultWriter;
  readonly ToleratedFailureCount?: Json;
  readonly ToleratedFailurePercentage?: Json;
  /** Part of the ARNs of a distributed Map's runs and their executions. */
  readonly Label?: string;
}

/** What a Map runs for each item: in its own execution, or, distributed, as executions of their own. */
export interface Processor extends Flow {
  readonly ProcessorConfig?: {
    readonly Mode?: 'INLINE' | 'DISTRIBUTED';
    readonly ExecutionType?: 'STANDARD' | 'EXPRESS';
  };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
export interface ItemReader {
  readonly Resource: string;
  readonly Arguments?: Json;
  readonly ReaderConfig?: {
    readonly InputType?: 'JSON' | 'JSONL' | 'CSV' | 'MANIFEST';
    readonly CSVHeaderLocation?: 'FIRST_ROW' | 'GIVEN';
    readonly CSVHeaders?: readonly string[];
    readonly CSVDelimiter?: string;
    /** A JSON Pointer to the array in a JSON file. */
    readonly ItemsPointer?: string;
    readonly MaxItems?: Json;
  };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
export interface ItemBatcher {
  readonly MaxItemsPerBatch?: Json;
  readonly MaxInputBytesPerBatch?: Json;
  readonly BatchInput?: Json;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
export interface ResultWriter {
  readonly Resource?: string;
  readonly Arguments?: Json;
  readonly WriterConfig?: {
    readonly Transformation?: 'NONE' | 'COMPACT' | 'FLATTEN';
    readonly OutputType?: 'JSON' | 'JSONL';
  };
}

export interface SucceedState extends Result {
  readonly Type: 'Succeed';
}

export interface FailState {
  readonly Type: 'Fail';
  readonly Error?: Json;
  readonly Cause?: Json;
}
