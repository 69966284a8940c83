import { finished, newPdf } from '../../events/samples/pdf.ts';

/** A receipt as a scenario describes it. */
export interface PrintedReceipt {
  readonly vendor: string;
  /** As printed. */
  readonly date: string;
  /** Description and amount as printed. */
  readonly items: readonly (readonly [string, string])[];
  readonly total: string;
  /** All its pages; what is behind the first is small print. @default 1 */
  readonly pages?: number;
}

/** Prints a receipt as a PDF of digital text: read like any other, and quicker than a picture. */
export async function printReceipt({ vendor, date, items, total, pages = 1 }: PrintedReceipt): Promise<Buffer> {
  const pdf = newPdf(vendor);
  pdf.addPage().font('Helvetica-Bold').fontSize(18).text(vendor, 54, 54);
  pdf.font('Helvetica').fontSize(11).text('200 Main Street, Springfield', 54, 80).text(`Date: ${date}`, 54, 110);
  const rows = [...items, ['Total', total] as const];
  rows.forEach(([description, amount], row) => {
    const y = 150 + row * 20;
    pdf.text(description, 54, y).text(amount, 400, y, { width: 100, align: 'right' });
  });
  for (let page = 2; page <= pages; page++) {
    pdf
      .addPage()
      .font('Helvetica')
      .fontSize(9)
      .text('We keep what you order until you fetch it, and mend what breaks.', 54, 54);
  }
  return finished(pdf);
}
