import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../../lambdas/core/category/categories.ts';
import { categorize } from '../../../../lambdas/core/category/categorize.ts';
import { hasTerm, searchable, terms } from '../../../../lambdas/core/category/word-match.ts';
import { money } from '../../../../lambdas/core/ground/money.ts';

const item = (description: string, amountMinor?: number) => ({
  description,
  ...(amountMinor !== undefined && { amount: money(amountMinor, 'EUR') }),
});
const ofVendor = (vendor: string) => categorize({ vendor, lineItems: [] });

describe('categorize', () => {
  it.each([
    ['McDonald’s', 'dining'],
    ['MCDONALDS 00123', 'dining'],
    ['REWE Markt GmbH', 'groceries'],
    ['Sainsbury’s Local', 'groceries'],
    ['H&M Hennes & Mauritz', 'clothing'],
    ['MR. D.I.Y. (M) SDN BHD', 'household'],
    ['セブン-イレブン 渋谷店', 'groceries'],
    ['Shell Station 12', 'fuel'],
    ['DB Fernverkehr AG', 'transport'],
  ])('knows the chain in "%s"', (vendor, category) => {
    expect(ofVendor(vendor)).toMatchObject({ category, by: 'merchant' });
  });

  it.each([
    ['Stadtapotheke am Markt', 'health'],
    ['Pharmacie du Centre', 'health'],
    ['RESTORAN WAN SHENG', 'dining'],
    ['Café de Flore', 'dining'],
    ['CAFE DE FLORE', 'dining'],
    ['Buchhandlung Walther', 'education'],
    ['Bäckerei Müller', 'groceries'],
    ['Farmácia Central', 'health'],
    ['SANYU STATIONERY SHOP', 'office'],
    ['Freie Tankstelle Nord', 'fuel'],
    ['Gasolinera La Paz', 'fuel'],
    ['すし居酒屋 花', 'dining'],
    ['老北京饭店', 'dining'],
    ['Аптека 36,6', 'health'],
    ['Hotel Adler', 'travel'],
    ['Joe’s Hardware', 'household'],
    ['Village Market', 'groceries'],
  ])('knows the kind of shop in "%s"', (vendor, category) => {
    expect(ofVendor(vendor)).toMatchObject({ category, by: 'merchant' });
  });

  it.each([
    'Barton Ltd',
    'Publishing House Smith',
    'Kinobi Systems',
    'Orangerie Trading',
  ])('finds no kind of shop inside the words of "%s"', (vendor) => {
    expect(ofVendor(vendor)).toMatchObject({ category: 'other', by: 'default' });
  });

  it('goes by what the shop is, where a common word is also the name of a chain', () => {
    expect(ofVendor('Shell Out Seafood Restaurant').category).toBe('dining');
    expect(ofVendor('Coop Tankstelle').category).toBe('fuel');
    expect(ofVendor('The Golden Shell').category).toBe('other');
  });

  it('goes by the items where the merchant says nothing, weighed by their amounts', () => {
    const lineItems = [
      item('HDMI cable 2m', 1999),
      item('USB charger', 2999),
      item('Milch 1L', 119),
      item('XJ-22', 9999),
    ];

    expect(categorize({ vendor: 'Perniagaan Zheng Hui', lineItems })).toEqual({
      category: 'electronics',
      by: 'items',
      because: '2 of 4 items are electronics, such as "hdmi"',
    });
  });

  it('goes by the items before a word that fits many shops', () => {
    const lineItems = [item('LG FLATSCREEN 65', 89_999), item('6FT HDMI CABLE', 1999)];

    expect(categorize({ vendor: 'MEGA MARKET PLUS', lineItems }).category).toBe('electronics');
    expect(categorize({ vendor: 'MEGA MARKET PLUS', lineItems: [] }).category).toBe('groceries');
  });

  it('takes a word that fits many shops for the merchant’s, where the items say the same', () => {
    expect(categorize({ vendor: 'MEGA MARKET PLUS', lineItems: [item('Milk', 119)] })).toEqual({
      category: 'groceries',
      by: 'merchant',
      because: 'the merchant\'s name holds "market", and 1 of 1 items is groceries, such as "milk"',
    });
  });

  it('gives other when nothing is known', () => {
    expect(categorize({ lineItems: [] })).toMatchObject({ category: 'other', by: 'default' });
  });

  it('asks the rules of the person first', () => {
    const rules = [{ merchant: 'rewe', category: 'team-lunch' }];

    expect(categorize({ vendor: 'REWE Markt 12', lineItems: [] }, rules)).toEqual({
      category: 'team-lunch',
      by: 'rule',
      because: 'the plan\'s rule for the merchant "rewe"',
    });
    expect(categorize({ vendor: 'Lidl', lineItems: [] }, rules).category).toBe('groceries');
  });

  it('gives no reserved name and only names that a plan may hold', () => {
    expect(CATEGORIES).not.toContain('total');
    for (const name of CATEGORIES) expect(name).toMatch(/^[a-z0-9][a-z0-9._-]{0,39}$/);
  });
});

describe('hasTerm', () => {
  it.each([
    ['Stadtapotheke', '*apotheke', true],
    ['Apothekenrundschau', '*apotheke', false],
    ['Pharmacy', 'pharmac*', true],
    ['Barcelona', 'bar', false],
    ['Tapas-Bar', 'bar', true],
    ['薬局マツモト', '薬局', true],
  ])('in "%s" looks for "%s": %s', (text, term, expected) => {
    expect(terms(term).some((one) => hasTerm(searchable(text), one))).toBe(expected);
  });
});
