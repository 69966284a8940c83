import type { Json, JsonObject } from '../../http/service.ts';
import { invalid } from '../operations/parameters.ts';
import { isObject } from '../validation/diagnostic.ts';

/** What a test tells of a state besides its result. */
export interface StateConfiguration {
  /** How often the rule of Retry has tried before. */
  readonly retrierRetryCount: number;
  /** Absent where the test does not say. */
  readonly mapIterationFailureCount: number | undefined;
  /** What the ItemReader of a Map reads. */
  readonly mapItemReaderData: string | undefined;
}

const LONGEST_READ = 262_144;
const LONGEST_NAME = 80;

/**
 * The `stateConfiguration` of a TestState request.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestStateConfiguration.html
 *
 * @throws ServiceError `ValidationException` for a value out of its range, and a number of failed iterations without a mock.
 */
export function checkedConfiguration({ stateConfiguration, mock }: JsonObject): StateConfiguration {
  const given = isObject(stateConfiguration) ? stateConfiguration : {};
  const mapIterationFailureCount = count(given, 'mapIterationFailureCount');
  if (mapIterationFailureCount !== undefined && !isObject(mock)) {
    throw invalid('TestState does not support MapIterationFailureCount when a mock is not specified.');
  }
  text(given, 'errorCausedByState', LONGEST_NAME);
  return {
    retrierRetryCount: count(given, 'retrierRetryCount') ?? 0,
    mapIterationFailureCount,
    mapItemReaderData: text(given, 'mapItemReaderData', LONGEST_READ),
  };
}

function count(given: JsonObject, name: string): number | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw unfit(name, value, 'Member must have value greater than or equal to 0');
}

function text(given: JsonObject, name: string, longest: number): string | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length <= longest) return value;
  throw unfit(name, value, `Member must have length less than or equal to ${longest}`);
}

const unfit = (name: string, value: Json, constraint: string) =>
  invalid(
    `1 validation error detected: Value '${typeof value === 'string' ? value : JSON.stringify(value)}' at 'stateConfiguration.${name}' failed to satisfy constraint: ${constraint}`,
  );
