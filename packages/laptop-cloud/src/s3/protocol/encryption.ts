import { localArn } from '../../account.ts';
import type { ObjectEncryption, StoredObject } from '../object-version.ts';
import { s3Error } from '../s3-error.ts';
import { header, type S3Request } from './s3-request.ts';

const ALGORITHM = 'x-amz-server-side-encryption';
const KEY_ID = 'x-amz-server-side-encryption-aws-kms-key-id';
/** Where an upload asks for KMS and names no key; the account may use it through S3 without a grant. */
const MANAGED_KEY = localArn('kms', 'alias/aws/s3');

/**
 * The key of KMS that an upload wants to be encrypted with; undefined for the bucket's own encryption. Bytes are stored as they
 * are: what is kept is who may read them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html
 *
 * @throws ServiceError `InvalidArgument` for another algorithm, or a key without one.
 */
export function encryptionOf(request: S3Request): ObjectEncryption | undefined {
  const algorithm = header(request, ALGORITHM);
  const keyId = header(request, KEY_ID);
  if (algorithm === 'aws:kms') return { keyArn: keyId === undefined ? MANAGED_KEY : keyArnOf(keyId) };
  if (algorithm !== undefined && algorithm !== 'AES256') {
    throw s3Error('InvalidArgument', `expected ${ALGORITHM} to be AES256 or aws:kms, got "${algorithm}"`);
  }
  if (keyId !== undefined) throw s3Error('InvalidArgument', `expected ${ALGORITHM}: aws:kms beside ${KEY_ID}`);
  return undefined;
}

const keyArnOf = (keyId: string): string =>
  keyId.startsWith('arn:') ? keyId : localArn('kms', keyId.startsWith('alias/') ? keyId : `key/${keyId}`);

/** The key of a customer's, which a caller has to be granted; undefined where no grant is asked for. */
export const customerKeyOf = (encryption: ObjectEncryption | undefined): string | undefined =>
  encryption?.keyArn === MANAGED_KEY ? undefined : encryption?.keyArn;

/** How an object is encrypted: headers of GET, HEAD and a finished upload. */
export const encryptionHeaders = ({ encryption }: Pick<StoredObject, 'encryption'>): Record<string, string> =>
  encryption ? { [ALGORITHM]: 'aws:kms', [KEY_ID]: encryption.keyArn } : { [ALGORITHM]: 'AES256' };
