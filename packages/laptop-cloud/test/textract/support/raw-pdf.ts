import type { Picture } from '../../../src/textract/ocr/picture.ts';

/** What a PDF of one page is made of, in PDF's own words. */
export interface RawPdf {
  /** The page's drawing. `/F1` is Helvetica. */
  readonly content: string;
  /** Entries of the page beside its size, as `/Rotate 90`. */
  readonly page?: string;
  /** @default `0 0 400 600` */
  readonly mediaBox?: string;
  /** Entries of the page's resources beside its font, as `/XObject << /Im0 6 0 R >>`. */
  readonly resources?: string;
  /** Entries of the catalogue, as `/AcroForm << … >>`. */
  readonly catalogue?: string;
  /** Further objects; the first is `6 0 R`. Numbers 1 to 5 are catalogue, pages, page, drawing and font. */
  readonly objects?: readonly (string | Buffer)[];
}

/** Writes a PDF object by object, for what pdfkit cannot or will not draw. */
export function rawPdf({
  content,
  page = '',
  mediaBox = '0 0 400 600',
  resources = '',
  catalogue = '',
  objects = [],
}: RawPdf): Buffer {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R ${page} /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
    rawStream('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  bodies.forEach((body, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** A stream object; its length is filled in. */
export function rawStream(entries: string, content: string | Buffer): Buffer {
  const data = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

/** Draws a line of text with its beginning at a place, in points from the bottom left. */
export const drawText = (text: string, x: number, y: number, size = 12): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;

/** A form object with Helvetica: a drawing of its own. */
export const rawForm = (content: string, entries = ''): Buffer =>
  rawStream(
    `/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << /F1 5 0 R >> >> ${entries}`,
    content,
  );

/** A picture as an object, in colours. */
export function rawPicture({ width, height, data }: Picture): Buffer {
  const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  return rawStream(entries, Buffer.from(data));
}
