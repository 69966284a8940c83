import { READ_ALL } from '../pages/held.ts';

/** A document that waits for a person, as far as the hint says of it. */
export interface Waiting {
  readonly userId: string;
  readonly documentId: string;
  readonly reason?: string | undefined;
  /** Lines of a correction, one of which may settle it. */
  readonly choices?: readonly string[] | undefined;
}

/**
 * How a person settles a document that waits for them, for every place that tells of one; undefined where the reason
 * says what to state, as that of a likely duplicate does.
 */
export function correctionHint({ userId, documentId, reason = '', choices = [] }: Waiting): string | undefined {
  const file = `corrections/${userId}/${documentId}.yaml`;
  if (reason.includes(file)) return undefined;
  const others = choices.filter((choice) => choice !== READ_ALL);
  if (others.length < choices.length) {
    const what = others.length > 0 ? others.join(' or ') : 'such as total: "12.34" and date: 2026-11-20';
    return `or state ${READ_ALL} to have it read, or what is right, ${what}, or ignore: true to leave it out, in ${file}`;
  }
  const what = choices.length > 0 ? choices.join(' or ') : 'such as total: "12.34"';
  return `or state what is right, ${what}, or ignore: true to leave it out, in ${file}`;
}
