import { currenciesOfSign, findCurrencySigns, saysItAlone } from 'printed-text/currency-signs';
import { foldPrinted } from 'printed-text/letters';
import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';

/** A currency that the paper states in words of its own, apart from amounts. */
export interface StatedCurrency {
  readonly code: CurrencyCode;
  /** As printed. */
  readonly because: string;
}

/** "Currency" in the languages that invoices are written in, accents dropped. */
export const CURRENCY_WORDS =
  'currency|currency code|invoice currency|billing currency|document currency|wahrung|rechnungswahrung|belegwahrung|devise|monnaie|' +
  'moneda|divisa|moeda|valuta|factuurvaluta|faktureringsvaluta|fakturavaluta|valuutta|waluta|mena|penznem|devizanem|para birimi|doviz|' +
  'valiuta|vara|moneda facturii|валюта|нoмисма|νομισμα|通貨|货币|貨幣|币种|幣別|통화|สกุลเงิน|العملة|מטבע|tien te|loai tien|mata uang';

/** What amounts are called where their currency is named: "Alle Beträge in Euro", "Prices in CHF", "Amount (USD)". */
const AMOUNT_WORDS =
  'amounts?|prices?|totals?|values?|figures?|charges?|sums?|betrag|betrage|preise?|summen?|gesamt|werte|angaben|montants?|prix|sommes?|' +
  'importes?|precios?|importi|importo|prezz[io]|valores|valor|precos?|bedrag(?:en)?|prijs|prijzen|belopp|beloppen|priser(?:ne|na)?|belob|' +
  'pris|hinnat|summat|kwot[ay]|cen[ay]|wartosc|castk[ay]|osszeg(?:ek)?|arak|sume(?:le)?|preturi(?:le)?|iznos[i]?|cijene?|tutar(?:lar)?|' +
  'fiyat(?:lar)?|jumlah|harga|суммы?|цены|суми|ціни|ποσα|τιμες|金額|金额|単価|单价|금액';

/** Names of currencies, accents dropped. Bare dollars, pounds and francs name none. */
const NAMES: readonly (readonly [code: string, name: RegExp])[] = [
  ['EUR', /\b(?:euros?|eiro|evro|евро|ευρω)\b|(?:евро|євро|ευρω|欧元|ユーロ|유로)/],
  [
    'USD',
    /\b(?:u\.?s\.? ?-?dollars?|us-dollar|american dollars?|dollars? (?:us|americains)|dolares (?:estadounidenses|americanos)|dollari usa)\b|美元|米ドル/,
  ],
  ['CAD', /\bcanadian dollars?\b|\bdollars? canadiens?\b/],
  ['AUD', /\baustralian dollars?\b/],
  ['NZD', /\bnew zealand dollars?\b/],
  ['SGD', /\bsingapore dollars?\b/],
  ['HKD', /\bhong kong dollars?\b|港币|港幣/],
  ['GBP', /\b(?:pounds? sterling|sterling|british pounds?|britische pfund|livres? sterling|libras? esterlinas?)\b/],
  ['CHF', /\b(?:swiss francs?|schweizer franken|francs? suisses?|franchi svizzeri|francos suizos)\b/],
  ['JPY', /\b(?:japanese )?yen\b|日本円/],
  ['CNY', /\b(?:renminbi|chinese yuan)\b|人民币/],
  ['INR', /\bindian rupees?\b/],
  ['PKR', /\bpakistani? rupees?\b/],
  ['LKR', /\bsri lankan? rupees?\b/],
  ['SEK', /\bswedish kron(?:or|a|er)\b|\bsvenska kronor\b/],
  ['NOK', /\bnorwegian kroner?\b|\bnorske kroner\b/],
  ['DKK', /\bdanish kroner?\b|\bdanske kroner\b/],
  ['PLN', /\bzlot(?:y|ych|ys)\b/],
  ['ZAR', /\bsouth african rands?\b/],
  ['AED', /\b(?:uae|emirati) dirhams?\b/],
  ['MAD', /\bdirhams? marocains?\b|\bmoroccan dirhams?\b/],
  ['MXN', /\bpesos mexicanos\b|\bmexican pesos?\b/],
  ['BRL', /\breais\b|\bbrazilian reals?\b/],
  ['TRY', /\bturkish liras?\b|\bturk lirasi\b/],
  ['KES', /\bkenya(?:n)? shillings?\b/],
  ['NGN', /\b(?:nigerian )?naira\b/],
];

