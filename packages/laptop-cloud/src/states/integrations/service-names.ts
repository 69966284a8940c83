import { StatesError } from '../language/states-error.ts';

/** Names that AWS spells otherwise than by a capital first letter, as in `DynamoDb.ResourceNotFoundException`. */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  dynamodb: 'DynamoDb',
  eventbridge: 'EventBridge',
  secretsmanager: 'SecretsManager',
  cloudwatchlogs: 'CloudWatchLogs',
};

/** S3's errors have no "Exception" in their codes, and only these have a class of their own in AWS's SDK for Java. */
const S3_ERRORS = [
  'BucketAlreadyExists',
  'BucketAlreadyOwnedByYou',
  'InvalidObjectState',
  'NoSuchBucket',
  'NoSuchKey',
  'NoSuchUpload',
  'ObjectAlreadyInActiveTierError',
  'ObjectNotInActiveTierError',
];

/** Errors that a service answers without a class of their own: AWS names them after the service. */
const WITHOUT_CLASS: Readonly<Record<string, (code: string) => boolean>> = {
  s3: (code) => !S3_ERRORS.includes(code),
  dynamodb: (code) => ['ValidationException', 'UnrecognizedClientException', 'AccessDeniedException'].includes(code),
};

/** The service's name as error names and causes spell it. */
export const displayName = (service: string): string =>
  DISPLAY_NAMES[service] ?? `${service.charAt(0).toUpperCase()}${service.slice(1)}`;

/**
 * The error's name in an `aws-sdk:` integration: `Textract.ThrottlingException`, `S3.NoSuchKeyException`. It is the
 * exception's class in AWS's SDK for Java, as the recordings show.
 */
export function sdkErrorName(service: string, code: string): string {
  const name = displayName(service);
  if (WITHOUT_CLASS[service]?.(code)) return `${name}.${name}Exception`;
  return `${name}.${code.endsWith('Exception') ? code : `${code}Exception`}`;
}

/**
 * A call that got no answer from its service: what a machine may retry or catch, as `Lambda.SdkClientException`. A
 * StatesError stays what it is.
 */
export function clientFailure(serviceName: string, error: unknown): StatesError {
  if (error instanceof StatesError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new StatesError(`${serviceName}.SdkClientException`, `Unable to execute the request: ${text}`);
}
