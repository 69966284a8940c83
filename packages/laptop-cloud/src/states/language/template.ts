import type { Json, JsonObject } from '../../http/service.ts';
import type { ContextObject } from './context-object.ts';
import { evaluateExpression, expressionSource } from './expression.ts';
import type { StateRun } from './flow-run.ts';
import { StatesError } from './states-error.ts';

/** What `$states` holds beside `input` and `context`, depending on how far the state has come. */
export interface TemplateScope {
  readonly result?: Json;
  readonly errorOutput?: Json;
  /** Another context than the state's own: an item's. */
  readonly context?: ContextObject;
}

/**
 * Fills a template: every string `{% … %}` in it is evaluated, all else stays.
 *
 * @param field Where the template stands, such as `Output`; AWS names the place inside it as `Output/total`.
 * @throws StatesError `States.QueryEvaluationError`, after writing `EvaluationFailed` to the history.
 */
export async function fillTemplate(
  run: StateRun,
  template: Json,
  field: string,
  scope: TemplateScope = {},
): Promise<Json> {
  if (typeof template === 'string') return fillText(run, template, field, scope);
  if (Array.isArray(template)) {
    const filled: Json[] = [];
    for (const [index, item] of template.entries()) {
      filled.push(await fillTemplate(run, item, `${field}[${index}]`, scope));
    }
    return filled;
  }
  if (template !== null && typeof template === 'object') {
    const filled: JsonObject = {};
    for (const [key, item] of Object.entries(template)) {
      filled[key] = await fillTemplate(run, item, `${field}/${key}`, scope);
    }
    return filled;
  }
  return template;
}

/**
 * Fills a field that has to be of one type.
 *
 * @throws StatesError `States.QueryEvaluationError` when an expression gives another type.
 */
export async function fillTyped(
  run: StateRun,
  template: Json,
  field: string,
  type: 'array' | 'boolean' | 'number' | 'string',
): Promise<Json> {
  const value = await fillTemplate(run, template, field);
  const source = expressionSource(template);
  if (source === undefined || typeName(value) === type) return value;
  throw evaluationError(
    run,
    `The JSONata expression '${source}' specified for the field '${field}' returned an unexpected result type. ` +
      `Expected '${type}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
    field,
  );
}

/** Writes `EvaluationFailed` to the history and returns the error to throw. */
export function evaluationError(run: StateRun, problem: string, location?: string): StatesError {
  const { engine, thread } = run.flow;
  const error = new StatesError('States.QueryEvaluationError', `${enteredAt(run)}${problem}`);
  // As recorded: as long as a state has written nothing but its entry, the failure follows what was before the entry;
  // only a Wait counts its own entry.
  if (thread.last === run.enteredEventId && run.state.Type !== 'Wait') thread.last = run.previousEventId;
  engine.history.append(thread, 'EvaluationFailed', {
    error: 'States.QueryEvaluationError',
    cause: error.causeText ?? '',
    ...(location === undefined ? {} : { location }),
    state: run.name,
  });
  return error;
}

/** How AWS begins the cause of a failure inside a state. */
export const enteredAt = ({ name, enteredEventId }: StateRun): string =>
  `An error occurred while executing the state '${name}' (entered at the event id #${enteredEventId}). `;

async function fillText(run: StateRun, text: string, field: string, scope: TemplateScope): Promise<Json> {
  const source = expressionSource(text);
  if (source === undefined) return text;
  const { engine, variables } = run.flow;
  const states = { input: run.input, ...scope, context: scope.context ?? run.context };
  const evaluation = await evaluateExpression(source, { values: { ...variables, states }, nowMs: engine.clock.now() });
  if ('value' in evaluation) return evaluation.value;
  throw evaluationError(
    run,
    `The JSONata expression '${source}' specified for the field '${field}' ${evaluation.problem}`,
    field,
  );
}

const typeName = (value: Json): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};
