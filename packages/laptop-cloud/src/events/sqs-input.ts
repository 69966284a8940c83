import { type JsonObject, ServiceError } from '../http/service.ts';

/** The longest time that a message may be hidden, and the longest that its first delivery may be put off. */
export const LONGEST_INVISIBLE_SECONDS = 12 * 60 * 60;
export const LONGEST_DELAY_SECONDS = 15 * 60;

/**
 * A member's text; empty when it is absent.
 *
 * @throws ServiceError `InvalidParameterValue` when it is no text.
 */
export function textOf(input: JsonObject, name: string): string {
  const value = input[name] ?? '';
  if (typeof value === 'string') return value;
  throw invalid(name, value, 'text');
}

/**
 * A member's whole number, which the query protocol writes as text; undefined when it is absent.
 *
 * @throws ServiceError `InvalidParameterValue` when it is none, or out of the range.
 */
export function wholeOf(input: JsonObject, name: string, least: number, most: number): number | undefined {
  const value = input[name];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (Number.isInteger(number) && (number as number) >= least && (number as number) <= most) return number as number;
  throw invalid(name, value, `${least} to ${most}`);
}

/** A message's id stands for each time that it was received. */
const HANDLE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The message that was received under a handle; it may be gone.
 *
 * @throws ServiceError `ReceiptHandleIsInvalid` for what no message was ever received under.
 */
export function handleOf(input: JsonObject): string {
  const handle = textOf(input, 'ReceiptHandle');
  if (HANDLE.test(handle)) return handle;
  throw new ServiceError('ReceiptHandleIsInvalid', `The input receipt handle is invalid: got "${handle}"`);
}

const invalid = (name: string, value: unknown, expected: string): ServiceError =>
  new ServiceError(
    'InvalidParameterValue',
    `Value ${JSON.stringify(value)} for parameter ${name} is invalid: expected ${expected}`,
  );
