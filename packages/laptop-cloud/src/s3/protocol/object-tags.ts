import type { ObjectTags } from '../object-version.ts';
import { s3Error } from '../s3-error.ts';
import { listOf, type ParsedXml, textOf } from './parse-xml.ts';
import { header, type S3Request } from './s3-request.ts';

const MOST_TAGS = 10;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/**
 * The tags of an upload's `x-amz-tagging` header, written like a query string; undefined when it has none.
 *
 * @throws ServiceError `InvalidTag`.
 */
export function tagsHeaderOf(request: S3Request): ObjectTags | undefined {
  const value = header(request, 'x-amz-tagging');
  return value === undefined ? undefined : checkedTags([...new URLSearchParams(value)]);
}

/**
 * The tags of a `Tagging` document.
 *
 * @throws ServiceError `InvalidTag`.
 */
export function tagsDocumentOf(document: ParsedXml): ObjectTags {
  const set = document.TagSet;
  const tags = typeof set === 'object' && !Array.isArray(set) ? listOf(set.Tag) : [];
  return checkedTags(tags.map(({ Key, Value }) => [textOf(Key) ?? '', textOf(Value) ?? '']));
}

function checkedTags(tags: readonly (readonly [string, string])[]): ObjectTags {
  if (tags.length > MOST_TAGS) throw s3Error('InvalidTag', `expected at most ${MOST_TAGS} tags, got ${tags.length}`);
  for (const [key, value] of tags) {
    if (key === '' || key.length > LONGEST_KEY || value.length > LONGEST_VALUE) {
      throw s3Error(
        'InvalidTag',
        `expected a key of 1 to ${LONGEST_KEY} and a value of up to ${LONGEST_VALUE} characters, got "${key}=${value}"`,
      );
    }
  }
  const byKey = Object.fromEntries(tags);
  if (Object.keys(byKey).length < tags.length)
    throw s3Error('InvalidTag', 'Cannot provide multiple Tags with the same key');
  return byKey;
}
