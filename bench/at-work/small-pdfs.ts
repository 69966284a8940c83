import PDFDocument from 'pdfkit';

const NAMES = ['Harbor', 'Maple', 'Stone', 'River', 'Cedar', 'Orchard', 'Summit', 'Lantern', 'Willow', 'Granite'];
const KINDS = ['Market', 'Pharmacy', 'Hardware', 'Cafe', 'Books', 'Garden', 'Grocers', 'Bakery'];

/** A receipt of one page with a text layer: what becomes of it takes the whole pipeline but no network. */
export function smallPdf(index: number): Promise<Buffer> {
  const cents = [300 + ((index * 37) % 900), 150 + ((index * 53) % 700)] as const;
  const amount = (of: number): string => (of / 100).toFixed(2);
  const document = new PDFDocument({ size: [280, 400], margin: 20 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  document.fontSize(12).text(`${NAMES[index % NAMES.length]} ${KINDS[Math.floor(index / 10) % KINDS.length]} ${index}`);
  document.fontSize(9);
  for (const line of [
    `${100 + index} Main Street`,
    'Springfield, IL 62701',
    `Date: 11/${String(1 + (index % 19)).padStart(2, '0')}/2026`,
    ' ',
    `Bread loaf          ${amount(cents[0])}`,
    `Milk 1 gal          ${amount(cents[1])}`,
    `TOTAL          $${amount(cents[0] + cents[1])}`,
    `CASH          $${amount(cents[0] + cents[1])}`,
  ])
    document.text(line);
  document.end();
  return whole;
}
