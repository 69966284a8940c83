import { type Json, type JsonObject, ServiceError } from '../http/service.ts';

const MOST_ENTRIES = 10;

/**
 * Does something for each entry of a batch; entries cannot fail apart from each other here.
 *
 * @throws ServiceError `EmptyBatchRequest`, `TooManyEntriesInBatchRequest`, `BatchEntryIdsNotDistinct` or, for what is no entry,
 * `InvalidParameterValue`.
 */
export async function inBatch(
  { Entries }: JsonObject,
  work: (entry: JsonObject) => Promise<JsonObject | undefined> | Promise<void>,
): Promise<JsonObject> {
  const entries = [Entries ?? []].flat().map(entryOf);
  if (entries.length === 0) throw new ServiceError('EmptyBatchRequest', 'expected at least one entry, got none');
  if (entries.length > MOST_ENTRIES) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${entries.length}.`,
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new ServiceError('BatchEntryIdsNotDistinct', 'expected an Id of its own for each entry');
  }
  const Successful: Json[] = [];
  for (const entry of entries) Successful.push({ Id: entry.Id ?? '', ...(await work(entry)) });
  return { Successful, Failed: [] };
}

function entryOf(value: Json): JsonObject {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  throw new ServiceError('InvalidParameterValue', `expected an entry with an Id, got ${JSON.stringify(value)}`);
}
