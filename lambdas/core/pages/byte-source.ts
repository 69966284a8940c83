/** A file of which parts can be had. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` up to but without `end`; fewer where the file ends before. */
  read(start: number, end: number): Promise<Buffer>;
}

/** Why the pages of a file cannot be told by a look at its parts. */
export class UncountableError extends Error {
  override readonly name = 'UncountableError';
}
