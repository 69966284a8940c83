import { layOut } from '../../../src/textract/layout/page-layout.ts';
import type { OcrModels } from '../../../src/textract/ocr/models.ts';
import type { PageText } from '../../../src/textract/ocr/text-line.ts';
import { openDocument } from '../../../src/textract/open-document.ts';
import { readPage } from '../../../src/textract/pages/analyse-page.ts';

const noNetworks = (): Promise<OcrModels> =>
  Promise.reject(new Error('expected the page to be read by its text alone'));

/** The first page of a PDF; without networks it has to be read by its text alone. */
export async function pageOf(pdf: Buffer, models: () => Promise<OcrModels> = noNetworks): Promise<PageText> {
  const document = await openDocument(pdf);
  try {
    return await readPage(document, 0, models);
  } finally {
    document.close();
  }
}

/** The rows of the first page, with ` | ` between cells. */
export async function rowsOf(pdf: Buffer, models?: () => Promise<OcrModels>): Promise<string[]> {
  return layOut(await pageOf(pdf, models)).rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));
}
