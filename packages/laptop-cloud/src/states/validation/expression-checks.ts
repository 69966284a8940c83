import type { Json, JsonObject } from '../../http/service.ts';
import { compileExpression, expressionSource } from '../language/expression.ts';
import { isTimestamp } from '../language/timestamp.ts';
import { type Diagnostic, everyState, isObject, rulesOf, schemaProblem } from './diagnostic.ts';

/**
 * What asl-validator lets through: broken expressions, `$eval`, variables named `states`, instants that are none,
 * `States.ALL` not last.
 */
export function expressionProblems(definition: JsonObject): Diagnostic[] {
  return everyState(definition).flatMap(({ state, location }) => {
    const { Branches: _, ItemProcessor: __, ...own } = state;
    return [
      ...texts(own, location).flatMap(textProblems),
      ...reservedNames(own, location),
      ...literalTimestamp(own, location),
      ...catchAlls(own, location),
    ];
  });
}

type Located = readonly [text: string, location: string];

function texts(value: Json | undefined, location: string): Located[] {
  if (typeof value === 'string') return [[value, location]];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, `${location}[${index}]`));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => texts(item, `${location}/${key}`));
  return [];
}

function textProblems([text, location]: Located): Diagnostic[] {
  const source = expressionSource(text);
  if (source === undefined) return [];
  try {
    const usesEval = mentions(compileExpression(source).ast(), 'eval');
    return usesEval ? [schemaProblem(location, 'The function $eval is not supported by Step Functions')] : [];
  } catch (error) {
    return [schemaProblem(location, `The JSONata expression '${source}' is invalid: ${(error as Error).message}`)];
  }
}

/** Whether a part of a syntax tree is this variable. */
function mentions(node: unknown, variable: string): boolean {
  if (node === null || typeof node !== 'object') return false;
  const { type, value } = node as { type?: unknown; value?: unknown };
  if (type === 'variable' && value === variable) return true;
  return Object.values(node).some((part) => mentions(part, variable));
}

function reservedNames(state: JsonObject, location: string): Diagnostic[] {
  return [state, ...rulesOf(state)].some(({ Assign }) => isObject(Assign) && 'states' in Assign)
    ? [schemaProblem(`${location}/Assign`, "The variable name 'states' is reserved")]
    : [];
}

function literalTimestamp({ Type, Timestamp }: JsonObject, location: string): Diagnostic[] {
  if (Type !== 'Wait' || Timestamp === undefined || expressionSource(Timestamp) !== undefined) return [];
  return isInstant(Timestamp) ? [] : [noTimestamp(location)];
}

/** Outside of JSONata mode an expression is a text like any other, and no instant. */
export function pathTimestamps(definition: JsonObject): Diagnostic[] {
  return everyState(definition).flatMap(({ state, location }) => {
    const { Type, Timestamp, QueryLanguage = definition.QueryLanguage } = state;
    const isLiteral = Type === 'Wait' && Timestamp !== undefined && QueryLanguage !== 'JSONata';
    return isLiteral && !isInstant(Timestamp) ? [noTimestamp(location)] : [];
  });
}

const isInstant = (value: Json): boolean => typeof value === 'string' && isTimestamp(value);

const noTimestamp = (location: string): Diagnostic =>
  schemaProblem(`${location}/Timestamp`, 'String does not match RFC3339 timestamp');

function catchAlls(state: JsonObject, location: string): Diagnostic[] {
  return ['Retry', 'Catch'].flatMap((field) => {
    const list = state[field];
    if (!Array.isArray(list)) return [];
    return list.flatMap((rule, index) => {
      const names = isObject(rule) && Array.isArray(rule.ErrorEquals) ? rule.ErrorEquals : [];
      if (!names.includes('States.ALL') || (names.length === 1 && index === list.length - 1)) return [];
      return [schemaProblem(`${location}/${field}[${index}]`, 'States.ALL must stand alone and in the last rule')];
    });
  });
}
