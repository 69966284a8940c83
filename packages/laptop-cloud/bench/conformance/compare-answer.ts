import type { Json, JsonObject } from '../../src/http/service.ts';
import { ServiceError } from '../../src/http/service.ts';
import type { Call, RecordedError, RecordedTestState, RecordedValidation } from './recording.ts';
import { asJsonata } from './replay-execution.ts';
import { Comparison } from './same-value.ts';

/** The first difference between a recorded TestState call and ours; undefined when there is none. */
export async function testStateDifference(recorded: RecordedTestState, call: Call): Promise<string | undefined> {
  const { definition, args } = recorded;
  const request = { ...withTexts(args), definition: JSON.stringify(definition) };
  return difference(recorded, () => call('TestState', request), 'TestState', parsedTestState);
}

/** The first difference between a recorded check of a definition and ours; undefined when there is none. */
export async function validationDifference(recorded: RecordedValidation, call: Call): Promise<string | undefined> {
  const { op, definition, definitionText, queryLanguage, stateMachineType = 'STANDARD' } = recorded;
  const text = definition ? JSON.stringify(asJsonata({ queryLanguage, definition })) : (definitionText ?? '');
  if (op === 'validate') {
    const validate = () => call('ValidateStateMachineDefinition', { definition: text, type: stateMachineType });
    return difference(recorded, validate, 'ValidateStateMachineDefinition');
  }
  const name = `recorded-${Math.random().toString(36).slice(2)}`;
  const create = () => call('CreateStateMachine', { name, definition: text, roleArn: ROLE, type: stateMachineType });
  if (op === 'create_state_machine') return difference(recorded, create, 'CreateStateMachine', () => ({}));
  return difference(
    recorded,
    async () => call('DescribeStateMachine', { stateMachineArn: (await create()).stateMachineArn ?? '' }),
    'DescribeStateMachine',
    ({ variableReferences = '<absent>' }) => ({ variableReferences }),
  );
}

const ROLE = 'arn:aws:iam::000000000000:role/sfn-role';

interface Expectation {
  readonly expected?: JsonObject;
  readonly expectedError?: RecordedError;
}

async function difference(
  { expected, expectedError }: Expectation,
  ask: () => Promise<JsonObject>,
  operation: string,
  shape: (answer: JsonObject) => JsonObject = (answer) => answer,
): Promise<string | undefined> {
  let answer: JsonObject;
  try {
    answer = shape(await ask());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return expectedError
      ? errorDifference(error, expectedError, operation)
      : `got ${error.code}: ${error.message}, expected ${JSON.stringify(expected)}`;
  }
  if (expectedError) return `got ${JSON.stringify(answer)}, expected ${JSON.stringify(expectedError)}`;
  const comparison = new Comparison();
  const names = new Set(
    [...Object.keys(answer), ...Object.keys(expected ?? {})].filter((name) => name !== 'outputText'),
  );
  for (const name of names) {
    const got = withoutAccount(answer[name]);
    if (!(name in answer) || !comparison.same(got, expected?.[name])) {
      return `${name}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected?.[name])}`;
    }
  }
  return undefined;
}

function errorDifference(got: ServiceError, expected: RecordedError, operation: string): string | undefined {
  const [code, message] =
    'Error' in expected
      ? [expected.Error.Code, expected.Error.Message]
      : [
          expected.exception_typename,
          expected.exception_value.replace(
            `An error occurred (${got.code}) when calling the ${operation} operation: `,
            '',
          ),
        ];
  // Some were kept with the text of the Python emulator that the tests were written for; AWS's is not known.
  const isAwsText = !message.startsWith('Error=ValueError Args=');
  if (got.code === code && (!isAwsText || got.message === message)) return undefined;
  return `got ${got.code}: ${got.message}, expected ${code}: ${message}`;
}

/** Everything that the API takes as JSON text was kept parsed. */
const withTexts = (args: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      ['input', 'context', 'variables'].includes(name) && typeof value !== 'string'
        ? [name, JSON.stringify(value)]
        : [name, value],
    ),
  );

function parsedTestState({ output, inspectionData, ...answer }: JsonObject): JsonObject {
  const inspected = Object.entries((inspectionData ?? {}) as JsonObject).map(([name, value]) => [
    name,
    typeof value === 'string' ? (JSON.parse(value) as Json) : value,
  ]);
  return {
    ...answer,
    ...(typeof output === 'string' ? { output: JSON.parse(output) as Json } : {}),
    ...(inspectionData === undefined ? {} : { inspectionData: Object.fromEntries(inspected) }),
  };
}

function withoutAccount(value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value)
    .replaceAll('arn:aws:', 'arn:<partition>:')
    .replaceAll('us-east-1', '<region>')
    .replaceAll('000000000000', '111111111111');
  return JSON.parse(text) as Json;
}
