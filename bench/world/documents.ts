import { finished, newPdf } from '../../events/samples/pdf.ts';
import { createRandom, type Random } from '../../events/samples/random.ts';
import { asPdf } from './as-pdf.ts';
import { asSvg } from './as-picture.ts';
import { type Country, countries } from './countries.ts';
import type { Drawn } from './drawn.ts';
import { facesFor } from './faces.ts';
import { type Kind, kinds } from './kinds/all.ts';
import { mirrored } from './layout.ts';
import { between, openShop, pick, type Shop } from './shop.ts';
import { type Wear, worn } from './worn.ts';

/** What a careful person reads from the paper. Amounts are whole minor units. */
export interface WorldTruth {
  readonly vendor: string;
  /** `YYYY-MM-DD`. */
  readonly purchasedOn: string;
  readonly total: { readonly amountMinor: number; readonly currency: string };
  /** The same sum in another currency that is printed, too. */
  readonly beside?: { readonly amountMinor: number; readonly currency: string };
  /** The file that shows the same paper. */
  readonly duplicateOf?: string;
  /** Older than what is booked without asking. */
  readonly isOld?: boolean;
}

/** A file of the world set, and the person who drops it. */
export interface WorldDocument {
  readonly file: string;
  readonly kind: string;
  readonly country: string;
  readonly medium: 'pdf' | 'photo' | 'scan';
  readonly person: { readonly userId: string; readonly locale: string; readonly currency: string };
  readonly truth: WorldTruth;
  /** Gives the same bytes for the same seed. */
  draw(): Promise<Buffer>;
}

export interface WorldOptions {
  readonly seed: number;
  /** How many files, a pair counted as two. */
  readonly count: number;
  /** Names of kinds; all without. */
  readonly kinds?: readonly string[];
  /** `YYYY-MM-DD`: purchases lie before it. */
  readonly today: string;
}

/** Languages whose letters the laptop's reader can in principle read in a photo. */
const PHOTOGRAPHED = [
  'en',
  'de',
  'fr',
  'nl',
  'it',
  'es',
  'pt',
  'sv',
  'nb',
  'da',
  'fi',
  'is',
  'pl',
  'cs',
  'hu',
  'ro',
  'hr',
  'tr',
  'id',
  'vi',
  'zh',
];
/** Where travellers come from. */
const HOMES = [
  ['en-US', 'USD'],
  ['de-DE', 'EUR'],
  ['en-GB', 'GBP'],
  ['ja-JP', 'JPY'],
  ['fr-CH', 'CHF'],
] as const;

/** The documents of a seed; the first ones are the same whatever the count. */
export function worldDocuments({ seed, count, kinds: names, today }: WorldOptions): WorldDocument[] {
  const chosen = kinds.filter(({ name }) => names === undefined || names.includes(name));
  const documents: WorldDocument[] = [];
  for (let place = 0; documents.length < count; place += 1) {
    const kind = chosen[place % chosen.length];
    if (!kind) throw new RangeError(`expected kinds among ${kinds.map(({ name }) => name).join(' ')}`);
    documents.push(...documentsAt(seed, place, kind, today));
  }
  return documents.slice(0, count);
}

/** Cuts documents into batches of at least so many; both of a pair are in one. */
export function batchesOf(documents: readonly WorldDocument[], size: number): WorldDocument[][] {
  const batches: WorldDocument[][] = [];
  for (const [index, document] of documents.entries()) {
    const open = batches.at(-1);
    const isOfPair = documents[index - 1]?.person.userId === document.person.userId;
    if (open && (open.length < size || isOfPair)) open.push(document);
    else batches.push([document]);
  }
  return batches;
}

