import { createRequire } from 'node:module';
import fc from 'fast-check';
import { openDocument } from 'laptop-cloud/textract/open-document';
import { analysePage } from 'laptop-cloud/textract/pages/analyse-page';
import PDFDocument from 'pdfkit';
import { currencyCodes, currencyExponent, parseCurrencyCode } from '../../lambdas/core/ground/currency.ts';
import { type StructuredExpense, structureExpense } from '../../lambdas/core/reading/structure-expense.ts';

/** How a shop writes its amounts. */
export interface Shop {
  readonly locale: string;
  readonly currency: string;
  readonly currencyDisplay: 'symbol' | 'narrowSymbol' | 'code';
}

/** What three goods cost, in minor units; the total is their sum. */
export type Prices = readonly [number, number, number];

/** Locales whose letters the font of the slips has, of every notation. */
const LOCALES =
  'hu-HU sv-SE nb-NO fr-FR fr-BE fr-CH de-CH de-AT de-DE it-IT en-IN pt-BR pt-PT es-ES es-CL es-CO es-MX id-ID vi-VN pl-PL ' +
  'cs-CZ sk-SK nl-NL da-DK is-IS en-ZA en-KE en-NG tr-TR ru-RU uk-UA kk-KZ ro-RO fi-FI et-EE lv-LV lt-LT el-GR bg-BG ' +
  'sr-RS hr-HR sl-SI mk-MK en-US en-GB en-AU en-SG';

/** Units of account, in which no shop prints a price, and the dinar of Iraq, of which no shop prints the fils drawn here. */
const NO_PRICES: ReadonlySet<string> = new Set('BOV CHE CHW CLF COU MXV USN UYI UYW IQD'.split(' '));

/** A shop of any of these places with any currency of today, however it prints its sign. */
export const aShop: fc.Arbitrary<Shop> = fc.record({
  locale: fc.constantFrom(...LOCALES.split(' ')),
  currency: fc.constantFrom(...currencyCodes.filter((code) => !NO_PRICES.has(code))),
  currencyDisplay: fc.constantFrom<Shop['currencyDisplay']>('symbol', 'narrowSymbol', 'code'),
});

/** Three prices, small ones as often as large ones. */
const aPrice = fc.double({ min: 1, max: 6, noNaN: true }).map((power) => Math.floor(10 ** power));
export const prices: fc.Arbitrary<Prices> = fc.tuple(aPrice, aPrice, aPrice);

/** A slip that can be drawn, and its truth in minor units. */
export interface DrawnSlip {
  readonly shop: Shop;
  readonly slip: readonly (readonly [string, string])[];
  readonly total: number;
  readonly pdf: Buffer;
}

/** Those of the slips that the font has every sign for. */
export async function drawnSlips(wanted: readonly (readonly [Shop, Prices])[]): Promise<DrawnSlip[]> {
  const slips: DrawnSlip[] = [];
  for (const [shop, goods] of wanted) {
    const slip = slipOf(shop, goods);
    const pdf = await asPdf(slip);
    if (pdf) slips.push({ shop, slip, total: goods.reduce((sum, price) => sum + price, 0), pdf });
  }
  return slips;
}

/** What a reading came to: `wrong` is completed with another total or currency. */
export function outcomeOf({ status, total }: StructuredExpense, { currency }: Shop, truth: number) {
  if (status !== 'completed') return 'review';
  return total?.amountMinor === truth && total.currency === currency ? 'right' : 'wrong';
}

const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** The lines of a till slip whose amounts Intl prints, with the places of the currency. */
function slipOf({ locale, currency, currencyDisplay }: Shop, prices: Prices): [string, string][] {
  const places = currencyExponent(parseCurrencyCode(currency));
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  const print = (minor: number) => {
    const digits = String(minor).padStart(places + 1, '0');
    const decimal = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return format.format(decimal as unknown as number);
  };
  const total = prices.reduce((sum, price) => sum + price, 0);
  return [
    ['ELM CORNER', ''],
    ['2026-11-12 14:20', ''],
    ['Lamp', print(prices[0])],
    ['Chair', print(prices[1])],
    ['Table', print(prices[2])],
    ['TOTAL', print(total)],
  ];
}

/** The slip as a PDF; undefined where the font lacks one of its signs, and another would be drawn for it. */
async function asPdf(slip: readonly (readonly [string, string])[]): Promise<Buffer | undefined> {
  const document = new PDFDocument({ size: [300, 60 + 20 * slip.length], margin: 20 }).font(FONT).fontSize(10);
  const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  const isDrawn = (text: string) => [...text].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  if (!slip.flat().every(isDrawn)) return undefined;
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => document.on('end', resolve).on('error', reject));
  slip.forEach(([label, amount], index) => {
    document.text(label, 20, 20 + 20 * index, { lineBreak: false });
    if (amount !== '')
      document.text(amount, 280 - document.widthOfString(amount), 20 + 20 * index, { lineBreak: false });
  });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/**
 * Reads the first page of a file through the laptop's Textract, as the document of a person in that country.
 *
 * @param models What reads pictures; without it only a page with text of its own can be read.
 */
export async function readFor(
  { locale, currency }: Shop,
  file: Buffer,
  models: Parameters<typeof analysePage>[2] = () => Promise.reject(new Error('expected a page with text of its own')),
): Promise<StructuredExpense> {
  const document = await openDocument(file);
  try {
    const page = await analysePage(document, { index: 0, seed: 'slip', thisYear: 2026 }, models);
    return structureExpense([page], { locale, currency, today: '2026-11-20' });
  } finally {
    document.close();
  }
}
