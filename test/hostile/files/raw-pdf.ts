/** What a PDF of this file's own making is made of, in PDF's own words. */
export interface RawPdf {
  /** What each page draws. `/F1` is Helvetica. @default - one page that shows nothing */
  readonly pages?: readonly string[];
  /** @default `0 0 400 600` */
  readonly mediaBox?: string;
  /** Entries of each page beside its size, as `/Rotate 90`. */
  readonly page?: string;
  /** Entries of the catalogue, as `/OpenAction 5 0 R`. */
  readonly catalogue?: string;
  /** Entries of the trailer, as `/Encrypt 5 0 R`. */
  readonly trailer?: string;
  /** Further objects; the first is `4 0 R`. Numbers 1 to 3 are catalogue, pages and font. */
  readonly objects?: readonly string[];
}

/** Writes a PDF object by object, for what no library draws. */
export function rawPdf({
  pages = [''],
  mediaBox = '0 0 400 600',
  page = '',
  catalogue = '',
  trailer = '',
  objects = [],
}: RawPdf): Buffer {
  const first = 4 + objects.length;
  const numbers = pages.map((_, index) => first + 2 * index);
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents ${first + 2 * index + 1} 0 R ${page} /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Draws rows of cells from the top of a page, each cell at its own column; each character is one byte of Latin-1. */
export const drawRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((cells, row) => cells.map((text, column) => [text, 30 + 240 * column, 560 - 20 * row] as const))
    .map(([text, x, y]) => `BT /F1 12 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`)
    .join('');