const LABELLED = new RegExp(`^\\W*(?:${CURRENCY_WORDS})\\W{0,4}(?<what>\\S.{0,30})$`, 'u');
const LABELLED_BEHIND = /^.{0,24}[\s.](?:currency|wahrung|valuta|waluta)\s?:\s?(?<what>\S.{0,20})$/u;
const OF_AMOUNTS = new RegExp(`(?:^|[^\\p{L}])(?:${AMOUNT_WORDS})(?!\\p{L})(?<what>[^\\d]{1,60})$`, 'u');
const IN_BRACKETS =
  /^\W*\(\s*(?:(?:all|alle|tous|todos)?\s*(?:amounts|prices|betrage|montants)?\s*(?:in|en|em|i|w)\s)?(?<what>[^\d()]{1,20})\)\W*$/u;
/** The buyer's card has a currency of its own, as the books of the tax have, and a rate is of two. */
const ANOTHER =
  /steuerbuch|steuerwahrung|buchwahrung|(?:tax|vat|accounting|booking) (?:accounting )?currency|currency (?:of|for) (?:the )?(?:tax|vat)|(?:devise|monnaie) (?:de|pour) (?:la )?(?:tva|compta)|(?:moneda|moeda|valuta|divisa) (?:del|do|dell['’]|di|de) ?(?:iva|contab)|btw-?valuta|waluta (?:vat|podatk)|mena dph|cardholder|card currency|home currency|karteninhaber|exchange|rate|kurs|convert|your currency|accept|akzept/;

/**
 * The currency that lines state for the whole paper: "Currency: EUR", "All amounts in USD", "(in €)", "Amount (USD)" over a
 * column. Where lines name different ones, none is stated.
 */
export function findStatedCurrency(lines: readonly string[]): StatedCurrency | undefined {
  const found = lines.flatMap((line) => statedIn(line) ?? []);
  return new Set(found.map(({ code }) => code)).size === 1 ? found[0] : undefined;
}

function statedIn(line: string): StatedCurrency | undefined {
  const text = onOneLine(foldPrinted(line));
  if (text.length > 90 || ANOTHER.test(text)) return undefined;
  const [pattern, what] =
    [LABELLED, LABELLED_BEHIND, IN_BRACKETS, OF_AMOUNTS]
      .map((one) => [one, one.exec(text)?.groups?.['what']] as const)
      .find(([, words]) => words !== undefined) ?? [];
  if (what === undefined || /\d[.,]\d/.test(text)) return undefined;
  // As printed, since codes are in capitals, which folding lost; it keeps the length of nearly every line.
  const whole = onOneLine(normalizePrinted(line));
  const start = text.lastIndexOf(what);
  const printed = whole.length === text.length ? whole.slice(start, start + what.length) : whole;
  // Nothing but a bracket is the size of a pizza as well, "(KC)", or a kind of goods, "(TOP)".
  if (pattern === IN_BRACKETS && !saysCurrency(printed)) return undefined;
  const code = codeIn(printed, what);
  return code === undefined ? undefined : { code, because: onOneLine(line) };
}

/** Whether words in a bracket that says no more can hardly be anything but a currency. */
function saysCurrency(printed: string): boolean {
  const words = printed.split(/[\s()]+/).filter((word) => word !== '');
  const [only = ''] = words;
  return words.length > 1 || /\p{Sc}|^\p{L}{4,}$/u.test(only) || findCurrencySigns(only).some(saysItAlone);
}

/** A sentence that says more is about something else. */
const MOST_WORDS = 9;

/** The one currency that words name by code, sign or name, with next to nothing besides. */
function codeIn(printed: string, folded: string): CurrencyCode | undefined {
  const bare = printed.replace(/[^\p{L}\p{Sc}$]+/gu, ' ').trim();
  // "R.O." is one sign, and neither "R" nor "O"; a letter alone states nothing.
  const tokens = printed.split(/[^\p{L}\p{Sc}$.]+/u).map((word) => word.replace(/^\.+|(?<!\.\p{L})\.+$/gu, ''));
  const words = tokens.map((word) => (word === word.toLowerCase() || word.length < 2 ? [] : currenciesOfSign(word)));
  const signs = findCurrencySigns(printed).map(({ codes }) => codes);
  const named = NAMES.filter(([, name]) => name.test(folded)).map(([code]) => [code]);
  const all = [...words, ...signs, ...named].filter((codes) => codes.length === 1).flat();
  const codes = [...new Set(all)].filter(isCurrencyCode);
  return codes.length === 1 && bare.split(' ').length <= MOST_WORDS ? codes[0] : undefined;
}
