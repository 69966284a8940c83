import type { Chance } from './chance.ts';
import { aPurchase, type Purchase } from './papers.ts';
import { CARELESS } from './people.ts';

/** What a maker of hostile files works with. */
export interface Kit {
  readonly chance: Chance;
  /** Another one each time. */
  purchase(): Purchase;
  /** `receipts/{person}/{name}`, of one careless person after the other; a number is put before the name. */
  receipt(name: string): string;
  /** The same folder with exactly this name. */
  receiptCalled(name: string): string;
  /** A person of whom there is nothing yet. */
  stranger(): string;
}

export function createKit(chance: Chance): Kit {
  let [purchases, receipts, strangers] = [0, 0, 0];
  const nextPerson = () => CARELESS[receipts++ % CARELESS.length] as string;
  return {
    chance,
    purchase: () => aPurchase(chance.fork(`purchase ${purchases}`), purchases++),
    receipt: (name) => `receipts/${nextPerson()}/${String(receipts).padStart(3, '0')}-${name}`,
    receiptCalled: (name) => `receipts/${nextPerson()}/${name}`,
    stranger: () => `stranger-${++strangers}`,
  };
}
