import * as sns from '@aws-sdk/client-sns';
import * as textract from '@aws-sdk/client-textract';
import { errorNames } from '../../../lambdas/core/ground/errors.ts';
import { type Rule, type State, stateRule } from '../machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation */
const STATES_ERRORS = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.ItemReaderFailed',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
];

/**
 * All of them may pass: https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html, and for a function that runs
 * out of time https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html#troubleshooting-timeouts
 */
const LAMBDA_ERRORS = [
  'Lambda.AWSLambdaException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.SdkClientException',
  'Lambda.ServiceException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
];

/**
 * An SDK integration fails with the exceptions of the service's Java SDK, under the service's name: there each name
 * ends in `Exception`. https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const exceptionsOf = (service: string, client: object): string[] => [
  ...Object.keys(client)
    .filter((name) => /(Exception|Error)$/.test(name))
    .map((name) => `${service}.${name.replace(/Error$/, 'ErrorException')}`),
  `${service}.${service}Exception`,
  `${service}.SdkClientException`,
];

const KNOWN_ERRORS: ReadonlySet<string> = new Set([
  ...errorNames,
  ...STATES_ERRORS,
  ...LAMBDA_ERRORS,
  ...exceptionsOf('Textract', textract),
  ...exceptionsOf('Sns', sns),
]);

/**
 * What a call of each kind has to be tried again for: trouble on the way there and back, whatever is called.
 *
 * @returns nothing for a call whose trouble has not been looked up.
 */
function passingErrorsOf(resource: string): readonly string[] | undefined {
  if (resource === 'arn:aws:states:::lambda:invoke') return [...LAMBDA_ERRORS, 'States.Timeout'];
  if (resource === 'arn:aws:states:::aws-sdk:textract:startExpenseAnalysis') {
    const busy = ['Throttling', 'ProvisionedThroughputExceeded', 'LimitExceeded', 'InternalServerError'];
    const names = [...busy.map((name) => `${name}Exception`), 'TextractException', 'SdkClientException'];
    return [...names.map((name) => `Textract.${name}`), 'States.Timeout'];
  }
  return undefined;
}

const CATCHES_ALL = 'States.ALL';
/** Names that stand for many errors; a Retry with one of them repeats what cannot succeed. */
const BROAD = [CATCHES_ALL, 'States.TaskFailed'];

/** What happens when a step fails. */
export const failureRules: readonly Rule[] = [
  {
    says: 'ends in bounded time',
    check: ({ TimeoutSeconds = 0 }) => (TimeoutSeconds > 0 ? [] : ['expected TimeoutSeconds on the machine']),
  },
  stateRule('bounds the time of every Task', ({ Type, TimeoutSeconds = 0 }) =>
    Type !== 'Task' || TimeoutSeconds > 0 ? [] : ['expected TimeoutSeconds'],
  ),
  stateRule('retries named errors only', ({ Retry = [] }) =>
    Retry.flatMap(({ ErrorEquals }) => ErrorEquals)
      .filter((name) => BROAD.includes(name))
      .map((name) => `expected the names of errors that may pass, got ${name}`),
  ),
  stateRule('tries again whatever may pass', ({ Type, Resource = '', Retry = [] }) => {
    if (Type !== 'Task') return [];
    const passing = passingErrorsOf(Resource);
    if (!passing) return [`expected a call whose passing errors are listed here, got ${Resource}`];
    const retried = Retry.filter(({ MaxAttempts = 3 }) => MaxAttempts > 0).flatMap(({ ErrorEquals }) => ErrorEquals);
    return passing.filter((name) => !retried.includes(name)).map((name) => `expected ${name} to be tried again`);
  }),
  stateRule('catches States.ALL last and alone', ({ Catch = [] }) =>
    Catch.flatMap(({ ErrorEquals }, index) =>
      !ErrorEquals.includes(CATCHES_ALL) || (ErrorEquals.length === 1 && index === Catch.length - 1)
        ? []
        : [
            `expected States.ALL alone in the last Catch, got ${ErrorEquals.join(', ')} in Catch ${index + 1} of ${Catch.length}`,
          ],
    ),
  ),
  stateRule('knows every error that it names', (state) =>
    errorsNamedIn(state)
      .filter((name) => !KNOWN_ERRORS.has(name))
      .map((name) => `expected a name in lambdas/core/ground/errors.ts or a documented one of AWS, got ${name}`),
  ),
  stateRule('gives every Fail an error', ({ Type, Error: error }) =>
    Type !== 'Fail' || error ? [] : ['expected an Error'],
  ),
];

const errorsNamedIn = ({ Type, Error: error, Retry = [], Catch = [] }: State): string[] => [
  ...[...Retry, ...Catch].flatMap(({ ErrorEquals }) => ErrorEquals),
  // A Fail may hand on the error that was caught; its name was checked where it was thrown.
  ...(Type === 'Fail' && error && !error.startsWith('{%') ? [error] : []),
];
