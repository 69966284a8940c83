import { isPricedCode, pricedCodes } from './currency-codes.ts';
import { currenciesOfName, findCurrencyNames } from './currency-names.ts';
import { isLabelWord } from './label-words.ts';
import { type CurrencySign, currencySigns, type SignPlace } from './sign-table.ts';

const exact = new Map(currencySigns.map((entry) => [entry.sign, entry]));
const folded = new Map([...currencySigns].reverse().map((entry) => [entry.sign.toUpperCase(), entry]));

/** Signs whose case does not matter where the text is one amount: "rp 12.000". Others are words or units in small letters. */
const isCaseless = ({ sign, place }: CurrencySign): boolean => place === 'anywhere' && [...sign].length > 1;

function entryOf(sign: string): CurrencySign | undefined {
  const known = exact.get(sign);
  if (known) return known;
  const entry = folded.get(sign.toUpperCase());
  return entry && (isCaseless(entry) || (sign === sign.toUpperCase() && /.\p{L}/u.test(sign))) ? entry : undefined;
}

/**
 * Currencies that a printed symbol, word or code may stand for, the most frequent one first; empty when it is none.
 * "RM" is MYR; "$" is any of the dollars; "¥" is JPY or CNY; "K" any of three kwachas, kyats and kinas.
 */
export function currenciesOfSign(sign: string): readonly string[] {
  const text = sign.trim();
  // "CAD$" as well.
  const code = text.toUpperCase().replace(/(?<=[A-Z]{3})\$$/, '');
  return isPricedCode(code) ? [code] : (entryOf(text)?.codes ?? currenciesOfName(text));
}

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const alternatives = (list: readonly string[]): string =>
  [...new Set(list)]
    .sort((a, b) => b.length - a.length)
    .map(escapeForPattern)
    .join('|');

const signsAt = (...places: readonly SignPlace[]): CurrencySign[] =>
  currencySigns.filter(({ place }) => places.includes(place));
const spelled = (list: readonly CurrencySign[]): string =>
  alternatives(list.flatMap(({ sign }) => ([...sign].length > 1 ? [sign, sign.toUpperCase()] : [sign])));

const CODE = '[A-Z]{3}\\$?';
const caseless = alternatives(currencySigns.filter(isCaseless).map(({ sign }) => sign));
const singles = signsAt('anywhere').filter((entry) => !isCaseless(entry));

// Letters may not run on: "RMK" is not ringgit, and "12.00 KRONE" not "KR".
const LEADING_IN_ANY_CASE = new RegExp(`^(?:${caseless}|${CODE})(?!\\p{L})`, 'iu');
const LEADING = new RegExp(`^(?:${spelled([...singles, ...signsAt('beside', 'before')])})(?!\\p{L})`, 'u');
/** Behind an amount that shows its decimals or groups. */
const BEHIND_AMOUNT = "(?<=\\d[.,' ]\\d{2,3} ?-?\\s?)";
const TRAILING_IN_ANY_CASE = new RegExp(`(?<!\\p{L})(?:${caseless}|${CODE})$`, 'iu');
const TRAILING = new RegExp(
  `(?<!\\p{L})(?:${spelled(singles)})$|${BEHIND_AMOUNT}(?:${spelled(signsAt('beside', 'behind'))})$`,
  'u',
);

/** The currency sign that a text starts with, as printed. */
export const leadingCurrencySign = (text: string): string | undefined =>
  findCurrencyNames(text).find(({ index, isFull }) => index === 0 && isFull)?.sign ??
  inAnyCase(LEADING_IN_ANY_CASE, text) ??
  LEADING.exec(text)?.[0];

/** The currency sign that a text ends with, as printed. */
export const trailingCurrencySign = (text: string): string | undefined =>
  findNames(text).find(({ sign, index }) => index + sign.length === text.length)?.sign ??
  inAnyCase(TRAILING_IN_ANY_CASE, text) ??
  TRAILING.exec(text)?.[0];

