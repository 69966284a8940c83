import type { Grant } from './declarations.ts';

/**
 * What is granted where uploads may be encrypted with a KMS key of the owner's: whoever reads versions, which is what people
 * dropped, may decrypt them, Textract with the role of the machine that calls it. Nothing is written with the key.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 *
 * @param keyArn Of that key; empty for none.
 */
export function withUploadKey(grants: readonly Grant[], keyArn: string): readonly Grant[] {
  const readsUploads = grants.some(({ actions }) => actions.includes('s3:GetObjectVersion'));
  return readsUploads && keyArn !== '' ? [...grants, { actions: ['kms:Decrypt'], resources: [keyArn] }] : grants;
}
