import { bucketName } from '../../../laptop/names.ts';
import { type HostileRequest, objectPath, signed } from '../hostile-request.ts';
import { invalid, missing, s3 } from './s3-request.ts';

/** Requests of S3 whose bodies are too large, no XML, or not what they say. */
export function objectBodies(): HostileRequest[] {
  const body = 'request with a body of XML';
  const XML = 'application/xml';
  const deletion = (xml: string | Buffer) => ({
    method: 'POST',
    path: `/${bucketName}?delete`,
    headers: { 'Content-Type': XML },
    body: xml,
  });
  return [
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
    ...(
      [
        ['chunks that are none', 'zz\r\nnot a chunk'],
        ['a chunk far longer than the body', 'ffffffffffffffff\r\nx'],
      ] as const
    ).map(([what, chunks]) =>
      s3('body that is not what it says', what, invalid, {
        method: 'PUT',
        path: objectPath('wrong/chunks'),
        headers: {
          'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
          'Content-Encoding': 'aws-chunked',
          'x-amz-decoded-content-length': '5',
        },
        body: chunks,
      }),
    ),
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
  ];
}
