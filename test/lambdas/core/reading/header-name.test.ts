import { describe, expect, it } from 'vitest';
import { isName } from '../../../../lambdas/core/reading/header-name.ts';

describe('isName', () => {
  it.each([
    '7-Eleven',
    '99 Speed Mart',
    'C&A',
    'すき家',
    'Café Zentral',
    'Bill & Sons',
    'Ticketmaster',
    'Sales & Sons',
    'The Table',
    'Store Twenty One',
  ])('takes "%s" for a name', (text) => {
    expect(isName(text)).toBe(true);
  });

  it.each([
    'INVOICE',
    'SALES RECEIPT',
    'КАССОВЫЙ ЧЕК / ПРИХОД',
    'Expense claim',
    'Note de frais',
    'Amount (GBP)',
    'Guests 2',
    'Tisch 12',
    'Tax Invoice',
    'RECEIPT #0012',
    'Rechnung Nr. 4711',
    '領収書',
    '# 4711',
    'invoice_number_1',
    '03-8739 1234',
    'info@example.com',
    'www.example.com',
    'Tel: 555-1234',
    'Bill To:',
    '12/03/2024 10:15',
    '---',
  ])('fails to take "%s" for one', (text) => {
    expect(isName(text)).toBe(false);
  });
});
