import type { ExpenseDocument } from '@aws-sdk/client-textract';
import * as z from 'zod';
import { analysisKeyOf } from '../core/document/artifacts.ts';
import type { Analysis, StoredAnalysis } from '../core/reading/analysis.ts';

const Input = z.object({ documentId: z.string(), jobId: z.string() });

export interface ReadAnalysisPorts {
  readAnalysis(jobId: string): Promise<Analysis>;
  writeArtifact(key: string, value: StoredAnalysis): Promise<void>;
}

/**
 * Says whether the job is finished, and stores the whole analysis once it is: the receipt's text never enters the
 * execution's history. Safe to run twice: the artifact is written again as it was.
 */
export const createHandler = (ports: ReadAnalysisPorts) => async (event: unknown) => {
  const { documentId, jobId } = Input.parse(event);
  const analysis = await ports.readAnalysis(jobId);
  if (!analysis.finished) return { finished: false };
  const { pages, isPartial, documents } = analysis;
  await ports.writeArtifact(analysisKeyOf(documentId), { pages, isPartial, documents: documents.map(keepLines) });
  return { finished: true, pages };
};

/** Lines tell what the summary does not: the country, a total that was not tagged, how often an amount is printed. */
const keepLines = ({ Blocks = [], ...document }: ExpenseDocument): ExpenseDocument => ({
  ...document,
  Blocks: Blocks.filter(({ BlockType }) => BlockType === 'LINE'),
});
