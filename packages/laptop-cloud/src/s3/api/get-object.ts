import { createReadStream } from 'node:fs';
import { validateHeaderValue } from 'node:http';
import { findObject } from '../find-object.ts';
import { parseRange } from '../protocol/byte-range.ts';
import { checkReadConditions } from '../protocol/conditions.ts';
import { checksumHeaders, objectHeaders } from '../protocol/object-headers.ts';
import { header, type S3Request } from '../protocol/s3-request.ts';
import { shownInBrowser } from '../protocol/shown-in-browser.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Action } from './context.ts';
import { requestedPart } from './requested-part.ts';

/** GetObject and HeadObject: the same answer, once without the bytes. */
export const getObject: S3Action = (request, { bucket, keys }) => {
  const object = findObject(bucket, request.key, request.query.get('versionId'));
  checkReadConditions(request, object);
  const part = requestedPart(request, object);
  const range = part ?? parseRange(header(request, 'range'), object.sizeBytes);
  const length = range ? range.last - range.first + 1 : object.sizeBytes;
  const wantsChecksum = header(request, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && !range;
  // The head alone, without a checksum, tells nothing of the content.
  if (request.method !== 'HEAD' || wantsChecksum) keys.decrypt(object);
  return {
    status: range ? 206 : 200,
    headers: {
      ...shownInBrowser(request, { ...objectHeaders(object), ...overrides(request) }),
      ...(wantsChecksum ? checksumHeaders(object.checksum) : {}),
      ...(part && object.partSizes ? { 'x-amz-mp-parts-count': String(object.partSizes.length) } : {}),
      ...(range ? { 'content-range': `bytes ${range.first}-${range.last}/${object.sizeBytes}` } : {}),
      'content-length': String(length),
    },
    ...(request.method === 'HEAD' || length === 0
      ? {}
      : {
          body: createReadStream(
            bucket.files.pathOf(object.versionId),
            range && { start: range.first, end: range.last },
          ),
        }),
  };
};

/** `response-content-type=…` in the address of a presigned GET. */
function overrides({ query }: S3Request): Record<string, string> {
  const pairs = [...query].filter(([name]) => /^response-(content|cache|expires)/.test(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name.slice('response-'.length), headerValue(name, value)]));
}

/** @throws ServiceError `InvalidArgument` for what no header can hold, such as a second line. */
function headerValue(name: string, value: string): string {
  try {
    validateHeaderValue(name, value);
    return value;
  } catch {
    throw s3Error('InvalidArgument', `expected ${name} to be the text of a header, got ${JSON.stringify(value)}`);
  }
}
