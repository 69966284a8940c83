/** A step that took longer than its `TimeoutSeconds`, whatever it calls. */
const timeout = 'States.Timeout';

/**
 * What Lambda fails with for reasons that pass; every step that calls a function tries again on all of them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html
 */
export const transientLambdaErrors = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Sandbox.Timedout',
  timeout,
] as const;

/**
 * What Textract refuses or drops for reasons that pass.
 * https://docs.aws.amazon.com/textract/latest/dg/API_StartExpenseAnalysis.html
 */
export const transientTextractErrors = [
  'Textract.ThrottlingException',
  'Textract.ProvisionedThroughputExceededException',
  'Textract.LimitExceededException',
  'Textract.InternalServerErrorException',
  timeout,
] as const;

/**
 * What Step Functions itself fails with, for reasons that pass, when an execution is to be started.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export const transientStartErrors = [
  'StepFunctions.AWSStepFunctionsException',
  'StepFunctions.ExecutionLimitExceededException',
  'StepFunctions.SdkClientException',
  timeout,
] as const;

/** A name of AWS for something that may pass. */
export type TransientError =
  | (typeof transientLambdaErrors)[number]
  | (typeof transientTextractErrors)[number]
  | (typeof transientStartErrors)[number];
