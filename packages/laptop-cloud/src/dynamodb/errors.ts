import type { JsonObject } from '../http/service.ts';
import { ServiceError } from '../http/service.ts';

/** The request is wrong by itself, whatever the table holds. */
export const validationException = (message: string): ServiceError => new ServiceError('ValidationException', message);

/** A member that has to be there is not, at a place in Amazon's words such as `tags.2.member`. */
export const nullMember = (place: string): ServiceError =>
  validationException(
    `1 validation error detected: Value null at '${place}' failed to satisfy constraint: Member must not be null`,
  );

/** A single write met an item of a transaction in flight; the caller may try again. */
export const transactionConflict = (): ServiceError =>
  new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item');

/** Turns an error that dynalite made for the wire into a {@link ServiceError}; anything else stays as it is. */
export function serviceErrorOf(error: unknown): unknown {
  const { body, statusCode } = error as { body?: Record<string, string>; statusCode?: number };
  if (!body?.__type) return error;
  const code = body.__type.split('#').at(-1) as string;
  return new ServiceError(code, body.message ?? body.Message ?? '', statusCode);
}

const NAMESPACES: Readonly<Record<string, string>> = {
  ValidationException: 'com.amazon.coral.validate',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
};

/** The error's JSON as DynamoDB writes it: the shapes of transactions spell `Message` with a capital letter. */
export function errorBody({ code, message, details }: ServiceError): JsonObject {
  const spelling = /^(Transaction|Idempotent|Serialization)/.test(code) ? 'Message' : 'message';
  const namespace = NAMESPACES[code] ?? 'com.amazonaws.dynamodb.v20120810';
  return { __type: `${namespace}#${code}`, ...details, [spelling]: message };
}
