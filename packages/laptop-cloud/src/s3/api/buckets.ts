import { account } from '../../account.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { s3Error } from '../s3-error.ts';
import type { S3Action } from './context.ts';

const owner = { ID: account.id, DisplayName: account.accessKeyId };

/** The one bucket; it has no date of its own, so it is as old as time. */
export const listBuckets: S3Action = (_request, { bucket }) =>
  xmlResponse('ListAllMyBucketsResult', {
    Owner: owner,
    Buckets: { Bucket: { Name: bucket.name, CreationDate: new Date(0).toISOString() } },
  });

export const headBucket: S3Action = () => ({ status: 200, headers: { 'x-amz-bucket-region': account.region } });

/** Creating the bucket that is there succeeds, as it does in us-east-1 for its owner; there is no second one. */
export const createBucket: S3Action = (request, { bucket }) => {
  if (request.bucket === bucket.name) return { status: 200, headers: { location: `/${bucket.name}` } };
  throw s3Error('TooManyBuckets', `the laptop cloud has one bucket, "${bucket.name}", and creates no other`);
};

/** Empty is how us-east-1 is written. */
export const getBucketLocation: S3Action = () => xmlResponse('LocationConstraint', {});

export const getBucketVersioning: S3Action = () => xmlResponse('VersioningConfiguration', { Status: 'Enabled' });
