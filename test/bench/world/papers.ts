import { type Country, countries } from '../../../bench/world/countries.ts';
import { type WorldDocument, type WorldTruth, worldDocuments } from '../../../bench/world/documents.ts';
import type { Outcome } from '../../../bench/world/outcome.ts';
import type { Trade } from '../../../bench/world/printed.ts';
import { openShop, type Shop } from '../../../bench/world/shop.ts';
import { createRandom } from '../../../events/samples/random.ts';

/** When they are dropped. */
export const TODAY = '2026-11-29';

/** The first paper of a kind, or its first pair, with a name and a person that no other seed has. */
export function papersOf(kind: string, seed: number): WorldDocument[] {
  const renamed = (file: string): string => `${seed}-${file}`;
  const [first, second] = worldDocuments({ seed, count: 2, kinds: [kind], today: TODAY });
  if (!first) throw new RangeError(`expected a ${kind}`);
  const isPair = second?.person.userId === first.person.userId;
  return (isPair ? [first, second] : [first]).map((document) => ({
    ...document,
    file: renamed(document.file),
    person: { ...document.person, userId: `${kind}-${seed}` },
    truth: {
      ...document.truth,
      ...(document.truth.duplicateOf !== undefined && { duplicateOf: renamed(document.truth.duplicateOf) }),
    },
  }));
}

/** A document that is never drawn: a purchase of 12.50 EUR unless told. */
export function aDocument(file: string, truth: Partial<WorldTruth> = {}): WorldDocument {
  return {
    file,
    kind: 'till',
    country: 'DE',
    medium: 'pdf',
    person: { userId: 'w1', locale: 'de-DE', currency: 'EUR' },
    truth: {
      vendor: 'Laden Linde',
      purchasedOn: '2026-11-08',
      total: { amountMinor: 1250, currency: 'EUR' },
      ...truth,
    },
    draw: () => Promise.reject(new Error('expected not to be drawn')),
  };
}

/** A booking: as the truth has it unless told. */
export const booked = (total = '12.50 EUR', purchasedOn = '2026-11-08'): Outcome => ({
  status: 'completed',
  vendor: 'Laden Linde',
  purchasedOn,
  total,
  reasons: [],
});

export const asked: Outcome = { status: 'needs_review', reasons: ['no total was found'] };

/** The country of a locale. */
export function countryOf(locale: string): Country {
  const country = countries.find((each) => each.locale === locale);
  if (!country) throw new RangeError(`expected a country with ${locale}`);
  return country;
}

/** A shop of a country, the same for a seed. */
export const shopIn = (country: Country, trade: Trade, seed: number): Shop =>
  openShop(country, trade, TODAY, false, createRandom(seed));
