import jsonata, { type Expression } from 'jsonata';
import type { Json } from '../../http/service.ts';
import { addStepFunctions } from './functions.ts';

/** What an expression may refer to: variables by name, `states`, and the clock that `$now` and `$millis` read. */
export interface Bindings {
  readonly values: Readonly<Record<string, unknown>>;
  readonly nowMs: number;
}

/** An expression's answer: a JSON value, or why there is none, in AWS's words. */
export type Evaluation = { readonly value: Json } | { readonly problem: string };

const EVALUATION_LIMIT_MS = 5000;
const LARGEST_CACHE = 10_000;
const compiled = new Map<string, Expression>();

/** The source of `{% … %}`; undefined when the value is a literal. Only the whole string makes an expression. */
export function expressionSource(value: Json): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('{%') || !value.endsWith('%}') || value.length < 4)
    return undefined;
  return value.slice(2, -2).trim();
}

/**
 * Compiles once per text.
 *
 * @throws JsonataError when the text is no JSONata.
 */
export function compileExpression(source: string): Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source, { timeout: EVALUATION_LIMIT_MS });
  addStepFunctions(expression);
  if (compiled.size >= LARGEST_CACHE) compiled.clear();
  compiled.set(source, expression);
  return expression;
}

/** Evaluates an expression; never throws for what the expression does. */
export async function evaluateExpression(source: string, { values, nowMs }: Bindings): Promise<Evaluation> {
  let value: unknown;
  try {
    value = await compileExpression(source).evaluate(undefined, { ...clockFunctions(nowMs), ...values });
  } catch (error) {
    return { problem: `threw an error during evaluation. ${describe(error)}` };
  }
  if (value === undefined) return { problem: 'returned nothing (undefined).' };
  if (isFunction(value)) return { problem: 'returned an unsupported result type.' };
  return { value: toJson(value) };
}

/** JSONata reads the process's own clock; ours may be virtual. Within one expression time stands still. */
function clockFunctions(nowMs: number): Record<string, unknown> {
  return {
    millis: () => nowMs,
    now: (picture?: string, timezone?: string) =>
      picture === undefined
        ? new Date(nowMs).toISOString()
        : compileExpression('$fromMillis($ms, $picture, $timezone)').evaluate(undefined, {
            ms: nowMs,
            picture,
            timezone,
          }),
  };
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return value !== null && typeof value === 'object' && ('_jsonata_lambda' in value || '_jsonata_function' in value);
}

/** A copy without jsonata's hidden marks on arrays, which would change how later expressions read it. */
function toJson(value: unknown): Json {
  return value !== null && typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : (value as Json);
}

function describe(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ? `${code}: ${message}` : String(message ?? error);
}
