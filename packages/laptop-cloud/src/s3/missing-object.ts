import { type Caller, ServiceError } from '../http/service.ts';

/**
 * Throws the refusal for a caller that may not list the bucket.
 *
 * @throws ServiceError `AccessDenied`
 */
export type AssertMayList = (caller: Caller) => void;

const MISSING = ['NoSuchKey', 'NoSuchVersion'];

/**
 * What a caller is told of an error: that an object is not there only if it may list the bucket, else a refusal as for
 * an object that is there. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function errorFor(caller: Caller, error: unknown, assertMayList: AssertMayList): unknown {
  if (!(error instanceof ServiceError) || !MISSING.includes(error.code)) return error;
  try {
    assertMayList(caller);
    return error;
  } catch (refusal) {
    return refusal;
  }
}
