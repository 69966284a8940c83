import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { account } from '../account.ts';
import type { Clock } from '../clock.ts';
import { jsonHandler } from '../http/json-service.ts';
import { type Json, type JsonObject, type OperationService, ServiceError } from '../http/service.ts';
import type { EventSink } from './event.ts';

const Entry = z.object({
  Source: z.string().min(1),
  DetailType: z.string().min(1),
  Detail: z.string(),
  Resources: z.array(z.string()).default([]),
  Time: z.union([z.string(), z.number()]).optional(),
});
/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const MOST_ENTRIES = 10;

type Result = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/**
 * EventBridge's PutEvents on the one bus: each entry is stored for every rule that matches, and an entry that is
 * wrong fails alone. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export function createEventBridgeService(options: {
  readonly clock: Clock;
  readonly put: EventSink;
}): OperationService {
  const PutEvents = async (input: JsonObject): Promise<JsonObject> => {
    const entries = input['Entries'];
    if (!Array.isArray(entries) || entries.length < 1 || entries.length > MOST_ENTRIES) {
      throw new ServiceError('ValidationException', `expected Entries to be a list of 1 to ${MOST_ENTRIES}`);
    }
    const results = await Promise.all(entries.map((entry) => putEntry(options, entry)));
    return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
  };
  const operations = { PutEvents };
  return {
    signingName: 'events',
    operations,
    handle: jsonHandler(operations, { version: '1.1', targetPrefix: 'AWSEvents' }),
  };
}

async function putEntry(
  { clock, put }: { readonly clock: Clock; readonly put: EventSink },
  entry: Json,
): Promise<Result> {
  const read = Entry.safeParse(entry);
  const detail = read.success ? parseObject(read.data.Detail) : undefined;
  if (!read.success || detail === undefined) {
    return {
      ErrorCode: 'MalformedDetail',
      ErrorMessage: 'expected Source, DetailType and a Detail that is a JSON object',
    };
  }
  const { Source, DetailType, Resources, Time } = read.data;
  const id = randomUUID();
  const at = typeof Time === 'number' ? Time * 1000 : Time === undefined ? clock.now() : Date.parse(Time);
  await put({
    version: '0',
    id,
    'detail-type': DetailType,
    source: Source,
    account: account.id,
    time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: account.region,
    resources: Resources,
    detail,
  });
  return { EventId: id };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
