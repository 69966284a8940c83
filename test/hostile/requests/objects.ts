import { bucketName } from '../../../laptop/names.ts';
import {
  asked,
  type DueAnswer,
  type HostileRequest,
  objectPath,
  type RequestParts,
  type Setting,
  signed,
} from '../hostile-request.ts';

const missing: DueAnswer = { status: [404], code: /^NoSuch(Key|Bucket|Version|Upload)$/ };
const invalid: DueAnswer = {
  status: [400, 404, 416],
  code: /^(Invalid\w+|MalformedXML|NoSuch\w+|KeyTooLongError|BadDigest|IncompleteBody|XAmzContentSHA256Mismatch|EntityTooSmall|EntityTooLarge|MetadataTooLarge)$/,
};
const notServed: DueAnswer = { status: [501, 405, 400], code: /^(NotImplemented|MethodNotAllowed|InvalidRequest)$/ };

/** Requests of S3 for what is not there, or written as none of its clients would. */
export function objectRequests(): HostileRequest[] {
  const s3 = (kind: string, what: string, due: DueAnswer, parts: RequestParts | ((setting: Setting) => RequestParts)) =>
    asked(kind, what, due, (setting) => {
      const { headers, ...rest } = typeof parts === 'function' ? parts(setting) : parts;
      return { ...rest, headers: signed('s3', headers) };
    });
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
  const body = 'request with a body of XML';
  const XML = 'application/xml';
  const deletion = (xml: string | Buffer) => ({
    method: 'POST',
    path: `/${bucketName}?delete`,
    headers: { 'Content-Type': XML },
    body: xml,
  });
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
    ...(
      [
        ['nothing', ''],
        ['no XML', 'delete everything'],
        ['half of it', '<Delete><Object><Key>a'],
        ['another root', '<Remove><Object><Key>a</Key></Object></Remove>'],
        ['a document type', '<!DOCTYPE Delete [<!ENTITY e "x">]><Delete><Object><Key>&e;</Key></Object></Delete>'],
        [
          'a file as an entity',
          '<!DOCTYPE Delete [<!ENTITY e SYSTEM "file:///nowhere/nothing">]><Delete><Object><Key>&e;</Key></Object></Delete>',
        ],
        ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x3c])],
        ['1,500 elements deep', `<Delete>${'<a>'.repeat(1500)}${'</a>'.repeat(1500)}</Delete>`],
        ['1,001 objects', `<Delete>${'<Object><Key>nothing</Key></Object>'.repeat(1001)}</Delete>`],
        ['no objects', '<Delete></Delete>'],
      ] as const
    ).map(([what, xml]) => s3(body, `DeleteObjects of ${what}`, invalid, deletion(xml))),
    s3(body, 'tags that are none', invalid, ({ key }) => ({
      method: 'PUT',
      path: `${objectPath(key)}?tagging`,
      body: '<Tagging><TagSet><Tag></Tag></TagSet></Tagging>',
    })),
    s3(body, '50 tags', invalid, ({ key }) => ({
      method: 'PUT',
      path: `${objectPath(key)}?tagging`,
      body: `<Tagging><TagSet>${Array.from({ length: 50 }, (_, index) => `<Tag><Key>k${index}</Key><Value>v</Value></Tag>`).join('')}</TagSet></Tagging>`,
    })),
    s3(body, 'parts of an upload that is none', missing, {
      method: 'POST',
      path: `${objectPath('a')}?uploadId=nothing`,
      body: '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>',
    }),
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
    s3(
      'body that is not what it says',
      'another MD5',
      { status: [400], code: /^BadDigest$/ },
      {
        method: 'PUT',
        path: objectPath('wrong/md5'),
        headers: { 'Content-MD5': '1B2M2Y8AsgTpgAmY7PhCfg==' },
        body: 'x',
      },
    ),
    s3(
      'body that is not what it says',
      'half an MD5',
      { status: [400], code: /^InvalidDigest$/ },
      { method: 'PUT', path: objectPath('wrong/md5'), headers: { 'Content-MD5': 'AAAA' }, body: 'x' },
    ),
    s3(
      'body that is not what it says',
      'another SHA-256',
      { status: [400], code: /^XAmzContentSHA256Mismatch$/ },
      { method: 'PUT', path: objectPath('wrong/sha'), headers: { 'x-amz-content-sha256': '0'.repeat(64) }, body: 'x' },
    ),
    s3(
      'body that is not what it says',
      'another checksum',
      { status: [400], code: /^BadDigest$/ },
      { method: 'PUT', path: objectPath('wrong/crc'), headers: { 'x-amz-checksum-crc32': 'AAAAAA==' }, body: 'x' },
    ),
    s3('body that is not what it says', 'chunks that are none', invalid, {
      method: 'PUT',
      path: objectPath('wrong/chunks'),
      headers: {
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'Content-Encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '5',
      },
      body: 'zz\r\nnot a chunk',
    }),
    s3('body that is not what it says', 'a chunk far longer than the body', invalid, {
      method: 'PUT',
      path: objectPath('wrong/chunks'),
      headers: {
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'Content-Encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '5',
      },
      body: 'ffffffffffffffff\r\nx',
    }),
    s3('body that is not what it says', 'another length', invalid, {
      method: 'PUT',
      path: objectPath('wrong/length'),
      headers: {
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'Content-Encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '99',
      },
      body: '1\r\nx\r\n0\r\n\r\n',
    }),
    {
      ...s3(
        'body that is too large',
        'an object of 6 GB, announced',
        { status: [400, 413], code: /^EntityTooLarge$/ },
        { method: 'PUT', path: objectPath('large/object') },
      ),
      pieces: (setting) => [
        `PUT ${objectPath('large/object')} HTTP/1.1\r\nHost: ${setting.host}\r\nAuthorization: ${signed('s3').Authorization}\r\nContent-Length: 6442450944\r\n\r\n`,
      ],
    },
    s3('body that is too large', 'XML of 3 MB', invalid, deletion(`<Delete>${' '.repeat(3 * 1024 * 1024)}</Delete>`)),
    s3(
      'body that is too large',
      'metadata of 3 KB',
      { status: [400], code: /^MetadataTooLarge$/ },
      {
        method: 'PUT',
        path: objectPath('large/metadata'),
        headers: { 'x-amz-meta-note': 'm'.repeat(3000) },
        body: 'x',
      },
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