function inAnyCase(pattern: RegExp, text: string): string | undefined {
  const sign = pattern.exec(text)?.[0];
  if (sign === undefined) return undefined;
  const entry = entryOf(sign);
  return (entry ? isCaseless(entry) : currenciesOfSign(sign).length > 0) ? sign : undefined;
}

/** Codes that are words, goods or a firm's form as often: a pen, a cup, "Sdn Bhd". */
const ALSO_WORDS = new Set('ALL AMD ANG BAM BHD BOB COP CUP GEL LAK MAD MOP PEN SOS TOP'.split(' '));
/** Codes that are units, charges or marks of goods as often: "5 KGS", "12 AWG", "SVC 1.20", best before. */
const ALSO_UNITS = new Set('AWG BBD KGS SVC'.split(' '));

/** Codes that are looked for anywhere in a text: those of currencies with a sign of their own. */
const codesInText = [...new Set(signsAt('anywhere').flatMap(({ codes }) => codes))].filter(
  (code) => !ALSO_WORDS.has(code) && !ALSO_UNITS.has(code),
);
/** The others, which number invoices and firms as often, count behind an amount with decimals. */
const codesBehindDecimals = pricedCodes.filter((code) => !codesInText.includes(code) && !ALSO_UNITS.has(code));
const inCapitals = (sign: string): string[] => (/^\p{L}{3,}\.?$/u.test(sign) ? [sign.toUpperCase()] : []);
/** "AUD$" as well. */
const withDollar = (code: string): string[] => (code.endsWith('D') ? [`${code}$`, code] : [code]);
const signsInText = signsAt('anywhere').flatMap(({ sign }) => [sign, ...inCapitals(sign)]);

/** Letters run on in words of Latin and Cyrillic script only: "1,980円税込". */
const LETTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}]';
/** A capital behind a small letter begins anew: the blank in "TotalRM 9.00" was lost, but "FARM 9.00" is one word. */
const BEGINNING = '(?<!\\p{Lu})(?<!\\p{Ll}(?!\\p{Lu}))';
const A_LETTER = new RegExp(LETTER, 'u');
const isLetter = (character: string): boolean => A_LETTER.test(character);

/** Signs as a part of a pattern, those of letters and a mark first: `$US` before `$`. Where one begins or ends with a letter, no word runs on there. */
const inText = (list: readonly string[]): string =>
  [true, false]
    .flatMap((begins) => [!begins, begins].map((ends) => [begins, ends] as const))
    .flatMap(([begins, ends]) => {
      const alike = list.filter((sign) => isLetter(sign.charAt(0)) === begins && isLetter(sign.slice(-1)) === ends);
      const bounded = `${begins ? BEGINNING : ''}(?:${alternatives(alike)})${ends ? `(?!${LETTER})` : ''}`;
      return alike.length > 0 ? [bounded] : [];
    })
    .join('|');

/** A sign or code in a text, and where it starts. */
export interface FoundSign {
  /** As printed. */
  readonly sign: string;
  readonly index: number;
  /** Currencies it may stand for, the most frequent one first. */
  readonly codes: readonly string[];
}

/**
 * Signs and codes in running text, in their order: "Total (RM)", "Summe in €", "1 450 Ft". What is something else as often
 * counts only beside an amount with decimals: a code, "56.00 MAD", a sign before it, "S/12.00". One letter, as
 * in "R 120.50", may at most stand behind a word that labels amounts: "Size L 12.00" is no lempira.
 */
export function findCurrencySigns(text: string): FoundSign[] {
  const names = findNames(text);
  const isInName = (index: number) =>
    names.some((name) => index >= name.index && index < name.index + name.sign.length);
  const signs = [...text.matchAll(IN_TEXT)]
    .filter(({ 0: sign, index }) => !isLooseLetter(sign, index, text) && !isInName(index) && !isPetrol(text, index))
    .map(({ 0: sign, index }) => ({ sign, index, codes: currenciesOfSign(sign) }));
  return names.length === 0 ? signs : [...names, ...signs].sort((a, b) => a.index - b.index);
}

