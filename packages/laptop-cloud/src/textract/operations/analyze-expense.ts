import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import { checkDocument } from '../check-document.ts';
import { AnalyzeInput, parseInput } from '../inputs.ts';
import { jobIdFor } from '../jobs/job-store.ts';
import type { PagePool } from '../pages/page-pool.ts';
import { readDocument } from '../read-document.ts';
import type { TextractOptions } from '../textract-options.ts';

/**
 * Analyses a document of one page while the caller waits.
 *
 * @throws ServiceError `UnsupportedDocumentException` when it has more pages, and what `readDocument` and opening it
 *   throw.
 */
export function analyzeExpense(
  pool: PagePool,
  { clock, readObject }: Pick<TextractOptions, 'clock' | 'readObject'>,
): Operation {
  return async (input, caller) => {
    const { Document } = parseInput(AnalyzeInput, input);
    const content = 'Bytes' in Document ? Buffer.from(Document.Bytes, 'base64') : undefined;
    if (content) await checkDocument(content);
    const checked =
      content ?? ('S3Object' in Document ? await readDocument(Document.S3Object, readObject, caller) : undefined);
    if (!checked) throw new ServiceError('InvalidParameterException', 'Document: expected Bytes or S3Object');
    const directory = await mkdtemp(join(tmpdir(), 'laptop-cloud-textract-'));
    try {
      const path = join(directory, 'document');
      await writeFile(path, checked);
      const thisYear = new Date(clock.now()).getUTCFullYear();
      const page = { index: 0, seed: jobIdFor(checked.toString('latin1')), thisYear };
      const { pages, document } = await clock.busy(() => pool.analyse(path, page));
      if (pages > 1) {
        throw new ServiceError(
          'UnsupportedDocumentException',
          `expected a document of one page, got ${pages}; use StartExpenseAnalysis`,
        );
      }
      return { DocumentMetadata: { Pages: 1 }, ExpenseDocuments: [document as unknown as JsonObject] };
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
}
