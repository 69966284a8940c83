import { compileMatcher, type ValueMatcher } from './value-matcher.ts';

export type EventMatcher = (event: unknown) => boolean;

/**
 * Compiles an EventBridge event pattern: every field must match, a list holds alternatives, `$or` holds alternative
 * patterns, and a field with several values matches when one of them does.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 *
 * @throws RangeError when the pattern uses something that is not an event pattern or not supported here.
 */
export function compilePattern(pattern: unknown): EventMatcher {
  if (!isObject(pattern) || Object.keys(pattern).length === 0) {
    throw new RangeError(`expected an event pattern with at least one field, got ${JSON.stringify(pattern)}`);
  }
  const conditions = Object.entries(pattern).map(([name, value]) => compileField(name, value));
  return (event) => conditions.every((holds) => holds(event));
}

function compileField(name: string, value: unknown): EventMatcher {
  if (name === '$or') return compileAlternatives(value);
  if (isObject(value)) {
    const inner = compilePattern(value);
    return (event) => [fieldOf(event, name)].flat().some((item) => inner(item));
  }
  if (!Array.isArray(value) || value.length === 0) {
    throw new RangeError(`expected a list of values for "${name}" in the event pattern, got ${JSON.stringify(value)}`);
  }
  const matchers = value.map(compileMatcher);
  return (event) => matchers.some((matcher) => matchesField(matcher, fieldOf(event, name)));
}

function compileAlternatives(value: unknown): EventMatcher {
  if (!Array.isArray(value) || value.length < 2) {
    throw new RangeError(`expected at least two patterns in "$or", got ${JSON.stringify(value)}`);
  }
  const alternatives = value.map(compilePattern);
  return (event) => alternatives.some((matches) => matches(event));
}

function matchesField(matcher: ValueMatcher, value: unknown): boolean {
  if (matcher.kind === 'absent') return value === undefined;
  if (value === undefined) return false;
  const values = Array.isArray(value) ? value : [value];
  return matcher.kind === 'value' ? values.some((item) => matcher.matches(item)) : values.length > 0;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const fieldOf = (event: unknown, name: string): unknown =>
  isObject(event) && Object.hasOwn(event, name) ? event[name] : undefined;
