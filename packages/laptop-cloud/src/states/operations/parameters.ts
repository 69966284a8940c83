import { type JsonObject, ServiceError } from '../../http/service.ts';

/**
 * A text that the operation cannot do without.
 *
 * @throws ServiceError `ValidationException` when it is absent or no text.
 */
export function requiredText(input: JsonObject, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined)
    throw invalid(
      `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  return value;
}

/** @throws ServiceError `ValidationException` when it is there and no text. */
export function optionalText(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid(`expected text for '${name}', got ${JSON.stringify(value)}`);
  return value;
}

/**
 * One of a few words.
 *
 * @throws ServiceError `ValidationException` when it is there and another one.
 */
export function optionalChoice<T extends string>(
  input: JsonObject,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = optionalText(input, name);
  if (value === undefined || allowed.includes(value as T)) return value as T | undefined;
  const constraint = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
  throw invalid(
    `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: ${constraint}`,
  );
}

const LONGEST_ERROR = 256;
const LONGEST_CAUSE = 32_768;

/**
 * The error and cause that a caller gives, each where it is there; both are any text, such as JSON.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html
 *
 * @throws ServiceError `ValidationException` when one is no text or too long.
 */
export function givenFailure(input: JsonObject): { readonly error?: string; readonly cause?: string } {
  const error = limitedText(input, 'error', LONGEST_ERROR);
  const cause = limitedText(input, 'cause', LONGEST_CAUSE);
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

function limitedText(input: JsonObject, name: string, longest: number): string | undefined {
  const value = optionalText(input, name);
  if (value === undefined || value.length <= longest) return value;
  throw invalid(
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${longest}`,
  );
}

/** Refuses parameters that would silently do nothing. */
export function refuse(input: JsonObject, ...names: string[]): void {
  const used = names.filter((name) => input[name] !== undefined && input[name] !== null && input[name] !== false);
  if (used.length > 0) throw invalid(`the laptop cloud does not support ${used.join(', ')}`);
}

export const invalid = (message: string): ServiceError => new ServiceError('ValidationException', message);

const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\u{FFFE}\u{FFFF}]/u;

/**
 * A machine's or execution's name.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 *
 * @throws ServiceError `InvalidName`
 */
export function checkedName(name: string): string {
  if (name.length < 1 || name.length > 80 || FORBIDDEN.test(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
  return name;
}

/**
 * An ARN of one kind.
 *
 * @throws ServiceError `InvalidArn`
 */
export function checkedArn(arn: string, kind: 'stateMachine' | 'execution' | 'activity' | 'mapRun'): string {
  const parts = arn.split(':');
  if (
    parts[0] !== 'arn' ||
    parts[2] !== 'states' ||
    parts[5] !== kind ||
    parts.length !== (kind === 'execution' || kind === 'mapRun' ? 8 : 7)
  ) {
    throw new ServiceError('InvalidArn', `Invalid Arn: 'Invalid ARN for a Step Functions ${kind}: ${arn}'`);
  }
  return arn;
}
