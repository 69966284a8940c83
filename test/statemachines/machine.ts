/** A state machine's text as JSON; what the rules look at, and no more. */
export interface Machine extends Scope {
  readonly Comment?: string;
  readonly QueryLanguage?: string;
  readonly TimeoutSeconds?: number;
}

/** States that may name each other: the machine itself, a Map's processor or a branch. */
export interface Scope {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface State {
  readonly Type: string;
  readonly Comment?: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly TimeoutSeconds?: number;
  readonly Error?: string;
  readonly Retry?: readonly (ErrorMatcher & { readonly MaxAttempts?: number })[];
  readonly Catch?: readonly (ErrorMatcher & { readonly Next: string })[];
  readonly ItemProcessor?: Scope;
  readonly Branches?: readonly Scope[];
}

export interface ErrorMatcher {
  readonly ErrorEquals: readonly string[];
}

/** A rule over a whole machine: what is wrong, one sentence each, or nothing. */
export interface Rule {
  /** The rule as a sentence about a machine. */
  readonly says: string;
  check(machine: Machine): readonly string[];
}

/** The machine's own states and those of every Map and Parallel in it. */
export function scopesOf(scope: Scope): Scope[] {
  const inside = Object.values(scope.States).flatMap(({ ItemProcessor, Branches = [] }) => [
    ...(ItemProcessor ? [ItemProcessor] : []),
    ...Branches,
  ]);
  return [scope, ...inside.flatMap(scopesOf)];
}

/** Every state with its name. */
export const statesOf = (machine: Scope): (readonly [string, State])[] =>
  scopesOf(machine).flatMap(({ States }) => Object.entries(States));

/** Names of the states that may follow, on success and after a caught error. */
export const successorsOf = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)].filter(
    (name) => name !== undefined,
  );

/** Every string in a JSON value, with the path to it. */
export function stringsIn(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => stringsIn(item, path ? `${path} › ${key}` : key));
}

/** A rule that looks at one state after the other; each problem is prefixed with the state's name. */
export const stateRule = (says: string, check: (state: State, name: string) => readonly string[]): Rule => ({
  says,
  check: (machine) =>
    statesOf(machine).flatMap(([name, state]) => check(state, name).map((problem) => `${name}: ${problem}`)),
});
