import { bucketName, tableName } from '../../../laptop/names.ts';
import type { Chance } from '../chance.ts';
import { asked, type HostileRequest, objectPath, signed } from '../hostile-request.ts';
import { signedAs } from '../run/signed.ts';

const missing = { status: [403], code: /^(MissingAuthenticationToken|AccessDenied)$/ };

/** Requests that nobody signed, or with a signature that says nothing. */
export function unsignedRequests(chance: Chance): HostileRequest[] {
  const kind = 'without a signature';
  const deletion = JSON.stringify({ TableName: tableName });
  const authorizations = [
    '',
    'Basic c29tZWJvZHk6',
    'Bearer token',
    'AWS4-HMAC-SHA256',
    'AWS4-HMAC-SHA256 Credential=a/20261120/us-east-1/s3/aws4_request',
    'AWS4-HMAC-SHA256 Credential=////, SignedHeaders=host, Signature=00',
    'AWS4-HMAC-SHA256 Credential=a/2026/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00',
    'AWS4-HMAC-SHA256 Credential=a/20261120/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=zz',
    'AWS4-ECDSA-P256-SHA256 Credential=a/20261120/s3/aws4_request, SignedHeaders=host, Signature=00',
    `AWS ${chance.bytes(12).toString('hex')}:${chance.bytes(12).toString('base64')}`,
    'x'.repeat(8000),
  ];
  return [
    asked(kind, 'the list of the bucket', missing, { path: `/${bucketName}?list-type=2` }),
    asked(kind, 'an object', missing, ({ key }) => ({ path: objectPath(key) })),
    asked(kind, 'PutObject', missing, {
      method: 'PUT',
      path: objectPath('receipts/mallory-1/unsigned.pdf'),
      body: 'x',
    }),
    asked(kind, 'DeleteObject', missing, ({ key }) => ({ method: 'DELETE', path: objectPath(key) })),
    asked(kind, 'DeleteTable', missing, {
      method: 'POST',
      headers: { 'X-Amz-Target': 'DynamoDB_20120810.DeleteTable' },
      body: deletion,
    }),
    asked(kind, 'Publish', missing, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'Action=Publish&Message=x&TopicArn=x',
    }),
    asked(kind, 'Invoke', missing, { method: 'POST', path: '/2015-03-31/functions/sweep/invocations', body: '{}' }),
    asked(
      kind,
      'the address of version 2',
      { status: [400, 403], code: /^(InvalidRequest|AccessDenied)$/ },
      ({ key }) => ({ path: `${objectPath(key)}?AWSAccessKeyId=a&Expires=9999999999&Signature=b` }),
    ),
    ...authorizations.map((authorization) =>
      asked(
        'signature that says nothing',
        authorization.length > 60 ? `${authorization.length} signs` : `"${authorization}"`,
        missing,
        { method: 'DELETE', path: objectPath('receipts/nobody'), headers: { Authorization: authorization } },
      ),
    ),
    asked(
      'signature that says nothing',
      'of a service that is not served',
      { status: [400], code: /^InvalidAction$/ },
      { headers: { Authorization: signedAs('iam') } },
    ),
    asked(
      'signature that says nothing',
      'of a service called __proto__',
      { status: [400], code: /^InvalidAction$/ },
      { headers: { Authorization: signedAs('__proto__') } },
    ),
    ...(['s3', 'dynamodb', 'states', 'sns', 'sqs'] as const).map((service) =>
      asked(
        'signature that is wrong',
        `by the key of the data folder, ${service}`,
        { status: [403], code: /^(SignatureDoesNotMatch|InvalidSignatureException)$/ },
        ({ credentials, key }) => ({
          method: service === 's3' ? 'DELETE' : 'POST',
          path: service === 's3' ? objectPath(key) : '/',
          headers: { Authorization: signedAs(service, credentials.accessKeyId), 'X-Amz-Date': '20261120T000000Z' },
          ...(service === 's3' ? {} : { body: '{}' }),
        }),
      ),
    ),
    asked(
      'signature that is wrong',
      'by the key of the quick start',
      { status: [403], code: /^SignatureDoesNotMatch$/ },
      ({ key }) => ({
        method: 'DELETE',
        path: objectPath(key),
        headers: { Authorization: signedAs('s3', 'laptop'), 'X-Amz-Date': '20261120T000000Z' },
      }),
    ),
    asked('what anybody may ask', 'what this is', { status: [200] }, { path: '/' }),
    asked(
      'what anybody may ask',
      'who am I',
      { status: [200] },
      {
        method: 'POST',
        headers: signed('sts', { 'Content-Type': 'application/x-www-form-urlencoded' }),
        body: 'Action=GetCallerIdentity&Version=2011-06-15',
      },
    ),
  ];
}
