import type { PDFiumDocument } from '@hyzyla/pdfium';
import { handleOf, type PageHandle } from './pdfium.ts';
import { renderPage } from './render-page.ts';

const WIDGET = 20;
// Of an annotation's flags: hidden, and not to be viewed.
const UNSEEN = 0x02 | 0x20;
const FOR_VIEWING = 0;

/**
 * Loads a page with its annotations drawn into it: filled form fields, typed notes and stamps become text and pictures
 * like any other. Fields whose look is not in the file are drawn by PDFium's form filler, as viewers do. The page has to
 * be closed.
 *
 * @param index Counted from 0.
 * @returns Undefined when the page is broken.
 */
export function openPage(document: PDFiumDocument, index: number): PageHandle | undefined {
  const page = handleOf(document.getPage(index));
  if (page.pageIdx === 0) return undefined;
  if (page.module._FPDFPage_GetAnnotCount(page.pageIdx) <= 0) return page;
  drawAnnotations(document, page);
  closePage(page);
  const drawn = handleOf(document.getPage(index));
  return drawn.pageIdx === 0 ? undefined : drawn;
}

/** Lets go of a page. */
export function closePage({ module, pageIdx }: PageHandle): void {
  module._FPDF_ClosePage(pageIdx);
}

function drawAnnotations(document: PDFiumDocument, page: PageHandle): void {
  const { module, pageIdx } = page;
  removeUnseen(page);
  const hasFields = annotationsOf(page, (annotation) => module._FPDFAnnot_GetSubtype(annotation)).includes(WIDGET);
  const form = hasFields ? document.initializeFormFields() : 0;
  if (form !== 0) module._FORM_OnAfterLoadPage(pageIdx, form);
  // Drawing them once makes those that bring no look of their own.
  renderPage(page, { scale: 0.05 });
  if (form !== 0) module._FORM_OnBeforeClosePage(pageIdx, form);
  module._FPDFPage_Flatten(pageIdx, FOR_VIEWING);
}

/** Flattening draws what is hidden, too. */
function removeUnseen(page: PageHandle): void {
  const { module, pageIdx } = page;
  const unseen = annotationsOf(page, (annotation) => (module._FPDFAnnot_GetFlags(annotation) & UNSEEN) !== 0);
  for (let index = unseen.length - 1; index >= 0; index--) {
    if (unseen[index]) module._FPDFPage_RemoveAnnot(pageIdx, index);
  }
}

function annotationsOf<Result>({ module, pageIdx }: PageHandle, ask: (annotation: number) => Result): Result[] {
  const count = Math.max(0, module._FPDFPage_GetAnnotCount(pageIdx));
  return Array.from({ length: count }, (_, index) => {
    const annotation = module._FPDFPage_GetAnnot(pageIdx, index);
    try {
      return ask(annotation);
    } finally {
      module._FPDFPage_CloseAnnot(annotation);
    }
  });
}
