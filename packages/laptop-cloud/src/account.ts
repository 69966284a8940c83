/** What requests are signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The one account and region of the cloud. Any AWS client that signs its headers may use any credentials against it. */
export const account = {
  id: '000000000000',
  region: 'us-east-1',
  /** What our own tools sign with; a signature made with these is taken as it is, unless a cloud is started with them. */
  accessKeyId: 'laptop',
  secretAccessKey: 'laptop',
} as const;

/** `arn:aws:{service}:{region}:{account}:{resource}`. */
export const localArn = (service: string, resource: string): string =>
  `arn:aws:${service}:${account.region}:${account.id}:${resource}`;

/** A bucket's ARN has neither region nor account. */
export const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;
