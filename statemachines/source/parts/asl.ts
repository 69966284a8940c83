import type { DocumentRefusal, ErrorName, RejectedName } from '../../../lambdas/core/ground/errors.ts';
import type { TransientError } from './transient-errors.ts';

/**
 * The Amazon States Language in JSONata mode, as far as the machines use it, with the names of AWS's own keys. `To` are
 * the names of the states that a state may lead to. https://states-language.net/spec.html
 */
export interface Machine<Name extends string = string> extends Flow<Name> {
  /** What goes in, what comes out, and where the documentation stands. */
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly TimeoutSeconds: number;
}

/** States that may name each other: a machine's, or those that a Map goes through for each item. */
export interface Flow<Name extends string = string> {
  readonly StartAt: NoInfer<Name>;
  readonly States: Readonly<Record<Name, State<NoInfer<Name>>>>;
}

export type State<To extends string = string> =
  | TaskState<To>
  | ChoiceState<To>
  | WaitState<To>
  | MapState<To>
  | PassState<To>
  | SucceedState
  | FailState;

/** What Step Functions evaluates. */
export type Expression = `{% ${string} %}`;

/** A value as it stands in a machine; any text in it may be an expression. */
export type Template = string | number | boolean | readonly Template[] | { readonly [name: string]: Template };

/** Variables that later states see, by name. */
export type Assignment = Readonly<Record<string, Template>>;

/** Where it goes from here. */
export type Onward<To extends string> = { readonly Next: To } | { readonly End: true };

export type TaskState<To extends string = string> = {
  readonly Comment?: string;
  readonly Type: 'Task';
  readonly Resource: `arn:aws:states:::${string}`;
  readonly Arguments: Template;
  readonly Assign?: Assignment;
  readonly Output: Template;
  readonly TimeoutSeconds: number;
  readonly Retry: readonly Retrier[];
  readonly Catch?: readonly Catcher<To>[];
} & Onward<To>;

/** One way out of a Choice. */
export interface Choice<To extends string = string> {
  readonly Condition: Expression;
  readonly Assign?: Assignment;
  readonly Next: To;
}

export interface ChoiceState<To extends string = string> {
  readonly Comment?: string;
  readonly Type: 'Choice';
  readonly Choices: readonly Choice<To>[];
  readonly Assign?: Assignment;
  readonly Default: To;
}

export type WaitState<To extends string = string> = {
  readonly Comment?: string;
  readonly Type: 'Wait';
  readonly Assign?: Assignment;
  readonly Next: To;
} & ({ readonly Seconds: Expression } | { readonly Timestamp: Expression });

export type MapState<To extends string = string> = {
  readonly Comment?: string;
  readonly Type: 'Map';
  readonly Items: Expression;
  readonly ItemSelector?: Template;
  readonly MaxConcurrency?: number;
  readonly Assign?: Assignment;
  readonly Output: Template;
} & (Inline | Distributed) &
  Onward<To>;

/** What a Map does with each item within its own execution. */
interface Inline {
  readonly ItemProcessor: Flow & { readonly ProcessorConfig: { readonly Mode: 'INLINE' } };
}

/** What a Map does with each item in an execution of the item's own. */
interface Distributed {
  /** Part of the ARNs of the executions that the Map starts. */
  readonly Label: string;
  readonly ItemProcessor: Flow & {
    readonly ProcessorConfig: { readonly Mode: 'DISTRIBUTED'; readonly ExecutionType: 'STANDARD' };
  };
}

export type PassState<To extends string = string> = {
  readonly Comment?: string;
  readonly Type: 'Pass';
  readonly Assign?: Assignment;
} & Onward<To>;

export interface SucceedState {
  readonly Comment?: string;
  readonly Type: 'Succeed';
}

export interface FailState {
  readonly Comment?: string;
  readonly Type: 'Fail';
  readonly Error: ErrorName;
  readonly Cause: Expression;
}

/** How long is waited before each further attempt, and how many there are. */
export interface Pace {
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
  readonly MaxDelaySeconds: number;
  readonly JitterStrategy: 'FULL';
}

/** Only named errors are tried again; a name that stands for all would repeat what cannot succeed. */
export interface Retrier extends Pace {
  readonly ErrorEquals: readonly (ErrorName | TransientError)[];
}

/** `States.ALL` stands alone, and last. */
export interface Catcher<To extends string = string> {
  readonly ErrorEquals: readonly ['States.ALL'] | readonly CaughtError[];
  readonly Assign?: Assignment;
  readonly Output?: Template;
  readonly Next: To;
}

/** What a machine may do something of its own about, rather than try it again. */
export type CaughtError = ErrorName | RefusedError;

/** Failures over the person's file, by our names and by Textract's. */
export type RefusedError = RejectedName | `Textract.${DocumentRefusal}Exception`;

/** A machine; `tsc` finds a state that leads nowhere. */
export const machine = <const Name extends string>({
  Comment,
  ...flow
}: Omit<Machine<Name>, 'QueryLanguage'>): Machine => ({ Comment, QueryLanguage: 'JSONata', ...flow });

/**
 * What a Map does with each item, in an execution of the item's own: an execution's history ends after 25,000 events.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const distributed = <const Name extends string>(flow: Flow<Name>): Distributed['ItemProcessor'] => ({
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  ...flow,
});

/** What a Map does with each item within its own execution: for a few items, which leave its history short. */
export const inline = <const Name extends string>(flow: Flow<Name>): Inline['ItemProcessor'] => ({
  ProcessorConfig: { Mode: 'INLINE' },
  ...flow,
});
