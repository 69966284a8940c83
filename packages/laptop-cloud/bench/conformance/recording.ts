import type { Json, JsonObject } from '../../src/http/service.ts';

export type RecordedLanguage = 'JSONata' | 'neutral' | 'translated' | 'mixed';

/** How a Task ended when the execution was recorded. */
export interface TaskReply {
  readonly state: string;
  readonly mapIteration?: number;
  readonly submittedOutput?: Json;
  readonly outcome?: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: Json;
}

/** One execution recorded on AWS; the fields are described beside the data. */
export interface RecordedExecution {
  readonly id: string;
  readonly queryLanguage: RecordedLanguage;
  readonly stateMachineType: 'STANDARD' | 'EXPRESS';
  readonly definition: JsonObject;
  readonly input: Json;
  readonly needs: readonly string[];
  readonly lambdas?: Readonly<Record<string, string>>;
  readonly s3?: readonly { readonly bucket: string; readonly key: string; readonly body: string }[];
  readonly callback?: { readonly helpers: readonly Json[] };
  readonly taskReplies?: readonly TaskReply[];
  readonly bindings?: Readonly<Record<string, string>>;
  readonly eventOrderNormalised?: boolean;
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly outputText?: string;
    readonly error?: string;
    readonly cause?: Json;
    readonly events?: readonly JsonObject[];
  };
}

/** An error as one of two recorders kept it. */
export type RecordedError =
  | { readonly Error: { readonly Code: string; readonly Message: string } }
  | { readonly exception_typename: string; readonly exception_value: string };

export interface RecordedTestState {
  readonly id: string;
  readonly definition: JsonObject;
  readonly args: JsonObject;
  readonly expected?: JsonObject;
  readonly expectedError?: RecordedError;
}

export interface RecordedValidation {
  readonly id: string;
  readonly op: string;
  readonly queryLanguage: RecordedLanguage | null;
  readonly stateMachineType?: string;
  readonly definition?: JsonObject;
  readonly definitionText?: string;
  readonly expected?: JsonObject;
  readonly expectedError?: RecordedError;
}

/** A function that the recorded tests had: what it does is named by `kind`. */
export interface LambdaBehaviour {
  readonly kind: string;
  readonly error?: string;
  readonly message?: string;
  readonly bytes?: number;
  readonly seconds?: number;
}

/** A file of recordings. */
export interface Recordings {
  readonly lambdaBehaviours: Readonly<Record<string, LambdaBehaviour>>;
  readonly cases: readonly RecordedExecution[];
  readonly testState: readonly RecordedTestState[];
  readonly validation: readonly RecordedValidation[];
}

export type Call = (operation: string, input: JsonObject) => Promise<JsonObject>;
