import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../lib/bundle.ts';

/** A file to be dropped under a key, and what has to come of it. */
export interface DroppedDocument {
  readonly key: string;
  readonly content: Buffer;
  readonly truth?: z.infer<typeof Truth>;
}

const Truth = z.object({
  purchasedOn: z.string(),
  total: z.object({ amountMinor: z.number(), currency: z.string() }),
  category: z.string(),
});

/** Quick to read, all different but one: the same picture of the pharmacy's receipt twice. */
const RECEIPTS = [
  '02-pharmacy.jpg',
  '03-hardware-store.jpg',
  '04-gas-station.jpg',
  '05-restaurant.jpg',
  '06-hardware-refund.jpg',
  '08-ramen-tokyo.jpg',
  '11-IMG_2041.jpg',
  '15-parking-sideways.jpg',
];
export const SAME_PICTURE = ['02-pharmacy.jpg', '11-IMG_2041.jpg'];

/** Everybody has a number of their own. */
export const phoneOf = (person: string): string => `+1202555${person.replace(/\D/g, '').padStart(4, '0')}`;

/** The limits are such that every order of the receipts crosses the same thresholds; the refund takes none back. */
const PLAN = (name: string) => `name: ${name}
currency: USD
contacts:
  - email: ${name}@example.com
  - sms: "${phoneOf(name)}"
budgets:
  - { category: health, limit: "60.00", period: month }
  - { category: household, limit: "60.00", period: month }
  - { category: fuel, limit: "45.00", period: month }
  - { category: dining, limit: "70.00", period: month }
`;
/** What has to be claimed in the end, of the thresholds 50, 80 and 100. */
export const CROSSED = [
  'dining 50',
  'dining 80',
  'dining 100',
  'dining exceeded',
  'fuel 50',
  'fuel 80',
  'health 50',
  'household 50',
  'household 80',
  'household 100',
  'household exceeded',
];

/** All files of one person: the plan, the receipts, and one that is no document. */
export async function documentsOf(person: string): Promise<DroppedDocument[]> {
  const folder = join(projectRoot, 'events', 'samples', 'receipts');
  const receipts = await Promise.all(
    RECEIPTS.map(async (name) => ({
      key: `receipts/${person}/${name}`,
      content: await readFile(join(folder, name)),
      truth: Truth.parse(JSON.parse(await readFile(join(folder, name.replace(/\.jpg$/, '.truth.json')), 'utf8'))),
    })),
  );
  return [
    { key: `budgets/${person}.yaml`, content: Buffer.from(PLAN(person)) },
    ...receipts,
    { key: `receipts/${person}/notes.jpg`, content: Buffer.from('milk, bread, no receipt') },
  ];
}

/** Spending by `date category currency`, as the truths beside the receipts say; the same picture counts once. */
export function expectedSpend(documents: readonly DroppedDocument[]): Record<string, number> {
  const spend: Record<string, number> = {};
  for (const { key, truth } of documents) {
    if (!truth || key.endsWith(`/${SAME_PICTURE[1]}`)) continue;
    const day = `${truth.purchasedOn} ${truth.category} ${truth.total.currency}`;
    spend[day] = (spend[day] ?? 0) + truth.total.amountMinor;
  }
  return spend;
}
