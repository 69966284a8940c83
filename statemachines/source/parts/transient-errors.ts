import { type TextractDelay, textractDelays } from '../../../lambdas/core/ground/errors.ts';

/** A step that took longer than its `TimeoutSeconds`, whatever it calls. */
const timeout = 'States.Timeout';

/**
 * What Lambda fails with for reasons that pass; every step that calls a function tries again on all of them.
 *
 * `ClientExecutionTimeoutException`, `ServiceException`, `AWSLambdaException` and `SdkClientException` are trouble on the
 * way to the function, `TooManyRequestsException` is the limit of functions at once. `Sandbox.Timedout` and `Unknown` are
 * the function's own end before it answered: out of time, out of memory, gone with its host. That may be the document's
 * doing and happen each time, so it is tried again as often as the rest and no longer; handlers may run twice.
 * https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html
 */
export const transientLambdaErrors = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  timeout,
] as const;

/**
 * What Textract refuses or drops for reasons that pass: the names of its API, under the service's name.
 * https://docs.aws.amazon.com/textract/latest/dg/API_StartExpenseAnalysis.html
 *
 * Two are of the Java SDK that Step Functions calls it with: `SdkClientException`, when no answer came or none that could
 * be read, and `TextractException`, for any answer that the API has no name for, such as an unavailable service. A
 * refusal for good has a name of its own. The call is made with a token, so that one that was lost on the way back
 * starts no second job.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 * https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/handling-exceptions.html
 */
export const transientTextractErrors = [
  ...textractDelays.map((name): `Textract.${TextractDelay}Exception` => `Textract.${name}Exception`),
  'Textract.SdkClientException',
  'Textract.TextractException',
  timeout,
] as const;

/** A name of AWS for something that may pass. */
export type TransientError = (typeof transientLambdaErrors)[number] | (typeof transientTextractErrors)[number];
