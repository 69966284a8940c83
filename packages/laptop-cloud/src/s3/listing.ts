import { compareKeys } from './key-order.ts';

export interface ListingRules {
  readonly prefix: string;
  /** Keys that have it after the prefix are rolled up; empty rolls nothing up. */
  readonly delimiter: string;
  /** How many entries and common prefixes fit a page. */
  readonly limit: number;
}

export interface ListingPage<Entry> {
  readonly entries: Entry[];
  readonly commonPrefixes: string[];
  readonly isTruncated: boolean;
  /** Key or common prefix that the next page starts after. */
  readonly last: string;
}

/** Where a listing starts: the first key that can be in it. */
export const listingStart = (prefix: string, after: string): string =>
  compareKeys(after, prefix) > 0 ? after : prefix;

/** Whether a key comes before the page: a marker that is a common prefix stands for all keys below it. */
export const isBefore = (key: string, after: string, delimiter: string): boolean =>
  after !== '' &&
  (compareKeys(key, after) <= 0 || (delimiter !== '' && after.endsWith(delimiter) && key.startsWith(after)));

/**
 * Makes one page of a listing from entries in the order of their keys, rolling up what has the delimiter after the
 * prefix. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html
 */
export function listPage<Entry extends { readonly key: string }>(
  entries: Iterable<Entry>,
  { prefix, delimiter, limit }: ListingRules,
): ListingPage<Entry> {
  const page = { entries: [] as Entry[], commonPrefixes: [] as string[], last: '' };
  if (limit === 0) return { ...page, isTruncated: false };
  for (const entry of entries) {
    if (!entry.key.startsWith(prefix)) {
      if (compareKeys(entry.key, prefix) > 0) break;
      continue;
    }
    const cut = delimiter === '' ? -1 : entry.key.indexOf(delimiter, prefix.length);
    const common = cut < 0 ? undefined : entry.key.slice(0, cut + delimiter.length);
    if (common !== undefined && page.commonPrefixes.at(-1) === common) continue;
    if (page.entries.length + page.commonPrefixes.length === limit) return { ...page, isTruncated: true };
    if (common === undefined) page.entries.push(entry);
    else page.commonPrefixes.push(common);
    page.last = common ?? entry.key;
  }
  return { ...page, isTruncated: false };
}
