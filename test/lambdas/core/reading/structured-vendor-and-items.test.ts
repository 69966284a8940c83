import { describe, expect, it } from 'vitest';
import { read } from './read-document.ts';

describe('vendor', () => {
  const vendorOf = (text: string) =>
    read([
      { type: 'VENDOR_NAME', text },
      { type: 'TOTAL', text: '12.00' },
    ]).vendor?.name;

  it.each([
    ['META\n-', 'META'],
    ['TESCO STORES\nEvery little helps', 'TESCO STORES'],
    ['UNIHAKKA INTERNATIONAL\nSDN BHD', 'UNIHAKKA INTERNATIONAL SDN BHD'],
    ['MR. D.I.Y. (M) SDN BHD', 'MR. D.I.Y. (M) SDN BHD'],
    ['OJC MARKETING SDN BHD (12345-X)', 'OJC MARKETING SDN BHD'],
    ['ABC SDN BHD CO. REG. NO: 123456-A', 'ABC SDN BHD'],
    ['Costa Coffee - Branch 12', 'Costa Coffee'],
    ['WALMART STORE #1234', 'WALMART'],
    ['*** Café Müller ***', 'Café Müller'],
    ['Müller & Söhne\nGmbH & Co. KG', 'Müller & Söhne GmbH & Co. KG'],
    ['7-ELEVEN', '7-ELEVEN'],
    ['B & Q', 'B & Q'],
    ['7-ELEVEN 10342', '7-ELEVEN'],
    ['Rema 1000', 'Rema 1000'],
    ["McDonald's #1234 - KL Sentral", "McDonald's"],
    ['Welcome to\nBurger King', 'Burger King'],
    ['WELCOME TO IKEA', 'IKEA'],
    ['TAX INVOICE\nABC SDN BHD', 'ABC SDN BHD'],
    ['THE COFFEE BEAN &\nTEA LEAF', 'THE COFFEE BEAN & TEA LEAF'],
    ['ABC Resources Sdn Bhd (formerly known as XYZ)', 'ABC Resources Sdn Bhd'],
    ['REWE Markt GmbH\nFiliale 123', 'REWE Markt GmbH'],
  ])('cleans %j to %s', (text, name) => {
    expect(vendorOf(text)).toBe(name);
  });

  it('keeps address and telephone, on one line', () => {
    const { vendor } = read([
      { type: 'VENDOR_NAME', text: 'SHOP' },
      { type: 'VENDOR_ADDRESS', text: '12, Jalan Satu,\n43000 Kajang' },
      { type: 'VENDOR_PHONE', text: '03-8739 1234' },
      { type: 'TOTAL', text: '12.00' },
    ]);

    expect(vendor).toEqual({ name: 'SHOP', address: '12, Jalan Satu, 43000 Kajang', phone: '03-8739 1234' });
  });

  it('takes the surest name', () => {
    const { vendor, candidates } = read([
      { type: 'VENDOR_NAME', text: 'Kedai Lain', confidence: 60 },
      { type: 'VENDOR_NAME', text: 'SHOP', confidence: 95 },
      { type: 'TOTAL', text: '12.00' },
    ]);

    expect(vendor?.name).toBe('SHOP');
    expect(candidates.vendor.map(({ value }) => value)).toEqual(['SHOP', 'Kedai Lain']);
  });
});

describe('line items', () => {
  it('keep quantity, price of one and amount', () => {
    const { lineItems } = read([{ type: 'TOTAL', text: '45.00' }], { items: [['Training', '45.00', '4.5', '10.00']] });

    expect(lineItems).toEqual([
      {
        description: 'Training',
        quantity: '4.5',
        unitPrice: { amountMinor: 1000, currency: 'MYR' },
        amount: { amountMinor: 4500, currency: 'MYR' },
      },
    ]);
  });

  it('have no amount where it was not read', () => {
    const { lineItems } = read([{ type: 'TOTAL', text: '45.00' }], { items: [['Cocoa', '/6.50', 'to']] });

    expect(lineItems).toEqual([{ description: 'Cocoa' }]);
  });
});
