import { findObject } from '../find-object.ts';
import { tagsDocumentOf } from '../protocol/object-tags.ts';
import { parseXmlBody } from '../protocol/parse-xml.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { S3Action } from './context.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export const getObjectTagging: S3Action = ({ key, query }, { bucket }) => {
  const { tags = {}, versionId } = findObject(bucket, key, query.get('versionId'));
  const Tag = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return xmlResponse('Tagging', { TagSet: { Tag } }, { 'x-amz-version-id': versionId });
};

/** Replaces all tags of a version. */
export const putObjectTagging: S3Action = async (request, { bucket }) => {
  const { key, versionId } = findObject(bucket, request.key, request.query.get('versionId'));
  await bucket.retag(key, versionId, tagsDocumentOf(await parseXmlBody(request.message, 'Tagging')));
  return { status: 200, headers: { 'x-amz-version-id': versionId } };
};

export const deleteObjectTagging: S3Action = async (request, { bucket }) => {
  const { key, versionId } = findObject(bucket, request.key, request.query.get('versionId'));
  await bucket.retag(key, versionId, {});
  return { status: 204, headers: { 'x-amz-version-id': versionId } };
};
