import { dollars } from '../amount-text.ts';
import { fontFile } from '../fonts.ts';
import { finished, letter, newPdf } from '../pdf.ts';
import { type SampleDocument, sumOf } from '../sample.ts';

const items = [
  { description: 'Electricity supply, 642 kWh at $0.1135', amountMinor: 7287 },
  { description: 'Electricity distribution, 642 kWh at $0.0482', amountMinor: 3094 },
  { description: 'Natural gas supply, 88 therms at $0.9470', amountMinor: 8334 },
  { description: 'Natural gas delivery, 88 therms at $0.4615', amountMinor: 4061 },
  { description: 'Monthly charge, two meters', amountMinor: 1450 },
  { description: 'Home safety plan', amountMinor: 995 },
];
const tax = Math.round(sumOf(items) * 0.05);
const total = sumOf(items) + tax;

const readings = [
  ['Oct 5', '41,207', '6,102'],
  ['Oct 12', '41,352', '6,119'],
  ['Oct 19', '41,511', '6,140'],
  ['Oct 26', '41,676', '6,163'],
  ['Nov 2', '41,849', '6,190'],
] as const;
const usageByMonth = [
  ['Jun', 488],
  ['Jul', 702],
  ['Aug', 731],
  ['Sep', 566],
  ['Oct', 517],
  ['Nov', 642],
] as const;

const LEFT = 54;
const RIGHT = letter.width - 54;
const BLUE = '#1f4e79';

/** Two pages of digital text; page 1 has the date, and only page 2 the sum. */
export const energyInvoice: SampleDocument = {
  file: '07-energy-invoice.pdf',
  shows: 'Two-page PDF invoice of a utility: date on page 1, total only on page 2, due date in the future',
  truth: {
    status: 'completed',
    vendor: 'Northlight Electric & Gas',
    purchasedOn: '2026-11-09',
    total: { amountMinor: total, currency: 'USD' },
    tax: { amountMinor: tax, currency: 'USD' },
    currency: 'USD',
    category: 'utilities',
    lineItems: items,
  },
  async draw() {
    const pdf = newPdf('Invoice NL-88213');
    pdf.registerFont('text', fontFile('sans')).registerFont('bold', fontFile('sansBold'));
    usagePage(pdf);
    chargesPage(pdf);
    return await finished(pdf);
  },
};

function usagePage(pdf: PDFKit.PDFDocument): void {
  pdf.addPage();
  pdf.rect(0, 0, letter.width, 14).fill(BLUE);
  pdf.fill(BLUE).font('bold').fontSize(22).text('Northlight Electric & Gas', LEFT, 48);
  pdf.fill('#333333').font('text').fontSize(10);
  pdf.text('1 Beacon Plaza, Richmond, VA 23219', LEFT, 78).text('Customer care 804-555-0150', LEFT, 92);
  pdf
    .font('bold')
    .fontSize(16)
    .text('INVOICE', LEFT, 48, { width: RIGHT - LEFT, align: 'right' });
  const facts = [
    ['Invoice number', 'NL-88213'],
    ['Invoice date', 'November 9, 2026'],
    ['Due date', 'November 30, 2026'],
    ['Account', '400-1187-25'],
  ] as const;
  pdf.fontSize(10);
  facts.forEach(([label, value], line) => {
    pdf
      .font('text')
      .text(label, 350, 130 + line * 16)
      .font('bold')
      .text(value, 450, 130 + line * 16);
  });
  pdf.font('bold').text('Bill to', LEFT, 130).font('text').text('Alice Moreno', LEFT, 146);
  pdf.text('4417 Third Street', LEFT, 162).text('Arlington, VA 22203', LEFT, 178);
  heading(pdf, 'Meter readings', 228);
  [['Week of', 'Electricity kWh', 'Gas therms'] as const, ...readings].forEach(([week, power, gas], line) => {
    pdf.font(line === 0 ? 'bold' : 'text');
    pdf
      .text(week, LEFT, 254 + line * 18)
      .text(power, 220, 254 + line * 18)
      .text(gas, 380, 254 + line * 18);
  });
  heading(pdf, 'Electricity used in kWh', 388);
  usageByMonth.forEach(([month, used], bar) => {
    const x = LEFT + 20 + bar * 80;
    pdf.rect(x, 580 - used / 5, 44, used / 5).fill(bar === 5 ? BLUE : '#a9c1d9');
    pdf
      .fill('#333333')
      .font('text')
      .text(month, x + 12, 586)
      .text(String(used), x + 12, 566 - used / 5);
  });
  pdf.text('Your charges are listed on the next page.', LEFT, 640);
  pageNumber(pdf, 1);
}

function chargesPage(pdf: PDFKit.PDFDocument): void {
  pdf.addPage();
  pdf.rect(0, 0, letter.width, 14).fill(BLUE);
  pdf.fill(BLUE).font('bold').fontSize(14).text('Northlight Electric & Gas', LEFT, 36);
  pdf.fill('#333333').font('text').fontSize(10);
  pdf.text('Invoice NL-88213', LEFT, 38, { width: RIGHT - LEFT, align: 'right' });
  heading(pdf, 'Charges', 70);
  items.forEach(({ description, amountMinor }, line) => {
    charge(pdf, description, dollars(amountMinor), 98 + line * 22);
  });
  const below = 98 + items.length * 22 + 6;
  pdf.moveTo(LEFT, below).lineTo(RIGHT, below).stroke('#999999');
  charge(pdf, 'Subtotal', dollars(sumOf(items)), below + 12);
  charge(pdf, 'Local utility tax 5%', dollars(tax), below + 34);
  pdf
    .moveTo(LEFT, below + 54)
    .lineTo(RIGHT, below + 54)
    .stroke('#999999');
  pdf.font('bold').fontSize(14);
  charge(pdf, 'Total due', `$${dollars(total)}`, below + 64);
  pdf
    .font('text')
    .fontSize(10)
    .text('Paid automatically from your bank account on the due date.', LEFT, below + 110);
  pdf.text('Questions about this invoice? Call us on weekdays from 8 to 6.', LEFT, below + 126);
  pageNumber(pdf, 2);
}

function charge(pdf: PDFKit.PDFDocument, label: string, amount: string, y: number): void {
  pdf.text(label, LEFT, y).text(amount, LEFT, y, { width: RIGHT - LEFT, align: 'right' });
}

function heading(pdf: PDFKit.PDFDocument, text: string, y: number): void {
  pdf.font('bold').fontSize(12).fill(BLUE).text(text, LEFT, y).fill('#333333').fontSize(10).font('text');
}

function pageNumber(pdf: PDFKit.PDFDocument, page: number): void {
  pdf.fontSize(9).text(`Page ${page} of 2`, LEFT, 715, { width: RIGHT - LEFT, align: 'center' });
}
