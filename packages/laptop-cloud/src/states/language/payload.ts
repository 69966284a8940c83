import type { Json } from '../../http/service.ts';
import { StatesError } from './states-error.ts';

/** The most that a state may take or give, in bytes of UTF-8. */
export const PAYLOAD_LIMIT_BYTES = 256 * 1024;

/** Whether a text is over the limit; counts bytes only where characters alone do not decide. */
export const isOverPayloadLimit = (text: string): boolean =>
  text.length > PAYLOAD_LIMIT_BYTES ||
  (text.length * 3 > PAYLOAD_LIMIT_BYTES && Buffer.byteLength(text) > PAYLOAD_LIMIT_BYTES);

/**
 * The JSON text of what a state or task gave.
 *
 * @param origin The state's name, the task's resource type or the function's ARN, for the cause.
 * @throws StatesError `States.DataLimitExceeded` when the text is over 256 KiB.
 */
export function payloadText(value: Json, origin: string): string {
  const text = JSON.stringify(value);
  if (isOverPayloadLimit(text)) {
    throw new StatesError(
      'States.DataLimitExceeded',
      `The state/task '${origin}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    );
  }
  return text;
}
