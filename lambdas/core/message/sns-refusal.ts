const REFUSALS = /^(InvalidParameter|NotFound|EndpointDisabled|OptedOut|UserError|Validation)/;

/**
 * What SNS says when it will never take this address or message. Throttling, an outage or a missing permission is no
 * such answer: it passes, or somebody mends it, and the message is still wanted then.
 *
 * @returns The refusal in a line, or undefined when the call is worth repeating.
 * @see https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html
 */
export function refusalOf(error: unknown): string | undefined {
  const { name, message } = error as Error;
  return REFUSALS.test(name) ? `${name}: ${message}` : undefined;
}
