import PDFDocument from 'pdfkit';

/** A PDF whose pages hold the given lines as text. */
export function makePdf(
  pages: readonly (readonly string[])[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'A4', margin: 50, autoFirstPage: false, ...options });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    for (const lines of pages) {
      document.addPage();
      lines.forEach((line, index) => {
        const [left = '', right] = line.split('|').map((cell) => cell.trim());
        document.fontSize(11).text(left, 50, 60 + index * 20, { lineBreak: false });
        if (right !== undefined) document.text(right, 450, 60 + index * 20, { lineBreak: false });
      });
    }
    document.end();
  });
}

/** A PDF of one page that is nothing but a picture, as a scanner makes it. */
export function makeScannedPdf(picture: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'A5', margin: 0 });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.image(picture, 0, 0, { fit: [document.page.width, document.page.height] });
    document.end();
  });
}
