import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../../../local/http/service.ts';
import type { RecordedCase } from './recorded-case.ts';
import type { Replayed } from './replay-case.ts';

/** Values that change from run to run; the recorder put these in their place. */
const PLACEHOLDER =
  /^(a?_?task_?token|TaskToken|start-time|<start-time>|entered-time|date|timestamp|<timestamp>|name|<[^>]*>.*|.*<(ArnPart|ExecArnPart|ExpressExecArn_Part|SyncExecArn_Part|MapRunArnPart|uuid|resource)[^>]*>.*|snf_role_arn|sfn_role_arn)$/i;

/** Members that the recorder did not keep, or that only AWS's own calls can have. */
const NOT_COMPARED = [
  'RedriveCount',
  'requestId',
  'inputText',
  'outputText',
  'assignedVariablesText',
  'SdkHttpMetadata',
  'SdkResponseMetadata',
];

/** What differs between a recording and its replay, in words; empty when nothing does. */
export function differences(recorded: RecordedCase, replayed: Replayed): string[] {
  const { expected } = recorded;
  if (replayed.status !== expected.status) {
    return [
      `status: got ${replayed.status} ${replayed.error} ${replayed.cause}, expected ${expected.status} ${expected.error}`,
    ];
  }
  const found: string[] = [];
  const check = (what: string, actual: Json | undefined, wanted: Json | undefined) => {
    const got = neutral(recorded, actual);
    if (!same(got, wanted)) found.push(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
  };
  check('output', replayed.output, expected.output);
  check('error', replayed.error, expected.error);
  check('cause', replayed.cause, expected.cause);
  if (recorded.queryLanguage === 'JSONata' && expected.outputText !== undefined && found.length === 0) {
    check('output text', replayed.outputText, expected.outputText);
  }
  if (found.length > 0 || !expected.events || recorded.eventOrderNormalised) return found;
  const actual = replayed.events.map(flat);
  if (actual.length !== expected.events.length) {
    return [`events: got ${types(actual)}, expected ${types(expected.events)}`];
  }
  for (const [index, wanted] of expected.events.entries()) {
    check(`event ${index + 1}`, actual[index], wanted);
    if (found.length > 0) break;
  }
  return found;
}

const types = (events: readonly JsonObject[]): string =>
  events.map(({ type, name }) => (name ? `${type}:${name}` : type)).join(' ');

/** An event as the recordings have it: details beside id and type, JSON texts parsed. */
function flat(event: JsonObject): JsonObject {
  const { id, previousEventId, type, timestamp: _, ...details } = event;
  const inner = Object.assign({}, ...Object.values(details)) as JsonObject;
  const kept = Object.entries(inner).filter(([key]) => !/Details$/.test(key) && key !== 'roleArn');
  const parsed = kept.map(([key, value]) => [
    key,
    key === 'assignedVariables' ? eachParsed(value as JsonObject) : parsedText(key, value ?? null),
  ]);
  return { id: id ?? 0, prev: previousEventId ?? 0, type: type ?? '', ...Object.fromEntries(parsed) };
}

const eachParsed = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, text]) => [key, JSON.parse(String(text)) as Json]));

const parsedText = (key: string, value: Json): Json =>
  ['input', 'output', 'parameters'].includes(key) ? (JSON.parse(String(value)) as Json) : value;

/** Puts the recorder's placeholders into our values. */
function neutral({ bindings = {} }: RecordedCase, value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  let text = withoutAccount(JSON.stringify(value));
  for (const [placeholder, bound] of Object.entries(bindings).sort((a, b) => b[1].length - a[1].length)) {
    text = text.split(withoutAccount(bound)).join(placeholder);
  }
  return JSON.parse(text) as Json;
}

const withoutAccount = (text: string): string =>
  text
    .split('arn:aws:')
    .join('arn:<partition>:')
    .split('us-east-1')
    .join('<region>')
    .split('000000000000')
    .join('111111111111');

function same(actual: Json | undefined, expected: Json | undefined): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') {
    return expected === actual || PLACEHOLDER.test(expected) || sameJsonText(actual, expected);
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => same(actual[index], item))
    );
  }
  if (expected !== null && typeof expected === 'object') {
    const parsed = typeof actual === 'string' ? parsedOrNothing(actual) : actual;
    if (parsed === null || parsed === undefined || typeof parsed !== 'object' || Array.isArray(parsed)) return false;
    const keys = Object.keys(expected).filter((key) => !NOT_COMPARED.includes(key));
    const others = Object.keys(parsed).filter((key) => !NOT_COMPARED.includes(key));
    return keys.length === others.length && keys.every((key) => same(parsed[key], expected[key]));
  }
  return actual === expected;
}

function sameJsonText(actual: string, expected: string): boolean {
  if (!/^[{[]/.test(expected)) return false;
  const wanted = parsedOrNothing(expected);
  return wanted !== undefined && isDeepStrictEqual(parsedOrNothing(actual), wanted);
}

function parsedOrNothing(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
