import { account } from '../../account.ts';
import { parseJsonText } from '../../http/json-service.ts';
import { type Json, type JsonObject, ServiceError } from '../../http/service.ts';
import { parseResource } from '../integrations/resource.ts';
import { csvRows } from './csv.ts';
import type { ItemReader, MapState } from './definition.ts';
import type { StateRun } from './flow-run.ts';
import { resolvePointer } from './json-pointer.ts';
import { StatesError } from './states-error.ts';
import { fillTemplate } from './template.ts';

/** The largest number of items that a reader hands over, whatever `MaxItems` says. */
const LARGEST_COUNT = 100_000_000;

type Read = (operation: string, input: JsonObject) => Promise<JsonObject>;

/**
 * Reads a distributed Map's items from S3: the objects of a listing, or the rows of a JSON, JSON Lines or CSV object.
 *
 * @throws StatesError `States.ItemReaderFailed`
 */
export async function readItems(run: StateRun<MapState>, reader: ItemReader): Promise<Json[]> {
  const request = (await fillTemplate(run, reader.Arguments ?? {}, 'ItemReader/Arguments')) as JsonObject;
  const limit = await maxItems(run, reader);
  const { engine, context } = run.flow;
  const read: Read = async (operation, input) =>
    (await engine.mapRuns.callS3(operation, input, context.StateMachine.Name)) as JsonObject;
  try {
    const resource = parseResource(reader.Resource);
    const action = resource?.kind === 'integration' ? resource.action : '';
    const items =
      action === 'listObjectsV2' ? await listObjects(read, request, limit) : await readObject(read, request, reader);
    return items.slice(0, limit);
  } catch (error) {
    if (error instanceof ServiceError) {
      const { code, message, status } = error;
      throw failed(`${message} (Service: S3, Status Code: ${status}, Error Code: ${code}, Region: ${account.region})`);
    }
    throw error;
  }
}

/** The items in a text, as the reader's configuration describes it. */
export function parseItems(body: string, { InputType, ...config }: NonNullable<ItemReader['ReaderConfig']>): Json[] {
  if (InputType === 'CSV') return parseCsv(body, config);
  if (InputType === 'JSONL') {
    return body.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [parseJson(line)]));
  }
  const document = parseJson(body);
  const pointed = config.ItemsPointer === undefined ? document : resolvePointer(document, config.ItemsPointer);
  if (!Array.isArray(pointed)) throw failed('Attempting to map over non-iterable node.');
  return pointed;
}

async function maxItems(run: StateRun<MapState>, { ReaderConfig }: ItemReader): Promise<number> {
  const { MaxItems } = ReaderConfig ?? {};
  if (MaxItems === undefined) return LARGEST_COUNT;
  const given = Number(await fillTemplate(run, MaxItems, 'ItemReader/ReaderConfig/MaxItems'));
  // As recorded, 0 is no limit.
  return given > 0 ? given : LARGEST_COUNT;
}

async function listObjects(read: Read, request: JsonObject, limit: number): Promise<Json[]> {
  const items: Json[] = [];
  let token: Json | undefined;
  do {
    const page = await read('ListObjectsV2', { ...request, ...(token ? { ContinuationToken: token } : {}) });
    for (const item of (page.Contents as JsonObject[] | undefined) ?? []) {
      const LastModified = Math.floor(Date.parse(String(item.LastModified)) / 1000);
      items.push({ ...item, LastModified });
    }
    token = page.NextContinuationToken;
  } while (token && items.length < limit);
  return items;
}

async function readObject(read: Read, request: JsonObject, { ReaderConfig = {} }: ItemReader): Promise<Json[]> {
  const { Body } = await read('GetObject', request);
  return parseItems(String(Body ?? ''), ReaderConfig);
}

function parseCsv(body: string, config: Omit<NonNullable<ItemReader['ReaderConfig']>, 'InputType'>): Json[] {
  const rows = csvRows(body, DELIMITERS[config.CSVDelimiter ?? 'COMMA'] ?? ',');
  const headers = config.CSVHeaderLocation === 'GIVEN' ? [...(config.CSVHeaders ?? [])] : rows.shift();
  if (!headers) return [];
  if (new Set(headers).size !== headers.length) throw failed('CSV headers cannot contain duplicates.');
  // A row may be short or long: what is missing is empty, what is too much is left out.
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

function parseJson(text: string): Json {
  try {
    return parseJsonText(text);
  } catch (error) {
    throw failed(`Unable to parse the JSON: ${(error as Error).message}`);
  }
}

const failed = (cause: string): StatesError => new StatesError('States.ItemReaderFailed', cause);