/** "RON 95" is a petrol: its research octane number. */
const isPetrol = (text: string, index: number): boolean => /^RON ?(?:9\d|10[0-2])(?![.,]?\d)/i.test(text.slice(index));

/** Names with their country anywhere, bare ones behind an amount: "Sol" and "Pound" begin names of goods. */
const findNames = (text: string): FoundSign[] =>
  findCurrencyNames(text)
    .filter(({ index, isFull }) => isFull || BEFORE_NAME.test(text.slice(0, index)))
    .map(({ sign, index, codes }) => ({ sign, index, codes }));

const BEFORE_NAME = /(?:\d[.,' ]\d{2,3}|(?<![\d-/])\d{3,9})(?:[.,]?-{1,2})? ?$/;

/** Whether a sign says its currency without an amount beside it; "kr" and "Ft" do not. */
export const saysItAlone = ({ sign }: FoundSign): boolean =>
  /\p{L}[ -]\p{L}{3}|\p{Sc}|^\p{L}{3,}$|\p{Script=Arabic}\.|^(?:RM|Rp|Kč|zł)$/iu.test(sign) &&
  (entryOf(sign)?.place ?? 'anywhere') === 'anywhere';

/** A letter that is not glued to its amount and stands behind a word of something else. */
function isLooseLetter(sign: string, index: number, text: string): boolean {
  if (!/^\p{Script=Latin}\.?$/u.test(sign) || /^-?\d/.test(text.slice(index + sign.length))) return false;
  const before = text.slice(0, index).trimEnd();
  // No class of tax is a letter beyond A to Z: "124.000đ".
  if (!/^[A-Z]/i.test(sign) && /\d$/.test(before)) return false;
  if (/(?:^|\s)[-(]$/.test(before)) return false;
  const word = /\p{L}+$/u.exec(before)?.[0];
  return word === undefined ? /[\d/-]$/.test(before) : !isLabelWord(word);
}

const AMOUNT_AHEAD = "(?=\\s?[-(]?\\s?(?:\\d{1,3}(?:[ '.,]\\d{3})+(?!\\d)|(?:\\d{1,3}[ '.,])*\\d+[.,]\\d{1,3}(?!\\d)))";
const DECIMALS_AHEAD = "(?=\\s?[-(]?\\s?(?:\\d{1,3}[ '.,])*\\d+[.,]\\d{2,3}(?!\\d))";
const NOT_BEHIND_WORD = '(?<![\\p{L}\\d/.])';

const IN_TEXT = new RegExp(
  [
    `${NOT_BEHIND_WORD}(?:${spelled(signsAt('beside', 'before'))})${AMOUNT_AHEAD}`,
    inText([...signsInText, ...codesInText.flatMap(withDollar)]),
    `(?<=[.,]\\d{1,3}\\s?)(?:${codesBehindDecimals.join('|')})(?!${LETTER})`,
    `${NOT_BEHIND_WORD}(?:${codesBehindDecimals.filter((code) => !ALSO_WORDS.has(code)).join('|')})${DECIMALS_AHEAD}`,
    `(?<=(?:^|[\\s(])[-(]\\s?)(?:${pricedCodes.join('|')}|${spelled(signsAt('beside'))})(?=\\s?\\d)`,
    `${BEHIND_AMOUNT}(?:${spelled(signsAt('beside', 'behind'))})(?!${LETTER}|\\d)`,
    // In a bracket of its own with the amount: "(1 GNF)".
    `(?=[A-Z]{3})(?<=\\(\\s?\\d[\\d.,' ]*\\s?)(?:${pricedCodes.filter((code) => !ALSO_WORDS.has(code)).join('|')})(?=\\s?\\))`,
  ].join('|'),
  'gu',
);
