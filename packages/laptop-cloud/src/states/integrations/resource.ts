/** What a Task's `Resource` names. */
export type TaskResource =
  | { readonly kind: 'function'; readonly arn: string }
  | {
      readonly kind: 'integration';
      /** As the history gives it: `lambda`, `sns`, `aws-sdk:textract`. */
      readonly resourceType: string;
      /** As the history gives it: `invoke`, `publish`, `sendMessage.waitForTaskToken`. */
      readonly resource: string;
      /** The service's name without `aws-sdk:`. */
      readonly service: string;
      readonly isSdk: boolean;
      /** camelCase as written. */
      readonly action: string;
      readonly pattern: 'request' | 'waitForTaskToken' | 'sync';
    }
  | { readonly kind: 'activity'; readonly arn: string };

const FUNCTION = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:.+$/;
const ACTIVITY = /^arn:[^:]+:states:[^:]+:[^:]+:activity:.+$/;
const INTEGRATION =
  /^arn:[^:]+:states:[^:]*:[^:]*:((?:aws-sdk:)?)([A-Za-z0-9-]+):([A-Za-z0-9]+)((?:\.[A-Za-z]+(?::2)?)?)$/;

/**
 * Reads a Task's `Resource`; undefined when it names nothing that Step Functions knows.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function parseResource(text: string): TaskResource | undefined {
  if (FUNCTION.test(text)) return { kind: 'function', arn: text };
  if (ACTIVITY.test(text)) return { kind: 'activity', arn: text };
  const [, sdk = '', service = '', action = '', suffix = ''] = INTEGRATION.exec(text) ?? [];
  const pattern = patternOf(suffix);
  if (!service || !pattern) return undefined;
  return {
    kind: 'integration',
    resourceType: `${sdk}${service}`,
    resource: `${action}${suffix}`,
    service,
    isSdk: sdk !== '',
    action,
    pattern,
  };
}

function patternOf(suffix: string): 'request' | 'waitForTaskToken' | 'sync' | undefined {
  if (suffix === '') return 'request';
  if (suffix === '.waitForTaskToken') return 'waitForTaskToken';
  return suffix === '.sync' || suffix === '.sync:2' ? 'sync' : undefined;
}
