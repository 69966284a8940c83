import type { Json, JsonObject } from '../../http/service.ts';

export type MachineType = 'STANDARD' | 'EXPRESS';

/** One problem of a definition, as ValidateStateMachineDefinition gives it. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: string;
  readonly message: string;
  /** `/States/{name}/{field}`; absent where the text is no definition at all. */
  readonly location?: string;
}

/** A problem of the most common kind. */
export const schemaProblem = (location: string, message: string): Diagnostic => ({
  severity: 'ERROR',
  code: 'SCHEMA_VALIDATION_FAILED',
  message,
  location,
});

/** A state of a definition that is not trusted yet, and where it stands. */
export interface FoundState {
  readonly name: string;
  readonly state: JsonObject;
  readonly location: string;
}

/** Every state, those of branches and item processors too. */
export function everyState(flow: Json | undefined, location = ''): FoundState[] {
  const states = isObject(flow) ? flow.States : undefined;
  if (!isObject(states)) return [];
  return Object.entries(states).flatMap(([name, state]) => {
    if (!isObject(state)) return [];
    const here = `${location}/States/${name}`;
    const branches = Array.isArray(state.Branches) ? state.Branches : [];
    return [
      { name, state, location: here },
      ...branches.flatMap((branch, index) => everyState(branch, `${here}/Branches[${index}]`)),
      ...everyState(state.ItemProcessor, `${here}/ItemProcessor`),
    ];
  });
}

/** The Choice and Catch rules of a state. */
export const rulesOf = (state: JsonObject): JsonObject[] =>
  [state.Choices, state.Catch].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));

export const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
