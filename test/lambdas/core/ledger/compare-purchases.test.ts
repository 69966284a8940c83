import { describe, expect, it } from 'vitest';
import { comparePurchases, judgePurchases } from '../../../../lambdas/core/ledger/compare-purchases.ts';
import type { PurchaseTraits } from '../../../../lambdas/core/ledger/likeness.ts';

/** A coffee: nothing is printed but what every receipt has, unless the test says so. */
const coffee = (over: Partial<PurchaseTraits> = {}): PurchaseTraits => ({
  totalMinor: 320,
  vendor: 'cafemuller',
  itemsMinor: [320],
  timesOfDay: [],
  taxIds: [],
  numbers: [],
  head: [],
  ...over,
});
/** A full basket at a supermarket, of which everything was read. */
const basket = (over: Partial<PurchaseTraits> = {}): PurchaseTraits => ({
  totalMinor: 4_320,
  vendor: 'greenbasket',
  invoiceNumber: '048213',
  itemsMinor: [999, 1_250, 420, 1_651],
  timesOfDay: ['17:43'],
  taxIds: ['DE123456789'],
  numbers: ['DE123456789', '22204', '5550142', '048213', '77120'],
  head: ['greenbasket', '12mainstreet'],
  ...over,
});
const judge = (one: PurchaseTraits, other: PurchaseTraits) => judgePurchases(comparePurchases(one, other));

describe('two receipts of one day, currency, total and shop', () => {
  it.each<[string, Partial<PurchaseTraits>, Partial<PurchaseTraits>, string]>([
    ['of which nothing else is known', {}, {}, 'same'],
    ['with one number', { invoiceNumber: '4711' }, { invoiceNumber: '4711' }, 'same'],
    ['with a number that one reading missed', { invoiceNumber: '4711' }, {}, 'same'],
    ['with another number', { invoiceNumber: '4711' }, { invoiceNumber: '4712' }, 'other'],
    ['with a number that differs in a look-alike', { invoiceNumber: '4711' }, { invoiceNumber: '47I1' }, 'same'],
    ['at one time', { timesOfDay: ['10:15'] }, { timesOfDay: ['10:15'] }, 'same'],
    ['at another time', { timesOfDay: ['10:15'] }, { timesOfDay: ['14:20'] }, 'other'],
    ['at a time that differs in a look-alike', { timesOfDay: ['10:15'] }, { timesOfDay: ['10:16'] }, 'same'],
    [
      'with counted numbers, two minutes apart',
      { invoiceNumber: '4711', timesOfDay: ['10:15'] },
      { invoiceNumber: '4712', timesOfDay: ['10:17'] },
      'other',
    ],
    [
      'with another number at the same minute',
      { invoiceNumber: '4711', timesOfDay: ['10:15'] },
      { invoiceNumber: '4712', timesOfDay: ['10:15'] },
      'doubt',
    ],
    [
      'with one number at another time',
      { invoiceNumber: '47115', timesOfDay: ['10:15'] },
      { invoiceNumber: '47115', timesOfDay: ['14:20'] },
      'same',
    ],
    ['with other items', { itemsMinor: [120, 200] }, { itemsMinor: [160, 150, 10] }, 'doubt'],
  ])('%s', (_, one, other, expected) => {
    expect(judge(coffee(one), coffee(other))).toBe(expected);
    expect(judge(coffee(other), coffee(one))).toBe(expected);
  });

  it('are one purchase where a full basket agrees and a time was misread', () => {
    expect(judge(basket(), basket({ timesOfDay: ['11:13'] }))).toBe('same');
    expect(judge(basket(), basket({ timesOfDay: ['11:13'], invoiceNumber: '048219', numbers: [] }))).toBe('other');
  });
});

describe('two receipts of one day, currency and shop, of which one has a tip more', () => {
  const bill = { totalMinor: 4_550, itemsMinor: [2_550, 2_000], timesOfDay: ['20:11'] };
  const slip = { totalMinor: 5_000, itemsMinor: [], timesOfDay: ['20:15'] };

  it.each<[string, Partial<PurchaseTraits>, Partial<PurchaseTraits>, string]>([
    ['at the same time', bill, { ...bill, totalMinor: 5_000, itemsMinor: [3_000, 2_000] }, 'doubt'],
    ['on the slip of a card, minutes later', bill, slip, 'doubt'],
    ['on a slip of an hour later', bill, { ...slip, timesOfDay: ['21:15'] }, 'other'],
    ['on a slip before the bill', bill, { ...slip, timesOfDay: ['20:01'] }, 'other'],
    ['twice as much, at the same time', bill, { ...bill, totalMinor: 9_100 }, 'other'],
    ['with a number of its own', { ...bill, invoiceNumber: '4711' }, { ...slip, invoiceNumber: '4712' }, 'other'],
    ['with goods of its own, minutes later', bill, { ...slip, itemsMinor: [3_000, 2_000] }, 'other'],
  ])('%s', (_, one, other, expected) => {
    expect(judge(coffee(one), coffee(other))).toBe(expected);
    expect(judge(coffee(other), coffee(one))).toBe(expected);
  });
});

