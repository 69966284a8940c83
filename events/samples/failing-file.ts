/** One file that cannot become an expense. */
export interface FailingFile {
  readonly file: string;
  readonly shows: string;
  /** How its document has to end. */
  readonly status: 'rejected' | 'needs_review';
  /** The name Textract gives to what is wrong, where it refuses the file. */
  readonly textractError?: string;
  /** False for a file too large to keep: a test makes it when it needs it. */
  readonly isCommitted: boolean;
  make(): Promise<Buffer>;
}
