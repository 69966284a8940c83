import { describe, expect, it } from 'vitest';
import { compareShops } from '../../../../lambdas/core/ledger/compare-shops.ts';

const shop = (vendor?: string, over: { address?: string; taxIds?: string[]; head?: string[] } = {}) => ({
  ...(vendor === undefined ? {} : { vendor }),
  taxIds: [],
  head: [],
  ...over,
});

describe('compareShops', () => {
  it.each([
    ['greenbasket', 'greenbasket', 'same'],
    ['greenbasket', 'qreenbaskel', 'same'],
    ['indahgifthomedeco', 'iniahgifthomeieco', 'same'],
    ['greenbasket', 'greenbasketmarket', 'same'],
    ['dm', 'dm', 'same'],
    ['dm', 'obi', 'different'],
    ['kaufland', 'kaufhof', 'different'],
    ['cafeone', 'cafetwo', 'different'],
    ['ristorantebellavita', 'bellavitagmbhulm', 'near'],
    ['boulangeriemartin', 'patisseriemartin', 'different'],
    ['greenbasket', undefined, 'unknown'],
  ] as const)('compares %s with %s: %s', (one, other, expected) => {
    expect(compareShops(shop(one), shop(other))).toBe(expected);
    expect(compareShops(shop(other), shop(one))).toBe(expected);
  });

  it('knows the shop where the address, or a slogan, was taken for its name', () => {
    const right = shop('greenbasket', { head: ['greenbasket', '12mainstreet'] });

    expect(compareShops(right, shop('12mainstreet'))).toBe('same');
    expect(compareShops(right, shop('fresheveryday', { head: ['fresheveryday', 'greenbaskct'] }))).toBe('same');
  });

  it('is not sure of two names with one tax number or address: they share a house, or a customer', () => {
    expect(
      compareShops(shop('noodlebar', { taxIds: ['DE123456789'] }), shop('juices', { taxIds: ['DE123456789'] })),
    ).toBe('near');
    expect(
      compareShops(shop('noodlebar', { address: '1stationsquare' }), shop('juices', { address: '1stationsquare' })),
    ).toBe('near');
    expect(compareShops(shop(undefined, { taxIds: ['DE123456789'] }), shop('juices', { taxIds: ['DE12345678'] }))).toBe(
      'same',
    );
  });
});