describe('two receipts of one day, currency and total', () => {
  const misread = { vendor: 'welcome', head: [], taxIds: [] };
  /** A tax number is taken for the receipt's: it has none. */
  const NOTHING = { taxIds: ['048213'], timesOfDay: [], itemsMinor: [], numbers: [] };

  it('are two purchases at two merchants', () => {
    expect(judge(coffee(), coffee({ vendor: 'cityparking' }))).toBe('other');
    expect(judge(coffee({ timesOfDay: ['10:15'] }), coffee({ vendor: 'cityparking', timesOfDay: ['14:20'] }))).toBe(
      'other',
    );
  });

  it('may be one without a merchant', () => {
    const { vendor: _, ...nameless } = coffee();

    expect(judge(nameless, coffee())).toBe('doubt');
    expect(judge({ ...nameless, timesOfDay: ['10:15'] }, coffee({ timesOfDay: ['14:20'] }))).toBe('other');
  });

  it.each<[string, Partial<PurchaseTraits>]>([
    ['number', { timesOfDay: [], itemsMinor: [], numbers: [] }],
    ['time', { taxIds: ['048213'], itemsMinor: [], numbers: [] }],
    ['items', { taxIds: ['048213'], timesOfDay: [], numbers: [] }],
    ['other numbers', { taxIds: ['048213'], timesOfDay: [], itemsMinor: [] }],
  ])('may be one where the names have nothing in common and the %s is the same', (_, over) => {
    expect(judge(basket(over), basket({ ...over, ...misread }))).toBe('doubt');
    expect(judge(basket(NOTHING), basket({ ...NOTHING, ...misread }))).toBe('other');
  });

  it('may be one where the names have nothing in common and the pictures look alike', () => {
    const picture = '00ff00ff00ff00ff';

    expect(judge(coffee({ picture }), coffee({ vendor: 'welcome', picture: '00ff00ff00ff0fff' }))).toBe('doubt');
    expect(judge(coffee({ picture }), coffee({ vendor: 'welcome', picture: 'ff00ff00ff00ff00' }))).toBe('other');
    expect(
      judge(coffee({ picture, timesOfDay: ['10:15'] }), coffee({ vendor: 'welcome', picture, timesOfDay: ['14:20'] })),
    ).toBe('other');
  });
});

describe('two receipts of one day and currency with different totals', () => {
  it.each<[string, Partial<PurchaseTraits>, string]>([
    ['one number', { totalMinor: 9_999, itemsMinor: [], timesOfDay: [] }, 'doubt'],
    ['one number at another time', { totalMinor: 9_999, timesOfDay: ['09:10'] }, 'other'],
    ['the same items', { totalMinor: 9_999, invoiceNumber: '7', numbers: [] }, 'doubt'],
    [
      'a digit between them at one time',
      { totalMinor: 4_820, invoiceNumber: '7', numbers: [], itemsMinor: [] },
      'doubt',
    ],
    ['the other numbers at one time', { totalMinor: 9_999, invoiceNumber: '7', itemsMinor: [] }, 'doubt'],
    ['the time only', { totalMinor: 9_999, invoiceNumber: '7', numbers: [], itemsMinor: [] }, 'other'],
    ['one number, and one gives the money back', { totalMinor: -4_320 }, 'other'],
    ['one number, at another shop', { totalMinor: 9_999, vendor: 'x', head: [], taxIds: [] }, 'other'],
  ])('with %s', (_, over, expected) => {
    expect(judge(basket({ itemsMinor: [999, 1_250, 420, 1_651] }), basket(over))).toBe(expected);
  });

  it('are two purchases where nothing but the shop is the same', () => {
    expect(judge(coffee(), coffee({ totalMinor: 380 }))).toBe('other');
  });
});
