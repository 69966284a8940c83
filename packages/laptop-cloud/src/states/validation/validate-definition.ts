import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import type { State } from '../language/definition.ts';
import { expressionSource } from '../language/expression.ts';
import { type Diagnostic, everyState, type MachineType, rulesOf } from './diagnostic.ts';
import { expressionProblems, pathTimestamps } from './expression-checks.ts';
import { grammarErrors } from './grammar-validator.ts';
import { mapProblems } from './map-checks.ts';
import { numberProblems } from './number-checks.ts';
import { parseDefinition } from './parse-definition.ts';
import { type CheckResource, resourceProblems } from './resource-checks.ts';
import { branchProblems, shapeProblems, typeProblems } from './shape-checks.ts';
import { unsupportedFields } from './supported-fields.ts';

/** A process checks the same machines often. */
const grammarChecked = new Map<string, Diagnostic[]>();
const LARGEST_CACHE = 1000;

/**
 * Everything that keeps a definition from running here: what AWS refuses, and what this room does not support.
 *
 * @param checkResource Tells whether a resource has somebody to answer it.
 */
export async function diagnose(
  text: string,
  checkResource: CheckResource,
  type: MachineType = 'STANDARD',
): Promise<Diagnostic[]> {
  const definition = parseDefinition(text);
  if (isDiagnostic(definition)) return [definition];
  const refused = [...shapeProblems(definition), ...pathTimestamps(definition)];
  // AWS refuses these too, whatever runs here.
  if (refused.length > 0) return refused;
  const ours = [
    ...unsupportedFields(definition),
    ...mapProblems(definition, type),
    ...numberProblems(definition),
    ...resourceProblems(definition, checkResource, type),
    ...expressionProblems(definition),
  ];
  // What is not supported makes asl-validator's messages long and beside the point.
  return ours.length > 0 ? ours : grammarProblems(text);
}

/** @throws ServiceError `InvalidDefinition` with every problem in its message. */
export async function assertValidDefinition(
  text: string,
  checkResource: CheckResource,
  type?: MachineType,
): Promise<void> {
  refuse(await diagnose(text, checkResource, type));
}

/**
 * Checks the one state that TestState runs, and not the states inside it: those are never run.
 *
 * @param name The state's, for the places that the problems name.
 * @throws ServiceError `InvalidDefinition`
 */
export function assertValidState(state: State, queryLanguage: Json | undefined, name: string): void {
  const all = state as unknown as JsonObject;
  const location = `/States/${name}`;
  refuse([...typeProblems(all, location), ...branchProblems(all, location)]);
  const { Branches: _, ItemProcessor: __, ...own } = all;
  const flow = { QueryLanguage: queryLanguage ?? 'JSONPath', StartAt: name, States: { [name]: own } };
  refuse([...unsupportedFields(flow), ...numberProblems(flow), ...expressionProblems(flow)]);
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const problems = diagnostics.map(({ code, message, location }) =>
    location === undefined ? `${code}: ${message}` : `${code}: ${message} at ${location}`,
  );
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${problems.join(', ')}'`);
}

const isDiagnostic = (value: JsonObject | Diagnostic): value is Diagnostic =>
  'severity' in value && 'code' in value && !('States' in value);

/**
 * asl-validator writes into what it checks, so it gets a copy. It takes only objects and expressions as `Output`, where
 * AWS takes any value, and whole numbers as `ToleratedFailurePercentage`, so the copy has neither. Readers and writers are checked by `map-checks.ts`: it does not know all
 * that they may have. What expressions say was checked before.
 */
function grammarProblems(text: string): Diagnostic[] {
  const copy = JSON.parse(text, (_key, value) =>
    expressionSource(value) === undefined ? value : '{% 1 %}',
  ) as JsonObject;
  for (const { state } of everyState(copy)) {
    dropOutputs(state);
    delete state.Comment;
    delete state.ToleratedFailurePercentage;
    delete state.ItemReader;
    delete state.ResultWriter;
  }
  delete copy.Comment;
  const shape = JSON.stringify(copy);
  const known = grammarChecked.get(shape);
  if (known) return known;
  const problems: Diagnostic[] = grammarErrors(copy).map(({ 'Error code': code, Message }) => ({
    severity: 'ERROR',
    code,
    message: Message,
    location: '/',
  }));
  if (grammarChecked.size >= LARGEST_CACHE) grammarChecked.clear();
  grammarChecked.set(shape, problems);
  return problems;
}

function dropOutputs(state: JsonObject): void {
  for (const fields of [state, ...rulesOf(state)]) delete fields.Output;
}