function documentsAt(seed: number, place: number, kind: Kind, today: string): WorldDocument[] {
  const random = createRandom(Math.imul(seed, 1_000_003) + place * 7919 + 17);
  for (let drop = 0; drop < 5; drop += 1) random();
  const isPicture = kind.medium === 'photo' || (kind.medium === 'any' && random() < 0.45);
  const medium = kind.medium === 'scan' ? 'scan' : isPicture ? 'photo' : 'pdf';
  const country = pick(
    random,
    countries.filter(
      (each) => (kind.fits?.(each) ?? true) && (medium === 'pdf' || PHOTOGRAPHED.includes(each.language)),
    ),
  );
  const isForeign = random() < 0.1;
  const home = pick(
    random,
    HOMES.filter(([, currency]) => currency !== country.currency),
  );
  const [locale, currency] = isForeign ? home : [country.locale, country.currency];
  const shop = openShop(country, kind.trade, today, isForeign, random);
  const name = `${String(place).padStart(4, '0')}-${kind.name}-${country.code.toLowerCase()}`;
  const person = { userId: `w${place}`, locale, currency };
  const make = (suffix: string, drawn: Drawn, of: Shop, wearSeed: number, duplicateOf?: string): WorldDocument => ({
    file: `${name}${suffix}${medium === 'photo' ? (wearSeed % 5 === 0 ? '.png' : '.jpg') : '.pdf'}`,
    kind: kind.name,
    country: country.code,
    medium,
    person,
    truth: truthOf(drawn, of, duplicateOf),
    draw: () => drawnAs(medium, drawn, of, wearSeed),
  });
  const drawn = kind.draw(shop);
  const wearSeed = between(random, 1, 1e9);
  const first = make('', drawn, shop, wearSeed);
  if (kind.pair === undefined) return [first];
  if (kind.pair === 'retaken') return [first, make('-again', drawn, shop, wearSeed + 1, first.file)];
  const later: Shop = {
    ...shop,
    number: String(Number(shop.number) + between(random, 1, 40)),
    time: laterThan(shop.time),
  };
  return [first, make('-second', renumbered(drawn, shop, later), later, wearSeed + 1)];
}

/** The same purchase once more: another number and another time on the same day. */
function renumbered(drawn: Drawn, first: Shop, later: Shop): Drawn {
  const changed = (text: string): string =>
    text.replaceAll(first.time, later.time).replaceAll(first.number, later.number);
  const marks = drawn.marks.map((mark) =>
    typeof mark === 'string'
      ? mark
      : { ...mark, cells: mark.cells.map((cell) => ({ ...cell, text: changed(cell.text) })) },
  );
  return { ...drawn, marks };
}

function laterThan(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${String(Number(hour) + 1).padStart(2, '0')}:${minute === '59' ? '07' : String(Number(minute) + 1).padStart(2, '0')}`;
}

function truthOf(
  { totalMinor, currency, beside, day, vendor, isOld }: Drawn,
  shop: Shop,
  duplicateOf?: string,
): WorldTruth {
  return {
    vendor: vendor ?? shop.vendor,
    purchasedOn: day ?? shop.day,
    total: { amountMinor: totalMinor, currency: currency ?? shop.country.currency },
    ...(beside && { beside }),
    ...(isOld && { isOld }),
    ...(duplicateOf !== undefined && { duplicateOf }),
  };
}

async function drawnAs(medium: WorldDocument['medium'], drawn: Drawn, shop: Shop, wearSeed: number): Promise<Buffer> {
  // Both pictures of a pair are of one paper, so its face hangs on the shop alone.
  const faces = facesFor(
    drawn.marks,
    shop.country.language,
    drawn.format === 'slip',
    createRandom(Number(shop.number)),
  );
  const isRightToLeft = shop.country.language === 'ar' || shop.country.language === 'he';
  const marks = isRightToLeft ? mirrored(drawn.marks) : drawn.marks;
  const random = createRandom(wearSeed);
  if (medium === 'pdf') {
    const { format, unseen, turned } = drawn;
    return await asPdf(marks, {
      format,
      faces,
      title: title(random),
      size: sizeOf(drawn, shop.country),
      ...(unseen && { unseen }),
      ...(turned && { turned }),
    });
  }
  const wear: Wear = medium === 'scan' ? 0 : random() < 0.5 ? 0.5 : 1;
  const picture = await worn(asSvg(marks, drawn.format, faces), wear, wearSeed % 5 === 0 ? 'png' : 'jpeg', random);
  return medium === 'photo' ? picture : await scanned(picture, random);
}

const title = (random: Random): string => pick(random, ['Document', 'Scan', 'print job', 'receipt']);

/** A4 and US Letter; a slip is as long as what stands on it. Points. */
function sizeOf({ format, marks }: Drawn, { code }: Country): readonly [number, number] {
  if (format === 'slip') return [226, 60 + marks.length * 16];
  return ['US', 'CA', 'MX', 'CL', 'CO', 'PH'].includes(code) ? [612, 792] : [595, 842];
}

/** A picture on a page, as scanner apps save it; half of them print their name below. */
async function scanned(picture: Buffer, random: Random): Promise<Buffer> {
  const pdf = newPdf('Scan');
  pdf.addPage({ size: 'A4', margin: 0 }).image(picture, 60, 50, { fit: [475, 720] });
  if (random() < 0.5) pdf.font('Helvetica').fontSize(8).text('Scanned with PaperLens', 60, 800, { lineBreak: false });
  return await finished(pdf);
}
