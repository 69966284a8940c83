import type { Bucket } from '../bucket.ts';
import type { KeyUse } from '../key-use.ts';
import type { AssertMayList } from '../missing-object.ts';
import type { MultipartUploads } from '../multipart-uploads.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { S3Response } from '../protocol/s3-response.ts';

/** What the operations work on. */
export interface S3Context {
  readonly bucket: Bucket;
  readonly uploads: MultipartUploads;
  readonly assertMayList: AssertMayList;
  /** The caller's. */
  readonly keys: KeyUse;
}

/** One operation of S3's REST API. */
export type S3Action = (request: S3Request, context: S3Context) => Promise<S3Response> | S3Response;
