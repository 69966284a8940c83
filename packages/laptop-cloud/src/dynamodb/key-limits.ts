import type { JsonObject } from '../http/service.ts';
import { validationException } from './errors.ts';
import type { AttributeMap, TableDescription } from './store.ts';

/** Bytes of UTF-8. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const LONGEST_PARTITION_KEY = 2048;
const LONGEST_SORT_KEY = 1024;

/**
 * Refuses a key whose text is too long; dynalite counts its characters.
 *
 * @throws ServiceError `ValidationException`.
 */
export function assertKeyBytes(key: AttributeMap, { KeySchema }: TableDescription): void {
  for (const [index, { AttributeName }] of KeySchema.entries()) {
    if (bytesOf(key[AttributeName]) <= longestKey(index)) continue;
    throw validationException(
      index === 0
        ? 'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes'
        : 'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
  }
}

/**
 * Refuses an item whose attribute for an index is too long, or empty; dynalite would store it.
 *
 * @throws ServiceError `ValidationException`.
 */
export function assertIndexKeys(item: AttributeMap, table: TableDescription): void {
  for (const { IndexName, KeySchema } of [
    ...(table.GlobalSecondaryIndexes ?? []),
    ...(table.LocalSecondaryIndexes ?? []),
  ]) {
    for (const [index, { AttributeName }] of KeySchema.entries()) {
      const value = item[AttributeName];
      const empty = emptyKind(value);
      if (empty) {
        throw validationException(
          `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${empty} value. IndexName: ${IndexName}, IndexKey: ${AttributeName}`,
        );
      }
      const [bytes, most] = [bytesOf(value), longestKey(index)];
      if (bytes <= most) continue;
      throw validationException(
        `One or more parameter values were invalid: Size limit exceeded for Index Key ${AttributeName} Actual Size: ${bytes} bytes Max Size: ${most} bytes IndexName: ${IndexName}`,
      );
    }
  }
}

const longestKey = (index: number): number => (index === 0 ? LONGEST_PARTITION_KEY : LONGEST_SORT_KEY);

function emptyKind({ S, B }: JsonObject = {}): 'string' | 'binary' | undefined {
  if (S === '') return 'string';
  return B === '' ? 'binary' : undefined;
}

/** A number is never too long. */
function bytesOf({ S, B }: JsonObject = {}): number {
  if (typeof S === 'string') return Buffer.byteLength(S);
  return typeof B === 'string' ? Buffer.from(B, 'base64').length : 0;
}
