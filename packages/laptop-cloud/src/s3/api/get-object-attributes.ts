import type { XmlElements } from '../../http/xml.ts';
import { findObject } from '../find-object.ts';
import type { StoredObject } from '../object-version.ts';
import { checkReadConditions } from '../protocol/conditions.ts';
import { header } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Action } from './context.ts';

const describe: Readonly<Record<string, (object: StoredObject) => XmlElements>> = {
  // The one place where S3 gives an entity tag without quotes.
  ETag: ({ etag }) => ({ ETag: etag }),
  Checksum: ({ checksum }) =>
    checksum
      ? {
          Checksum: {
            [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value,
            ChecksumType: checksum.type,
          },
        }
      : {},
  // The parts themselves are listed by S3 only when each has a checksum; their number is given always.
  ObjectParts: ({ partSizes }) => (partSizes ? { ObjectParts: { PartsCount: partSizes.length } } : {}),
  StorageClass: () => ({ StorageClass: 'STANDARD' }),
  ObjectSize: ({ sizeBytes }) => ({ ObjectSize: sizeBytes }),
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export const getObjectAttributes: S3Action = (request, { bucket }) => {
  const object = findObject(bucket, request.key, request.query.get('versionId'));
  checkReadConditions(request, object);
  const asked = (header(request, 'x-amz-object-attributes') ?? '').split(',').map((name) => name.trim());
  const elements = asked.map((name) => {
    const attribute = describe[name];
    if (attribute) return attribute(object);
    throw s3Error('InvalidArgument', `expected attributes of ${Object.keys(describe).join(', ')}, got "${name}"`);
  });
  return xmlResponse('GetObjectAttributesOutput', Object.assign({}, ...elements), {
    'x-amz-version-id': object.versionId,
    'last-modified': new Date(object.lastModifiedMs).toUTCString(),
  });
};
