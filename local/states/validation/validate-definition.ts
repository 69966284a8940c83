import { createRequire } from 'node:module';
import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import type { FindService } from '../integrations/sdk-call.ts';
import { type Diagnostic, everyState, isObject, rulesOf, schemaProblem } from './diagnostic.ts';
import { expressionProblems } from './expression-checks.ts';
import { resourceProblems } from './resource-checks.ts';
import { unsupportedFields } from './supported-fields.ts';

type AslValidator = (
  definition: JsonObject,
  options: { checkPaths: boolean; checkArn: boolean },
) => { readonly errors: readonly { readonly 'Error code': string; readonly Message: string }[] };

/** Building asl-validator's schemas takes a tenth of a second, each time; a process checks the same machines often. */
const grammarChecked = new Map<string, Diagnostic[]>();
const _LARGEST_CACHE = 100;

/**
 * Everything that keeps a definition from running here: what AWS refuses, and what this room does not support.
 *
 * @param service Tells whether an SDK integration has somebody to answer it.
 */
export async function diagnose(text: string, service: FindService): Promise<Diagnostic[]> {
  const definition = parse(text);
  if (!isObject(definition)) {
    const message = 'Definition must be a valid JSON object';
    return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message, location: '/' }];
  }
  if (!isObject(definition.States)) return [schemaProblem('/', 'These fields are required: [States]')];
  if (definition.StartAt === undefined) return [schemaProblem('/', 'These fields are required: [StartAt]')];
  const ours = [
    ...unsupportedFields(definition),
    ...resourceProblems(definition, service),
    ...expressionProblems(definition),
  ];
  // What is not supported makes asl-validator's messages long and beside the point.
  return ours.length > 0 ? ours : grammarProblems(text);
}

/** @throws ServiceError `InvalidDefinition` with every problem in its message. */
export async function assertValidDefinition(text: string, service: FindService): Promise<void> {
  const diagnostics = await diagnose(text, service);
  if (diagnostics.length === 0) return;
  const problems = diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location}`);
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${problems.join(', ')}'`);
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * asl-validator writes into what it checks, so it gets a copy; it is loaded only when there is something to check. It
 * takes only objects and expressions as `Output`, where AWS takes any value, so the copy has none.
 */
function grammarProblems(text: string): Diagnostic[] {
  const known = grammarChecked.get(text);
  if (known) return known;
  const validate = createRequire(import.meta.url)('asl-validator') as AslValidator;
  const copy = JSON.parse(text) as JsonObject;
  for (const { state } of everyState(copy)) dropOutputs(state);
  const { errors } = validate(copy, { checkPaths: true, checkArn: true });
  return errors.map(({ 'Error code': code, Message }) => ({
    severity: 'ERROR',
    code,
    message: Message,
    location: '/',
  }));
}

function dropOutputs(state: JsonObject): void {
  for (const fields of [state, ...rulesOf(state)]) delete fields.Output;
}
