import type { Json, JsonObject } from '../../src/http/service.ts';
import { everyState } from '../../src/states/validation/diagnostic.ts';
import type { RecordedExecution } from './recording.ts';
import { Comparison } from './same-value.ts';

/** What came of running a recorded execution. */
export interface Replayed {
  readonly status: string;
  readonly outputText?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly events: readonly JsonObject[];
}

/** The first difference between a recording and its replay, in words; undefined when there is none. */
export function executionDifference(recorded: RecordedExecution, replayed: Replayed): string | undefined {
  const { expected } = recorded;
  if (replayed.status !== expected.status) {
    return `status: got ${replayed.status} ${replayed.error} ${replayed.cause}, expected ${expected.status} ${expected.error}`;
  }
  const comparison = new Comparison(renamedBuckets(recorded));
  const differs = (what: string, actual: Json | undefined, wanted: Json | undefined) => {
    const got = withPlaceholders(recorded, actual);
    return comparison.same(got, wanted)
      ? undefined
      : `${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`;
  };
  const output = replayed.outputText === undefined ? undefined : (JSON.parse(replayed.outputText) as Json);
  return (
    differs('output', output, expected.output) ??
    differs('error', replayed.error, expected.error) ??
    differs('cause', replayed.cause, expected.cause) ??
    exactTextDifference(recorded, replayed) ??
    (recorded.eventOrderNormalised ? setDifference(recorded, replayed) : historyDifference(recorded, replayed, differs))
  );
}

/** Number formatting is stable across recordings, and so is the whole text in JSONata mode. */
function exactTextDifference({ queryLanguage, expected }: RecordedExecution, { outputText }: Replayed) {
  const isKnown = queryLanguage === 'JSONata' && expected.outputText !== undefined;
  if (!isKnown || /[<]|date|timestamp/.test(expected.outputText ?? '') || outputText === expected.outputText) {
    return undefined;
  }
  return `output text: got ${outputText}, expected ${expected.outputText}`;
}

type Differs = (what: string, actual: Json | undefined, wanted: Json | undefined) => string | undefined;

function historyDifference({ expected }: RecordedExecution, { events }: Replayed, differs: Differs) {
  if (!expected.events) return undefined;
  const actual = events.map(flat);
  if (actual.length !== expected.events.length) {
    return `events: got ${types(actual)}, expected ${types(expected.events)}`;
  }
  for (const [index, wanted] of expected.events.entries()) {
    const found = differs(`event ${index + 1}`, actual[index], asOfToday(wanted, expected.events));
    if (found) return found;
  }
  return undefined;
}

/**
 * Until November 2024 the exit of a distributed Map followed `MapRunSucceeded`; all recordings since then have it follow
 * `MapRunStarted`, and so has the interpreter.
 */
function asOfToday(event: JsonObject, events: readonly JsonObject[]): JsonObject {
  if (event.type !== 'MapStateExited') return event;
  const previous = events.find(({ id }) => id === event.prev);
  return previous?.type === 'MapRunSucceeded' ? { ...event, prev: previous.prev ?? 0 } : event;
}

/**
 * The recorder sorted the events of branches and set their ids to zero: of these only which there are is known. All others
 * kept their ids.
 */
function setDifference(recorded: RecordedExecution, { events }: Replayed): string | undefined {
  const left = events.map((event) => withPlaceholders(recorded, flat(event)) as JsonObject);
  const wantedEvents = recorded.expected.events ?? [];
  for (const wanted of [...wantedEvents.filter(hasId), ...wantedEvents.filter((event) => !hasId(event))]) {
    const asWanted = hasId(wanted) ? (event: JsonObject) => event : withoutIds;
    const index = left.findIndex((event) => new Comparison().same(asWanted(event), asWanted(wanted)));
    if (index < 0) return `event: none of ${types(events.map(flat))} is ${JSON.stringify(wanted)}`;
    left.splice(index, 1);
  }
  const inner = parallelsInBranches(recorded.definition);
  const surplus = left.find((event) => !isParallelEnd(event, inner));
  return surplus === undefined ? undefined : `event: ${JSON.stringify(surplus)} was not recorded`;
}

const hasId = ({ id }: JsonObject): boolean => typeof id === 'number' && id > 0;

/** Where the recorder sorted events, it took those of a Parallel's end away, and the exit too of one inside another. */
const isParallelEnd = ({ type, name }: JsonObject, inner: readonly string[]): boolean =>
  /^ParallelState(Succeeded|Failed|Aborted)$/.test(String(type)) ||
  (type === 'ParallelStateExited' && inner.includes(String(name)));

const parallelsInBranches = (definition: JsonObject): string[] =>
  everyState(definition)
    .filter(({ state, location }) => state.Type === 'Parallel' && location.includes('/Branches['))
    .map(({ name }) => name);

/** The data gives each bucket a name of its own; without a binding, what the recorder called it is not known. */
function renamedBuckets({ needs, definition, bindings = {} }: RecordedExecution): string[] {
  if (!needs.includes('s3')) return [];
  const names = [...JSON.stringify(definition).matchAll(/"Bucket":"([^"{]+)"/g)].map(([, name = '']) => name);
  return names.filter((name) => !Object.values(bindings).includes(name));
}

const withoutIds = ({ id: _, prev: __, ...event }: JsonObject): JsonObject => event;

const types = (events: readonly JsonObject[]): string =>
  events.map(({ type, name }) => (name ? `${type}:${name}` : type)).join(' ');

/** An event as the recordings have it: details beside id and type. */
function flat(event: JsonObject): JsonObject {
  const { id, previousEventId, type, timestamp: _, ...details } = event;
  const inner = Object.assign({}, ...Object.values(details)) as JsonObject;
  const kept = Object.entries(inner).filter(([key]) => !/Details$/.test(key) && key !== 'roleArn');
  const parsed = kept.map(([key, value]) => [key, parsedDetail(key, value)]);
  return { id: id ?? 0, prev: previousEventId ?? 0, type: type ?? '', ...Object.fromEntries(parsed) };
}

function parsedDetail(key: string, value: Json): Json {
  if (key === 'assignedVariables') {
    const texts = Object.entries(value as JsonObject);
    return Object.fromEntries(texts.map(([name, text]) => [name, JSON.parse(String(text)) as Json]));
  }
  return ['input', 'output', 'parameters'].includes(key) ? (JSON.parse(String(value)) as Json) : value;
}

/** Puts the recorder's placeholders in place of the values that the recording says they stand for. */
export function withPlaceholders(
  { bindings = {} }: Pick<RecordedExecution, 'bindings'>,
  value: Json | undefined,
): Json | undefined {
  if (value === undefined) return undefined;
  let text = withoutAccount(JSON.stringify(value));
  for (const [placeholder, bound] of Object.entries(bindings).sort((a, b) => b[1].length - a[1].length)) {
    text = text.split(withoutAccount(bound)).join(placeholder);
  }
  return JSON.parse(text) as Json;
}

const withoutAccount = (text: string): string =>
  text
    .replaceAll('arn:aws:', 'arn:<partition>:')
    .replaceAll('us-east-1', '<region>')
    .replaceAll('000000000000', '111111111111');
