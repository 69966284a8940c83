import type { Invoice } from 'e-invoices/invoice';

/** An invoice of 50.00 EUR and 19 % of tax; pass only what the test is about. */
export const anInvoice = (over: Partial<Invoice> = {}): Invoice => ({
  format: 'UBL',
  profile: 'Peppol BIS 3',
  typeCode: '380',
  kind: 'invoice',
  number: 'A-17',
  issueDate: '2026-11-12',
  dueDate: '2026-12-12',
  currency: 'EUR',
  seller: {
    name: 'Mill & Daughters',
    taxIds: ['DE 123 456 789'],
    address: { lines: ['Quay 4'], postCode: '28195', city: 'Bremen', country: 'DE' },
  },
  buyer: { name: 'Alice', taxIds: [] },
  lines: [
    { description: 'Flour', quantity: '20.000', unitPrice: '2.00', netAmount: '40.00', allowances: [] },
    { description: 'Carriage', quantity: '1', unitPrice: '10.00', netAmount: '10.00', allowances: [] },
  ],
  allowances: [],
  taxes: [{ category: 'S', rate: '19', basis: '50.00', amount: '9.50' }],
  totals: { lines: '50.00', withoutTax: '50.00', tax: '9.50', withTax: '59.50', due: '59.50' },
  computed: [],
  precedingNumbers: [],
  ...over,
});
