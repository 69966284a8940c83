import { shortHash } from './document-id.ts';

/** Textract's answer, every page of it, as one JSON object. One per document: a re-read replaces it. */
export const analysisKeyOf = (documentId: string): string => `artifacts/analysis/${documentId}.json`;

/** The structured expense of a run. A run of its own each, so that a slow older run never replaces a newer reading. */
export const readingKeyOf = (documentId: string, run: number): string => `artifacts/expense/${documentId}-r${run}.json`;

/**
 * What a model proposed, by the question that it was asked: a replay that asks the same finds the same answer.
 *
 * @param question What makes it the same.
 */
export const proposalKeyOf = (documentId: string, question: string): string =>
  `artifacts/proposal/${documentId}-${shortHash(question, 26)}.json`;
