import { describe, expect, it } from 'vitest';
import { type Country, countries } from '../../../bench/world/countries.ts';
import type { Drawn } from '../../../bench/world/drawn.ts';
import { facesFor, runsOf } from '../../../bench/world/faces.ts';
import { type Kind, kinds } from '../../../bench/world/kinds/all.ts';
import { createRandom } from '../../../events/samples/random.ts';
import { countryOf, shopIn } from './papers.ts';

const digits = (text: string): string => text.replace(/\D/g, '');
const textsOf = ({ marks }: Drawn): string[] =>
  marks.flatMap((mark) => (typeof mark === 'string' ? [] : mark.cells.map(({ text }) => text)));

function drawnIn(country: Country, kind: Kind, seed: number): Drawn {
  return kind.draw(shopIn(country, kind.trade, seed));
}

/** What is printed between the first rule and the second, and below it, in cents. */
function amountsOf(kindName: string, seed: number) {
  const kind = kinds.find(({ name }) => name === kindName);
  if (!kind) throw new RangeError(`expected a kind ${kindName}`);
  const drawn = drawnIn(countryOf('en-GB'), kind, seed);
  const parts: number[][] = [[]];
  for (const mark of drawn.marks) {
    if (mark === 'rule') parts.push([]);
    const [, text] = typeof mark === 'string' ? [] : mark.cells.map((cell) => cell.text);
    if (text && /\d\.\d\d/.test(text)) parts.at(-1)?.push((text.includes('-') ? -1 : 1) * Number(digits(text)));
  }
  return { items: parts[1] ?? [], below: parts[2] ?? [], total: drawn.totalMinor };
}

const added = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

describe.each(kinds)('$name', (kind) => {
  const fitting = countries.filter((country) => kind.fits?.(country) ?? true);

  it('can be drawn in every country with faces that hold all of it', () => {
    for (const [index, country] of fitting.entries()) {
      const drawn = drawnIn(country, kind, index + 1);
      const faces = facesFor(drawn.marks, country.language, drawn.format === 'slip', createRandom(index));
      expect(faces.length, country.locale).toBeGreaterThan(0);
    }
  });

  it('prints the sum that its truth has', () => {
    for (const [index, country] of fitting.entries()) {
      const drawn = drawnIn(country, kind, index + 1);
      // Trailing zeros may be left out where a country prints whole units.
      const wanted = String(Math.abs(drawn.totalMinor)).replace(/0{0,3}$/, '');
      const printed = textsOf(drawn).map(digits);
      expect(
        printed.some((text) => text.replace(/^0+/, '').includes(wanted)),
        `${country.locale}: ${wanted}`,
      ).toBe(true);
    }
  });
});

describe('numbers among words that run from right to left', () => {
  it('are set from left to right, where the words put them', () => {
    const seen = (text: string) => runsOf(text, ['plain']).map((run) => run.text);
    expect(seen('17 أكتوبر 2026')).toEqual(['2026 ', 'أكتوبر', ' 17']);
    expect(seen('סה"כ לתשלום')).toEqual(['סה"כ לתשלום']);
    expect(seen('Total 17')).toEqual(['Total 17']);
  });
});

describe('what is printed adds up', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

  it.each(['till', 'scan', 'pharmacy', 'tip-proposed', 'cash-change', 'tax-table'])('on a %s', (name) => {
    for (const seed of seeds) {
      const { items, total } = amountsOf(name, seed);
      expect(added(items)).toBe(total);
    }
  });

  it('with the tip, the service and the discount', () => {
    for (const name of ['restaurant-tip', 'service-charge', 'discount']) {
      for (const seed of seeds) {
        const { items, below, total } = amountsOf(name, seed);
        const [subtotal = 0, change = 0] = below;
        expect([added(items), subtotal + change]).toEqual([subtotal, total]);
      }
    }
  });

  it('to money that came back, whatever sign is printed', () => {
    for (const name of ['refund', 'exchange', 'credit-note']) {
      for (const seed of seeds) {
        const { items, total } = amountsOf(name, seed);
        expect(total).toBeLessThan(0);
        expect(name === 'exchange' ? added(items) : -Math.abs(added(items))).toBe(total);
      }
    }
  });
});
