/** One object as tools and events name it. */
export interface ObjectReference {
  readonly bucket: string;
  readonly key: string;
}

/** `s3://bucket/key`; the key stands as it is, never encoded. */
export const formatObjectReference = ({ bucket, key }: ObjectReference): string => `s3://${bucket}/${key}`;

/**
 * Reads `s3://bucket/key` or a bare key: what it may mean, the likeliest first. A key may lack its prefix
 * (`alice/lunch.jpg`), and in the older layout the person as well (`lunch_20261119.jpg`).
 *
 * @param defaultBucket Bucket of a reference that names none.
 * @throws RangeError when there is no key in it.
 */
export function parseObjectReference(text: string, defaultBucket: string): [ObjectReference, ...ObjectReference[]] {
  const match = /^s3:\/\/([^/]+)\/(.+)$/s.exec(text);
  if (match) return [{ bucket: match[1] as string, key: match[2] as string }];
  if (text === '' || text.startsWith('s3://')) {
    throw new RangeError(
      `expected an object such as "s3://bucket/receipts/alice/lunch.jpg", got ${JSON.stringify(text)}`,
    );
  }
  const whole = { bucket: defaultBucket, key: text };
  const withPrefix = { bucket: defaultBucket, key: `receipts/${text}` };
  return text.includes('/') ? [whole, withPrefix] : [withPrefix];
}
