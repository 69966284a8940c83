import type { Json, JsonObject } from '../../src/http/service.ts';

/** Values that the recorder replaced by one word. */
const WORDS =
  /^(date|timestamp|start-date|start-time|entered-time|name|s[nf]+_role_arn|an?(_[a-z]+)+|RequestId|X-Amzn-Trace-Id)$/;
const PLACEHOLDER = /<[A-Za-z][\w -]*(?::\d+)?>/;

/** Members that not every recording has, and that stand for nothing a definition could reach or change. */
const NOT_COMPARED = [
  // AWS added it to the context object in between.
  'RedriveCount',
  // The role was left out when the calls were recorded.
  'RoleArn',
  'requestId',
  'inputText',
  'outputText',
  'assignedVariablesText',
  'SdkHttpMetadata',
  'SdkResponseMetadata',
];

/** Compares values with what a recorder kept of them: its placeholders stand for any text, the same one each time. */
export class Comparison {
  readonly #bound = new Map<string, string>();
  readonly #renamed: readonly string[];

  /** @param renamed Names of ours that the recorder replaced by others, without saying which. */
  constructor(renamed: readonly string[] = []) {
    this.#renamed = renamed;
  }

  same(actual: Json | undefined, expected: Json | undefined): boolean {
    if (typeof expected === 'string') return typeof actual === 'string' && this.#sameText(actual, expected);
    if (Array.isArray(expected)) {
      const list = typeof actual === 'string' ? parsedOrNothing(actual) : actual;
      return (
        Array.isArray(list) &&
        list.length === expected.length &&
        expected.every((item, index) => this.same(list[index], item))
      );
    }
    if (expected !== null && typeof expected === 'object') {
      const object = typeof actual === 'string' ? parsedOrNothing(actual) : actual;
      if (object === null || object === undefined || typeof object !== 'object' || Array.isArray(object)) return false;
      return this.#sameMembers(object, expected);
    }
    return actual === expected;
  }

  #sameMembers(actual: JsonObject, expected: JsonObject): boolean {
    const wanted = Object.keys(expected).filter((key) => !NOT_COMPARED.includes(key));
    const given = Object.keys(actual).filter((key) => !NOT_COMPARED.includes(key));
    return (
      wanted.length === given.length && wanted.every((key) => key in actual && this.same(actual[key], expected[key]))
    );
  }

  #sameText(actual: string, expected: string): boolean {
    if (actual === expected || WORDS.test(expected)) return true;
    const json = /^[{[]/.test(expected) ? parsedOrNothing(expected) : undefined;
    if (json !== undefined) return this.same(parsedOrNothing(actual), json);
    if (this.#renamed.includes(actual)) return this.#bind(expected, actual);
    if (!PLACEHOLDER.test(expected)) return false;
    return PLACEHOLDER.exec(expected)?.[0] === expected
      ? this.#bind(expected, actual)
      : patternOf(expected).test(actual.replaceAll(/\s/g, ''));
  }

  /** A placeholder with a number, or a new name, is the same text throughout a recording. */
  #bind(placeholder: string, actual: string): boolean {
    if (placeholder.startsWith('<') && !/:\d+>$/.test(placeholder)) return true;
    const before = this.#bound.get(placeholder);
    if (before === undefined) this.#bound.set(placeholder, actual);
    return before === undefined || before === actual;
  }
}

/** Placeholders within a text; the recorder sometimes took a quotation mark along with the value. */
function patternOf(expected: string): RegExp {
  const parts = expected.replaceAll(/\s/g, '').split(new RegExp(PLACEHOLDER.source.replace(' ', ''), 'g'));
  return new RegExp(`^${parts.map(escaped).join('.*?')}$`, 's');
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

function parsedOrNothing(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
