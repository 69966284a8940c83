import type { Json, JsonObject } from '../../http/service.ts';
import { expressionSource } from '../language/expression.ts';
import { describeRange, isWithin, type NumberRange, retryRanges, stateRanges } from '../language/number-range.ts';
import { type Diagnostic, everyState, isObject, schemaProblem } from './diagnostic.ts';

const JITTER_STRATEGIES = ['FULL', 'NONE'];

/** Numbers out of their range, what is neither a number nor an expression for one, and the rest of a Retry rule. */
export function numberProblems(definition: JsonObject): Diagnostic[] {
  return everyState(definition).flatMap(({ state, location }) => [
    ...rangeProblems(state, stateRanges, location),
    ...heartbeatProblems(state, location),
    ...retriers(state).flatMap((retrier, index) => retrierProblems(retrier, `${location}/Retry[${index}]`)),
  ]);
}

const retriers = ({ Retry }: JsonObject): JsonObject[] => (Array.isArray(Retry) ? Retry.filter(isObject) : []);

function rangeProblems(
  fields: JsonObject,
  ranges: Readonly<Record<string, NumberRange>>,
  location: string,
): Diagnostic[] {
  return Object.entries(ranges).flatMap(([name, range]) => {
    const value = fields[name];
    if (value === undefined || (typeof value === 'number' && isWithin(value, range))) return [];
    if (ranges === stateRanges && expressionSource(value) !== undefined) return [];
    return [schemaProblem(`${location}/${name}`, `expected ${describeRange(range)}, got ${JSON.stringify(value)}`)];
  });
}

function heartbeatProblems({ HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout }: JsonObject, location: string) {
  if (typeof heartbeat !== 'number' || typeof timeout !== 'number' || heartbeat < timeout) return [];
  const message = `expected HeartbeatSeconds to be less than TimeoutSeconds, got ${heartbeat} and ${timeout}`;
  return [schemaProblem(`${location}/HeartbeatSeconds`, message)];
}

function retrierProblems(retrier: JsonObject, location: string): Diagnostic[] {
  return [
    ...rangeProblems(retrier, retryRanges, location),
    ...jitterProblems(retrier.JitterStrategy, location),
    ...(isEmpty(retrier.ErrorEquals)
      ? [schemaProblem(`${location}/ErrorEquals`, 'expected error names, got none')]
      : []),
  ];
}

function jitterProblems(strategy: Json | undefined, location: string): Diagnostic[] {
  if (strategy === undefined || JITTER_STRATEGIES.includes(String(strategy))) return [];
  const message = `expected ${JITTER_STRATEGIES.join(' or ')}, got ${JSON.stringify(strategy)}`;
  return [schemaProblem(`${location}/JitterStrategy`, message)];
}

const isEmpty = (list: Json | undefined): boolean => Array.isArray(list) && list.length === 0;
