import type { ExpenseDocument } from '@aws-sdk/client-textract';
import type { StoredAnalysis } from './analysis.ts';

/** What stands before the pages. */
export type AnalysisHead = Omit<StoredAnalysis, 'documents' | 'stated'>;

/** The stored analysis as it is looked at. */
export type LookedAt = StoredAnalysis & {
  /** Documents in the middle that were left out, because there are too many to be looked at together. */
  readonly leftOut: number;
};

/** The head ends so, and each document has a line of its own: a long analysis is written and read as it comes. */
const OPENING = '"documents":[';
const CLOSING = ']}';

/** What is looked at together, about a page each: a merchant stands at the beginning and a total at the end. */
const FIRST: Limits = { documents: 100, characters: 24 * 1024 * 1024 };
const LAST: Limits = { documents: 200, characters: 48 * 1024 * 1024 };

interface Limits {
  readonly documents: number;
  readonly characters: number;
}

/** The analysis as one JSON object, bit by bit. */
export async function* writeAnalysis(
  head: AnalysisHead,
  documents: AsyncIterable<ExpenseDocument>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},${OPENING}`;
  let separator = '\n';
  for await (const document of documents) {
    yield separator + JSON.stringify(document);
    separator = ',\n';
  }
  yield `\n${CLOSING}`;
}

/** Reads an analysis line by line, and keeps of a long one the first and the last documents. */
export async function readAnalysis(lines: AsyncIterable<string>): Promise<LookedAt> {
  const whole: string[] = [];
  const kept = new Ends();
  let opening: string | undefined;
  for await (const line of lines) {
    if (opening !== undefined) {
      if (line !== CLOSING) kept.add(line.replace(/,$/, ''));
    } else if (whole.length === 0 && line.endsWith(OPENING)) opening = line;
    else whole.push(line);
  }
  // As it was written before, and as the data of an invoice is.
  if (opening === undefined) return { ...(JSON.parse(whole.join('\n')) as StoredAnalysis), leftOut: 0 };
  const head = JSON.parse(`${opening}${CLOSING}`) as StoredAnalysis;
  const documents = kept.texts().map((text) => JSON.parse(text) as ExpenseDocument);
  return { ...head, documents, leftOut: kept.leftOut };
}

/** The first and the last of many texts. */
class Ends {
  leftOut = 0;
  private readonly first: string[] = [];
  private readonly last: string[] = [];
  private firstCharacters = 0;
  private lastCharacters = 0;

  add(text: string): void {
    const isFirst = this.last.length === 0 && this.first.length < FIRST.documents;
    if (isFirst && this.firstCharacters + text.length <= FIRST.characters) {
      this.firstCharacters += text.length;
      this.first.push(text);
      return;
    }
    this.last.push(text);
    this.lastCharacters += text.length;
    while (this.last.length > LAST.documents || this.lastCharacters > LAST.characters) {
      this.lastCharacters -= this.last.shift()?.length ?? 0;
      this.leftOut++;
    }
  }

  texts(): readonly string[] {
    return [...this.first, ...this.last];
  }
}
