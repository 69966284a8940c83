import type { IncomingMessage } from 'node:http';
import { decodeUri } from './decode-uri.ts';
import { objectRead } from './operation-access.ts';
import type { Access } from './permissions.ts';

/**
 * The permissions that an S3 request needs, read from its method, path-style address and copy source.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function requestedObjectAccess(request: IncomingMessage): Access[] {
  const [path = '', search = ''] = (request.url ?? '').split('?');
  const [, bucket = '', ...rest] = path.split('/').map(decodeUri);
  const key = rest.join('/');
  const query = new URLSearchParams(search);
  if (bucket === '') return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
  if (key === '') return [bucketAccess(request.method, bucket, query)];
  return objectAccess(request, bucket, key, query);
}

function bucketAccess(method: string | undefined, bucket: string, query: URLSearchParams): Access {
  const resource = `arn:aws:s3:::${bucket}`;
  if (method === 'PUT') return { action: 's3:CreateBucket', resource };
  if (method === 'DELETE') return { action: 's3:DeleteBucket', resource };
  if (method === 'POST') return { action: 's3:DeleteObject', resource: `${resource}/*` };
  if (query.has('location')) return { action: 's3:GetBucketLocation', resource };
  return { action: query.has('versions') ? 's3:ListBucketVersions' : 's3:ListBucket', resource };
}

function objectAccess(request: IncomingMessage, bucket: string, key: string, query: URLSearchParams): Access[] {
  const resource = `arn:aws:s3:::${bucket}/${key}`;
  const isPart = query.has('uploadId');
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return isPart
        ? [{ action: 's3:ListMultipartUploadParts', resource }]
        : [objectRead(bucket, key, query.has('versionId'))];
    case 'DELETE':
      if (isPart) return [{ action: 's3:AbortMultipartUpload', resource }];
      return [{ action: query.has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject', resource }];
    default:
      return [{ action: 's3:PutObject', resource }, ...copySource(request)];
  }
}

function copySource(request: IncomingMessage): Access[] {
  const source = request.headers['x-amz-copy-source'];
  if (typeof source !== 'string') return [];
  const [path = '', query = ''] = source.split('?');
  const [bucket = '', ...key] = path.replace(/^\//, '').split('/').map(decodeUri);
  return [objectRead(bucket, key.join('/'), query.startsWith('versionId='))];
}
