/** The one account and region of the local cloud. Any AWS client may use any credentials against it. */
export const account = {
  id: '000000000000',
  region: 'us-east-1',
  /** Credentials that the quick start prints; a signature made with them is verified, others are taken as they are. */
  accessKeyId: 'spendwire',
  secretAccessKey: 'spendwire',
} as const;

/** `arn:aws:{service}:{region}:{account}:{resource}`. */
export const localArn = (service: string, resource: string): string =>
  `arn:aws:${service}:${account.region}:${account.id}:${resource}`;
