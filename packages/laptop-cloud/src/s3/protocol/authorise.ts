import { account } from '../../account.ts';
import type { Clock } from '../../clock.ts';
import { isSignatureValid, type RequestSignature, readSignature } from '../../http/request-signature.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Request } from './s3-request.ts';

const LONGEST_VALIDITY_SECONDS = 7 * 24 * 60 * 60;

/**
 * Lets a signed request pass. A signature made with the key of `account` is verified here, that of a data folder's own by the gateway, others are taken as they are; a
 * presigned address is refused after its time, whoever signed it.
 *
 * @throws ServiceError `AccessDenied`, `SignatureDoesNotMatch` or `AuthorizationQueryParametersError`.
 */
export function authorise(request: S3Request, clock: Clock): void {
  const signature = readSignature(request.message);
  if (!signature) throw s3Error('AccessDenied', 'expected a signed request, got one without a signature');
  if (signature.presigned) assertNotExpired(request, signature, clock);
  if (signature.accessKeyId !== account.accessKeyId) return;
  const payloadHash =
    request.query.get('X-Amz-Content-Sha256') ??
    (signature.presigned ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256'] ?? ''));
  if (!isSignatureValid(request.message, signature, account.secretAccessKey, payloadHash)) {
    throw s3Error('SignatureDoesNotMatch');
  }
}

function assertNotExpired({ query }: S3Request, { signedAt }: RequestSignature, clock: Clock): void {
  const text = query.get('X-Amz-Expires') ?? '';
  const seconds = Number(text);
  if (!/^\d{1,9}$/.test(text) || seconds < 1 || seconds > LONGEST_VALIDITY_SECONDS) {
    throw s3Error(
      'AuthorizationQueryParametersError',
      `expected X-Amz-Expires of 1 to ${LONGEST_VALIDITY_SECONDS} seconds, got "${text}"`,
    );
  }
  const signed = Date.parse(signedAt.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(clock.now() <= signed + seconds * 1000)) throw s3Error('AccessDenied', 'Request has expired');
}
