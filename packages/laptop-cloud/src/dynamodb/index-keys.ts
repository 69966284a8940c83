import type { AttributeMap, TableDescription, Write } from './dynalite.ts';
import { validationException } from './errors.ts';

/**
 * Refuses an item whose attribute for an index is empty text or empty bytes; dynalite would store it.
 *
 * @param key The item's database key, to find it among the collected writes.
 * @throws ServiceError `ValidationException`.
 */
export function assertIndexKeys(key: string, writes: readonly Write[], table: TableDescription): void {
  const written = writes.find((write) => write.key === key);
  if (written?.type !== 'put') return;
  const item = written.value as AttributeMap;
  for (const { IndexName, KeySchema } of [
    ...(table.GlobalSecondaryIndexes ?? []),
    ...(table.LocalSecondaryIndexes ?? []),
  ]) {
    for (const { AttributeName } of KeySchema) {
      const { S, B } = item[AttributeName] ?? {};
      if (S !== '' && B !== '') continue;
      throw validationException(
        `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${S === '' ? 'string' : 'binary'} value. IndexName: ${IndexName}, IndexKey: ${AttributeName}`,
      );
    }
  }
}
