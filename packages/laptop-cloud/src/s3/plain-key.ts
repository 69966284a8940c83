import { isIgnoredName } from './ignored-name.ts';

const MAXIMUM_SEGMENT_BYTES = 255;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSAFE_CHARACTER = /[\u0000-\u001f\u007f\\]/;

/**
 * Whether a key can be a file's path below the folder, as it is: no segment that is empty, `.` or `..`, no backslash
 * or control character, nothing the file system cannot hold, and no name that the folder's watcher ignores. Objects
 * with other keys are kept outside the folder, under their version ids alone.
 */
export function isPlainKey(key: string): boolean {
  if (UNSAFE_CHARACTER.test(key) || !isWellFormed(key)) return false;
  return key.split('/').every(isPlainSegment);
}

function isPlainSegment(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..') return false;
  return Buffer.byteLength(segment) <= MAXIMUM_SEGMENT_BYTES && !isIgnoredName(segment);
}

/** Without half surrogate pairs, which UTF-8 cannot hold. */
const isWellFormed = (text: string): boolean => Buffer.from(text).toString() === text;
