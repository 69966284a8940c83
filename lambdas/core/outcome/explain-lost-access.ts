import type { Ending, Problem } from './explain-failure.ts';

/**
 * What the bucket says of a file that could not be read: it is gone, or nobody here is told, or it is there, under this key of
 * KMS where it is not the bucket's own encryption.
 */
export type Sight = 'gone' | 'refused' | { readonly kmsKeyArn?: string };

/**
 * Whether S3 refused to hand out a file that is there: by a policy, or because KMS does not decrypt it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 *
 * @param code The name of the error that S3's client threw.
 */
export const isAccessRefused = (code: string): boolean => code === 'AccessDenied' || code.startsWith('KMS.');

/** S3's refusal over a key names it: `… is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:…`. */
const KMS_KEY_ARN = /arn:aws[a-z-]*:kms:[\w-]+:\d+:(?:key|alias)\/[\w/-]+/;

/**
 * How a document ends that could not be read though nobody has deleted it. It is our deployment's fault, so it is failed and
 * not rejected: dropping the file again would not help.
 *
 * @param uploadKeyArn The key that this installation may decrypt with; empty for none.
 */
export function explainLostAccess({ code, reason }: Problem, sight: Sight, uploadKeyArn: string): Ending {
  const keyArn = (typeof sight === 'object' ? sight.kmsKeyArn : undefined) ?? KMS_KEY_ARN.exec(reason)?.[0];
  const found = typeof sight === 'object' ? 'the file is in the bucket and could not be read' : 'S3 refused the file';
  return {
    status: 'failed',
    code: 'AccessLostError',
    reason: `${found} (${code}); the file is kept. ${adviceOn(keyArn, uploadKeyArn)}; then replay it`,
  };
}

function adviceOn(keyArn: string | undefined, uploadKeyArn: string): string {
  if (keyArn === undefined) {
    return "The operator has to look at the role, the bucket's policy, the KMS key and the region";
  }
  if (keyArn === uploadKeyArn) {
    return `It is encrypted with the KMS key ${keyArn}, as set: the operator has to look whether that is enabled and its policy lets this account use it, then at the role, the bucket's policy and the region`;
  }
  return `It is encrypted with the KMS key ${keyArn}, which this installation may not use: the operator deploys with the setting uploadKeyArn, or it is uploaded with the bucket's own encryption`;
}
