import type { Grant } from './declarations.ts';
import { table } from './table.ts';

export const readTable: Grant = { actions: ['dynamodb:GetItem'], resources: ['${TableArn}'] };
/** Several items at once; IAM knows it by a name of its own. */
export const readMany: Grant = { actions: ['dynamodb:BatchGetItem'], resources: ['${TableArn}'] };
export const queryTable: Grant = { actions: ['dynamodb:Query'], resources: ['${TableArn}'] };
export const queryIndex: Grant = { actions: ['dynamodb:Query'], resources: [`\${TableArn}/index/${table.index.name}`] };
export const tableWrite = (...operations: ('PutItem' | 'UpdateItem' | 'DeleteItem')[]): Grant => ({
  actions: operations.map((operation) => `dynamodb:${operation}`),
  resources: ['${TableArn}'],
});
export const readVersions = (prefix: string): Grant => ({
  actions: ['s3:GetObject', 's3:GetObjectVersion'],
  resources: [`\${BucketArn}/${prefix}*`],
});
export const readArtifacts: Grant = { actions: ['s3:GetObject'], resources: ['${BucketArn}/artifacts/*'] };
export const writeArtifacts: Grant = { actions: ['s3:PutObject'], resources: ['${BucketArn}/artifacts/*'] };
/** Also in parts, which are thrown away when not all of them come. */
export const writeLongArtifacts: Grant = {
  actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
  resources: writeArtifacts.resources,
};
// Without it S3 answers 403, not 404, for an object that is not there.
export const listBucket: Grant = { actions: ['s3:ListBucket'], resources: ['${BucketArn}'] };
export const trace: Grant = { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] };
