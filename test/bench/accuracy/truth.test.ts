import { describe, expect, it } from 'vitest';
import { readTruth } from '../../../bench/accuracy/truth.ts';

describe('readTruth', () => {
  it('reads a key as SROIE writes it, dates day first', () => {
    const key = { company: 'SHOP', date: '05/03/2018', address: '1, Road', total: 'RM 1,060.30' };

    expect(readTruth(key)).toEqual({ vendor: 'SHOP', date: '2018-03-05', address: '1, Road', total: '1060.30' });
  });

  it('reads the truth of a sample, in minor units', () => {
    const truth = {
      status: 'completed',
      vendor: 'SHOP',
      purchasedOn: '2026-11-12',
      total: { amountMinor: 1980, currency: 'JPY' },
    };

    expect(readTruth(truth)).toEqual({ vendor: 'SHOP', date: '2026-11-12', total: '1980', currency: 'JPY' });
  });

  it('reads the truth of an e-invoice, with a currency of its own', () => {
    const truth = {
      vendor: 'ULME',
      total: '59.50',
      currency: 'EUR',
      date: '2026-10-05',
      invoiceNumber: 'R-7',
      typeCode: '380',
    };

    expect(readTruth(truth)).toEqual({
      vendor: 'ULME',
      total: '59.50',
      currency: 'EUR',
      date: '2026-10-05',
      invoiceNumber: 'R-7',
    });
  });

  it('reads the first invoice of a list', () => {
    const list = [{ issuer: 'OYO', amount: 1939, date: '2017-12-31', invoice_number: 'IBZY2087' }];

    expect(readTruth(list)).toEqual({ vendor: 'OYO', date: '2017-12-31', total: '1939.00', invoiceNumber: 'IBZY2087' });
  });

  it('asks nothing about what was not written down', () => {
    expect(readTruth({ company: '', total: '' })).toEqual({});
  });
});
