const UNSAFE = /[^0-9A-Za-z_-]+/g;

/**
 * A name that a person recognises in the Step Functions console: `alice-lunch-{documentId}-r1`, at most 80
 * characters of `[0-9A-Za-z_-]`. Uniqueness rests on the document id and the run.
 */
export function executionName(userId: string | undefined, key: string, documentId: string, run: number): string {
  const file = key.slice(key.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const stem = dot > 0 ? file.slice(0, dot) : file;
  return [cleanName(userId ?? '', 20), cleanName(stem, 24), documentId, `r${run}`].filter(Boolean).join('-');
}

/** A text with the characters that an execution's name takes, cut to a length. */
export const cleanName = (text: string, length: number): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(UNSAFE, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, length)
    .replace(/-+$/, '');
