import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { operationAccess } from '../../src/http/operation-access.ts';
import { matchesWildcard } from '../../src/http/permissions.ts';
import { requestedObjectAccess } from '../../src/http/requested-object-access.ts';

const onObject = (method: string, url: string, headers = {}) =>
  requestedObjectAccess({ method, url, headers } as IncomingMessage).map(
    ({ action, resource }) => `${action} ${resource}`,
  );

describe('requestedObjectAccess', () => {
  it.each([
    ['GET', '/b/receipts/a%20b.jpg', 's3:GetObject arn:aws:s3:::b/receipts/a b.jpg'],
    ['HEAD', '/b/x?versionId=1', 's3:GetObjectVersion arn:aws:s3:::b/x'],
    ['PUT', '/b/x', 's3:PutObject arn:aws:s3:::b/x'],
    ['POST', '/b/x?uploads', 's3:PutObject arn:aws:s3:::b/x'],
    ['DELETE', '/b/x?uploadId=1', 's3:AbortMultipartUpload arn:aws:s3:::b/x'],
    ['DELETE', '/b/x?versionId=1', 's3:DeleteObjectVersion arn:aws:s3:::b/x'],
    ['GET', '/b?list-type=2&prefix=a', 's3:ListBucket arn:aws:s3:::b'],
    ['GET', '/b/?versions', 's3:ListBucketVersions arn:aws:s3:::b'],
    ['GET', '/', 's3:ListAllMyBuckets *'],
  ])('reads %s %s as %s', (method, url, expected) => {
    expect(onObject(method, url)).toEqual([expected]);
  });

  it('asks for the source of a copy, too', () => {
    const access = onObject('PUT', '/b/copy', { 'x-amz-copy-source': '/b/from%20here?versionId=7' });

    expect(access).toEqual(['s3:PutObject arn:aws:s3:::b/copy', 's3:GetObjectVersion arn:aws:s3:::b/from here']);
  });
});

describe('operationAccess', () => {
  it('names the index of a query', () => {
    expect(operationAccess('dynamodb', 'Query', { TableName: 'ledger', IndexName: 'GSI1' })).toEqual([
      { action: 'dynamodb:Query', resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/ledger/index/GSI1' },
    ]);
  });

  it('asks for the document that Textract reads for its caller', () => {
    const input = { DocumentLocation: { S3Object: { Bucket: 'b', Name: 'r.jpg', Version: '1' } } };

    expect(operationAccess('textract', 'StartExpenseAnalysis', input)).toEqual([
      { action: 'textract:StartExpenseAnalysis', resource: '*' },
      { action: 's3:GetObjectVersion', resource: 'arn:aws:s3:::b/r.jpg' },
    ]);
  });

  it('names the topic that is created or published to', () => {
    const topic = 'arn:aws:sns:us-east-1:000000000000:topic-1';

    expect(operationAccess('sns', 'CreateTopic', { Name: 'topic-1' })).toEqual([
      { action: 'sns:CreateTopic', resource: topic },
    ]);
    expect(operationAccess('sns', 'Publish', { TopicArn: topic })).toEqual([
      { action: 'sns:Publish', resource: topic },
    ]);
  });
});

describe('matchesWildcard', () => {
  it.each([
    ['*', 'anything', true],
    ['arn:aws:s3:::b/receipts/*', 'arn:aws:s3:::b/receipts/a/b.jpg', true],
    ['arn:aws:s3:::b/receipts/*', 'arn:aws:s3:::b/plans/a.yaml', false],
    ['dynamodb:PutItem', 'dynamodb:PutItems', false],
    ['a.c', 'abc', false],
  ])('%s against %s is %s', (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });
});
