import { bucketName } from '../../../laptop/names.ts';
import { type DueAnswer, type HostileRequest, objectPath } from '../hostile-request.ts';
import { invalid, missing, s3 } from './s3-request.ts';

const notServed: DueAnswer = { status: [501, 405, 400], code: /^(NotImplemented|MethodNotAllowed|InvalidRequest)$/ };

/** Requests of S3 for what is not there, or by keys, parts and ranges that are none. */
export function objectRequests(): HostileRequest[] {
  const paths = [
    `/${bucketName}/../../etc/hostname`,
    `/${bucketName}/%2e%2e/%2e%2e/etc/hostname`,
    `/${bucketName}/..%2f..%2fetc%2fhostname`,
    `/${bucketName}/..\\..\\etc\\hostname`,
    `/${bucketName}//etc/hostname`,
    `/${bucketName}/receipts/../../.spendwire/credentials/own.json`,
    `/../${bucketName}/x`,
    `/%2e%2e/x`,
    '/another-bucket/x',
    '/__proto__/x',
    `/${bucketName}/null%00byte`,
    `/${bucketName}/__proto__`,
  ];
  const kind = 'key of an object';
  return [
    ...paths.map((path) => s3(kind, path, { ...missing, status: [404] }, { path })),
    ...[
      `/${bucketName}/%zz`,
      `/${bucketName}/%`,
      `/${bucketName}/%c0%af`,
      `/${bucketName}/%ff%fe`,
      '/%e0%a4%a/x',
      `/${bucketName}?prefix=%zz`,
    ].map((path) => s3(kind, path, { status: [400], code: /^InvalidURI$/ }, { path })),
    s3(
      kind,
      'of 1,025 bytes',
      { status: [400], code: /^KeyTooLongError$/ },
      { path: `/${bucketName}/${'k'.repeat(1025)}` },
    ),
    s3(
      kind,
      'of 5,000 bytes, to be written',
      { status: [400], code: /^KeyTooLongError$/ },
      { method: 'PUT', path: `/${bucketName}/${'k'.repeat(5000)}`, body: 'x' },
    ),
    ...[
      `/${bucketName}/../../etc/hostname`,
      '/etc/passwd',
      '%2Fetc%2Fpasswd',
      'nonsense',
      '',
      `/${bucketName}/%zz`,
      `/${bucketName}/`,
    ].map((source) =>
      s3('copy of an object', `from "${source}"`, invalid, {
        method: 'PUT',
        path: objectPath('copies/x'),
        headers: { 'x-amz-copy-source': source },
      }),
    ),
    ...['acl', 'policy', 'website', 'cors', 'lifecycle', 'replication', 'encryption', 'notification', 'logging'].map(
      (name) =>
        s3('what S3 here does not have', `PUT ?${name}`, notServed, {
          method: 'PUT',
          path: `/${bucketName}?${name}`,
          body: '<x/>',
        }),
    ),
    s3('what S3 here does not have', 'DELETE of the bucket', notServed, { method: 'DELETE', path: `/${bucketName}` }),
    s3('what S3 here does not have', 'PATCH', notServed, ({ key }) => ({
      method: 'PATCH',
      path: objectPath(key),
      body: 'x',
    })),
    s3(
      'what S3 here does not have',
      'a bucket more',
      { status: [400, 409], code: /^(TooManyBuckets|BucketAlreadyExists)$/ },
      { method: 'PUT', path: '/another-bucket' },
    ),
    ...['0', '-1', '10001', 'NaN', '1e9', ''].map((part) =>
      s3('part of an upload', `partNumber "${part}"`, invalid, {
        method: 'PUT',
        path: `${objectPath('a')}?partNumber=${part}&uploadId=../../nothing`,
        body: 'x',
      }),
    ),
    ...['-1', 'NaN', '1e9', '99999999999'].map((keys) =>
      s3(
        'list of the bucket',
        `max-keys ${keys}`,
        {
          status: [200, 400],
          ...(keys === '-1' || keys === 'NaN' ? { code: /^InvalidArgument$/, status: [400] } : {}),
        },
        { path: `/${bucketName}?list-type=2&max-keys=${keys}` },
      ),
    ),
    s3(
      'list of the bucket',
      'a token that is none',
      { status: [200, 400] },
      { path: `/${bucketName}?list-type=2&continuation-token=%00%ff%00`.replace('%ff', '%7f') },
    ),
    ...['bytes=abc', 'bytes=5-1', 'bytes=-0', 'bytes=99999999999-', 'bytes=0-0,1-1', 'lines=1-2'].map((range) =>
      s3(
        'range of an object',
        range,
        {
          status: [200, 206, 416],
          ...(range.includes('99999') || range === 'bytes=-0' ? { status: [416], code: /^InvalidRange$/ } : {}),
        },
        ({ key }) => ({ path: objectPath(key), headers: { Range: range } }),
      ),
    ),
    s3('range of an object', 'a version that is none', missing, ({ key }) => ({
      path: `${objectPath(key)}?versionId=../../x`,
    })),
  ];
}
