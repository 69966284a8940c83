import type { ExpenseDocument } from '@aws-sdk/client-textract';
import * as z from 'zod/mini';
import { analysisKeyOf } from '../core/document/artifacts.ts';
import { SpendwireError } from '../core/ground/errors.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import { writeAnalysis } from '../core/reading/analysis-text.ts';

const Input = z.object({
  documentId: z.string(),
  jobId: z.string(),
  /** How many pages were to be read; any number when it is left out, because a person said so. */
  mostPages: z.optional(z.int()),
});

/** Well within the function's time, so that it can still say why it ended. */
const LONGEST_MS = 270_000;

export interface ReadAnalysisPorts {
  now(): number;
  readAnalysis(jobId: string): Promise<Analysis>;
  /** Writes the text as it comes; the artifact is there only once it is whole. */
  writeText(key: string, text: AsyncIterable<string>): Promise<void>;
}

/**
 * Says whether the job is finished, and stores the whole analysis once it is, page after page: the receipt's text never
 * enters the execution's history. Safe to run twice: the artifact is written again as it was.
 *
 * @throws SpendwireError `AnalysisTimedOutError` when the pages do not come in the time that there is.
 */
export const createHandler = (ports: ReadAnalysisPorts) => async (event: unknown) => {
  const startedMs = ports.now();
  const { documentId, jobId, mostPages } = Input.parse(event);
  const analysis = await ports.readAnalysis(jobId);
  if (!analysis.finished) return { finished: false };
  const { pages, isPartial, documents } = analysis;

  async function* kept(): AsyncGenerator<ExpenseDocument> {
    let taken = 0;
    for await (const document of documents) {
      if (ports.now() - startedMs > LONGEST_MS) {
        throw new SpendwireError(
          'AnalysisTimedOutError',
          `Textract read ${pages} pages and handed over ${taken} of them within ${LONGEST_MS / 1000} seconds`,
        );
      }
      taken++;
      yield keepLines(document);
    }
  }

  const isUnasked = mostPages !== undefined && pages > mostPages;
  const head = { pages, isPartial, ...(isUnasked ? { mostPages } : {}) };
  await ports.writeText(analysisKeyOf(documentId), writeAnalysis(head, kept()));
  return { finished: true, pages };
};

/** Lines tell what the summary does not: the country, a total that was not tagged, how often an amount is printed. */
const keepLines = ({ Blocks = [], ...document }: ExpenseDocument): ExpenseDocument => ({
  ...document,
  Blocks: Blocks.filter(({ BlockType }) => BlockType === 'LINE'),
});
