/** One thing that was tried, and what came out. */
export interface Tried {
  /** The row of the table that counts it. */
  readonly kind: string;
  readonly what: string;
  /** In a few words: how a document ended, what a request was answered with. */
  readonly cameOut: string;
  /** What is not as it has to be; nothing for what is. */
  readonly problems: readonly string[];
}
