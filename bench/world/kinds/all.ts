import type { Country } from '../countries.ts';
import { daysAfter } from '../day.ts';
import type { Drawn } from '../drawn.ts';
import { notationOf } from '../notation.ts';
import type { Trade } from '../printed.ts';
import { between, type Shop } from '../shop.ts';
import { hasMore } from '../words-more.ts';
import { cashback, giftCard, loyalty, rateOnly } from './around.ts';
import { creditMarked, creditNote, exchange, refund } from './back.ts';
import { hasCalendar, isUnchanged, old, ownCalendar, ticket } from './days.ts';
import { energy, form, invoice, order, severalPages, subscription } from './pages.ts';
import { hotel, parking, petrol, pharmacy, served, taxi, tipProposed, tipped } from './places.ts';
import { cropped, customerFirst, dayAmongDays, instalments, layered, sideways } from './sheets.ts';
import {
  cardSlip,
  cashRounded,
  cashWithChange,
  discounted,
  otherDays,
  taxOnTop,
  taxTable,
  till,
  twoCurrencies,
} from './till.ts';

/** One kind of document. */
export interface Kind {
  readonly name: string;
  readonly trade: Trade;
  /** `scan`: a picture inside a PDF. */
  readonly medium: 'any' | 'pdf' | 'photo' | 'scan';
  /** Two files of one person: the same paper photographed twice, or two purchases that look alike. */
  readonly pair?: 'retaken' | 'twins';
  fits?(country: Country): boolean;
  draw(shop: Shop): Drawn;
}

const isEuropean = ({ currency, beside }: Country): boolean => beside !== undefined || currency in PER_EURO;
const isLeftToRight = ({ language }: Country): boolean => language !== 'ar' && language !== 'he';

/** Roughly what a euro costs, where shops near a border or an airport print euros beside. */
const PER_EURO: Readonly<Record<string, number>> = {
  CZK: 24.6,
  HUF: 392,
  PLN: 4.25,
  SEK: 11,
  DKK: 7.46,
  NOK: 11.6,
  GBP: 0.86,
  RON: 5.05,
};

/** The total beside itself in a second currency. */
function dual(shop: Shop): Drawn {
  const { currency, beside } = shop.country;
  const [other, sample, rate] = beside ?? (['EUR', 'EUR 1,234,567.89', 1 / (PER_EURO[currency] ?? 1)] as const);
  const notation = notationOf(sample, other);
  return twoCurrencies(shop, (ownMinor) => {
    const amountMinor = Math.round(ownMinor * rate);
    return { amountMinor, currency: other, written: notation(amountMinor) };
  });
}

/** All kinds, in the order in which they are drawn. */
export const kinds: readonly Kind[] = [
  { name: 'till', trade: 'grocery', medium: 'any', draw: till },
  { name: 'restaurant-tip', trade: 'restaurant', medium: 'any', draw: tipped },
  { name: 'refund', trade: 'store', medium: 'any', draw: refund },
  { name: 'exchange', trade: 'store', medium: 'any', draw: exchange },
  { name: 'dual-currency', trade: 'grocery', medium: 'any', fits: isEuropean, draw: dual },
  { name: 'hotel', trade: 'hotel', medium: 'pdf', draw: hotel },
  { name: 'energy', trade: 'energy', medium: 'pdf', draw: energy },
  { name: 'several-pages', trade: 'office', medium: 'pdf', draw: severalPages },
  { name: 'form', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: form },
  { name: 'scan', trade: 'grocery', medium: 'scan', draw: till },
  { name: 'taxi', trade: 'taxi', medium: 'any', draw: taxi },
  { name: 'cash-change', trade: 'grocery', medium: 'any', draw: cashWithChange },
  { name: 'tax-table', trade: 'grocery', medium: 'any', fits: ({ tax }) => (tax[1] ?? 0) > 0, draw: taxTable },
  { name: 'discount', trade: 'grocery', medium: 'any', draw: discounted },
  {
    name: 'cash-rounding',
    trade: 'grocery',
    medium: 'any',
    fits: ({ cashStep, step }) => cashStep !== undefined && step === 0.01,
    draw: cashRounded,
  },
  { name: 'service-charge', trade: 'restaurant', medium: 'any', draw: served },
  { name: 'subscription', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: subscription },
  { name: 'petrol', trade: 'fuel', medium: 'any', draw: petrol },
  { name: 'pharmacy', trade: 'pharmacy', medium: 'any', draw: pharmacy },
  { name: 'parking', trade: 'parking', medium: 'any', draw: parking },
  { name: 'retaken', trade: 'grocery', medium: 'photo', pair: 'retaken', draw: till },
  { name: 'twins', trade: 'restaurant', medium: 'pdf', pair: 'twins', draw: till },
  { name: 'credit-note', trade: 'office', medium: 'pdf', draw: creditNote },
  {
    name: 'tax-on-top',
    trade: 'store',
    medium: 'any',
    fits: ({ code }) => code === 'US' || code === 'CA',
    draw: taxOnTop,
  },
  { name: 'invoice', trade: 'office', medium: 'pdf', draw: invoice },
  { name: 'order', trade: 'store', medium: 'pdf', draw: order },
  { name: 'tip-proposed', trade: 'restaurant', medium: 'any', fits: isLeftToRight, draw: tipProposed },
  {
    name: 'other-days',
    trade: 'store',
    medium: 'any',
    draw: (shop) => otherDays(shop, daysAfter(shop.day, between(shop.random, 14, 40))),
  },
  { name: 'card-slip', trade: 'store', medium: 'any', draw: cardSlip },
  { name: 'gift-card', trade: 'grocery', medium: 'any', fits: hasMore, draw: giftCard },
  { name: 'cashback', trade: 'grocery', medium: 'any', fits: hasMore, draw: cashback },
  { name: 'loyalty', trade: 'grocery', medium: 'any', fits: hasMore, draw: loyalty },
  {
    name: 'rate-only',
    trade: 'grocery',
    medium: 'any',
    fits: (country) => hasMore(country) && (country.tax[1] ?? 0) > 0,
    draw: rateOnly,
  },
  {
    name: 'credit-marked',
    trade: 'store',
    medium: 'any',
    fits: ({ language }) => language === 'en',
    draw: creditMarked,
  },
  { name: 'cropped', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: cropped },
  { name: 'layer', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: layered },
  { name: 'sideways', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: sideways },
  { name: 'instalments', trade: 'office', medium: 'pdf', fits: hasMore, draw: instalments },
  { name: 'many-days', trade: 'office', medium: 'pdf', fits: hasMore, draw: dayAmongDays },
  { name: 'customer-first', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: customerFirst },
  { name: 'ticket', trade: 'office', medium: 'pdf', fits: isLeftToRight, draw: ticket },
  { name: 'own-calendar', trade: 'grocery', medium: 'pdf', fits: hasCalendar, draw: ownCalendar },
  { name: 'old', trade: 'store', medium: 'pdf', fits: isUnchanged, draw: old },
];
