import type { S3Request } from '../protocol/s3-request.ts';
import { s3Error } from '../s3-error.ts';
import * as buckets from './buckets.ts';
import type { S3Action, S3Context } from './context.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-objects.ts';
import { getObject } from './get-object.ts';
import { getObjectAttributes } from './get-object-attributes.ts';
import { listObjects, listObjectsV2 } from './list-objects.ts';
import { listObjectVersions } from './list-versions.ts';
import * as multipart from './multipart.ts';
import * as tagging from './object-tagging.ts';
import { putObject } from './put-object.ts';

/** By method and the query parameter that names a sub-resource; empty for the bucket or object itself. */
type Routes = Readonly<Record<string, S3Action>>;

const bucketRoutes: Routes = {
  'HEAD ': buckets.headBucket,
  'PUT ': buckets.createBucket,
  'GET ': (request, context) =>
    request.query.get('list-type') === '2' ? listObjectsV2(request, context) : listObjects(request, context),
  'GET location': buckets.getBucketLocation,
  'GET versioning': buckets.getBucketVersioning,
  'GET versions': listObjectVersions,
  'GET uploads': multipart.listMultipartUploads,
  'POST delete': deleteObjects,
};

const objectRoutes: Routes = {
  'GET ': getObject,
  'HEAD ': getObject,
  'PUT ': (request, context) =>
    request.headers['x-amz-copy-source'] === undefined ? putObject(request, context) : copyObject(request, context),
  'DELETE ': deleteObject,
  'POST uploads': multipart.createMultipartUpload,
  'PUT uploadId': multipart.uploadPart,
  'POST uploadId': multipart.completeMultipartUpload,
  'DELETE uploadId': multipart.abortMultipartUpload,
  'GET uploadId': multipart.listParts,
  'GET attributes': getObjectAttributes,
  'GET tagging': tagging.getObjectTagging,
  'PUT tagging': tagging.putObjectTagging,
  'DELETE tagging': tagging.deleteObjectTagging,
};

/** Every kind of request that is served, such as `object PUT tagging`. */
export const servedRequests: readonly string[] = [
  ...Object.keys(bucketRoutes).map((route) => `bucket ${route}`.trim()),
  ...Object.keys(objectRoutes).map((route) => `object ${route}`.trim()),
];

/** Query parameters that make another operation of a request; those not routed are refused by name. */
const SUB_RESOURCES = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
  'website',
] as const;

/**
 * The operation that a request asks for.
 *
 * @throws ServiceError `NoSuchBucket` for any bucket but ours, `NotImplemented` naming what is not offered.
 */
export function findAction(request: S3Request, { bucket }: S3Context): S3Action {
  const { method, query, key } = request;
  if (request.bucket === '') {
    if (method === 'GET') return buckets.listBuckets;
    throw s3Error('MethodNotAllowed');
  }
  const subResource = SUB_RESOURCES.find((name) => query.has(name)) ?? '';
  const routes = key === '' ? bucketRoutes : objectRoutes;
  const action = routes[`${method} ${subResource}`];
  const createsBucket = action === buckets.createBucket;
  if (request.bucket !== bucket.name && !createsBucket) {
    throw s3Error('NoSuchBucket', `the laptop cloud has the bucket "${bucket.name}", got "${request.bucket}"`, {
      BucketName: request.bucket,
    });
  }
  if (!action) {
    const asked = `${method} of ${key === '' ? 'a bucket' : 'an object'}${subResource && ` with ?${subResource}`}`;
    throw s3Error('NotImplemented', `the laptop cloud does not serve ${asked}`);
  }
  return action;
}
