import { currenciesOfSign } from 'printed-text/currency-signs';
import { isLabelWord } from 'printed-text/label-words';
import { foldPrinted } from 'printed-text/letters';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import { isTotalRow } from './dual-display.ts';
import { isInclusive, isOnlyLabel, roleOfLabel } from './label-role.ts';
import { isReceiptWord } from './paper-language.ts';
import { type MarkedAmount, type MarkedRow, NO_MARK } from './printed-marks.ts';

/** What stands beside the amount of a total that has no sign of a currency. */
export interface TotalMark {
  /** As printed. */
  readonly text: string;
  /** Currencies that it may stand for; none where it is not understood. */
  readonly codes: readonly CurrencyCode[];
  /** Points, tokens and the like, or money that is used no more: no currency is booked for it, wherever the paper is from. */
  readonly isNoMoney: boolean;
}

/** What is counted as money is, and none: rewards, coins of games and of computers; a toman is ten rials. */
const NO_MONEY =
  /^(?:points?|pts|punkte?|puntos?|punti|pontos?|punkty|punktow|pisteet|pistetta|poeng|poang|очк\p{L}*|балл\p{L}*|бал[иів]\p{L}*|credits|creditos|crediti|kredite|tokens?|jetons?|wertmarken?|chips|coins|miles|meilen|millas|milhas|miglia|avios|robux|v-?bucks|gems|stamps|usdt|usdc|busd|dai|btc|xbt|mbtc|sats?|satoshis?|bitcoins?|eth|ether|ltc|doge|xrp|bnb|tomans?|تومان)$/iu;

/** Money that is withdrawn, by code and as it was printed. */
const WITHDRAWN =
  /^(?:DM|DEM|ATS|[öÖ]S|FF|FRF|ITL|L(?:it|\.it)|ESP|Ptas?|Pesetas?|BEF|FB|NLG|HFL|IEP|FIM|mk|PTE|GRD|Drs|LUF|SIT|SKK|EEK|LVL|LTL|CYP|MTL)\.?$/iu;

/** Behind a whole amount, "12,400/=": shillings and rupees have no cents there. */
const NO_CENTS = /\d ?(?<mark>\/[-=])(?=[\s)*]*$)/;
const WITHOUT_CENTS = 'KES TZS UGX SOS RWF BIF INR PKR LKR BDT NPR BTN MUR'.split(' ').filter(isCurrencyCode);

/** Hundredths of a dollar, or of what has cents besides; those of the euro are "ct". */
const CENTS = /\d ?(?<mark>¢)(?=[\s)*]*$)/;
const WITH_CENTS = 'USD CAD AUD NZD MXN HKD SGD TWD ZAR'.split(' ').filter(isCurrencyCode);

/**
 * The mark beside the amount of a total, of what is due or was paid, that no other reading knows: a name of a currency,
 * something else that is counted, or what is not understood at all. Letters of a class of tax, units, and words that say
 * what the amount is are none.
 */
export function markOfTotal(rows: readonly MarkedRow[]): TotalMark | undefined {
  const totals = rows.filter(isTotalRow);
  if (totals.some(({ amounts }) => amounts.some(({ mark }) => isKnown(mark)))) return undefined;
  const found = totals.flatMap((row) => [
    ...row.amounts.flatMap((amount) => behindOf(row, amount, rows) ?? []),
    ...(beforeOf(row) ?? []),
    ...(row.amounts.length === 0 ? countOf(row) : []),
  ]);
  // What a customer has collected is summed up below as well: "Total 250 points".
  const isBare = totals.some(({ amounts }) => amounts.some(({ mark, behind }) => !mark && !behind));
  const marks = isBare ? found.filter(({ isNoMoney }) => !isNoMoney) : found;
  const paid = rows
    .filter(({ role }) => role === 'cash')
    .flatMap((row) => row.amounts.flatMap((amount) => behindOf(row, amount, rows) ?? []));
  return (
    marks.find(({ isNoMoney }) => isNoMoney) ?? [...marks, ...paid].find(({ codes }) => codes.length > 0) ?? marks[0]
  );
}

const isKnown = (mark: MarkedAmount['mark']): boolean => mark !== undefined && mark.codes.length > 0 && !mark.isLetters;

const known = (text: string, codes: readonly CurrencyCode[]): TotalMark => ({ text, codes, isNoMoney: false });

function behindOf(row: MarkedRow, amount: MarkedAmount, rows: readonly MarkedRow[]): TotalMark | undefined {
  const isLast = row.amounts.at(-1) === amount;
  const withoutCents = isLast ? NO_CENTS.exec(row.text)?.groups?.['mark'] : undefined;
  if (withoutCents !== undefined) return known(withoutCents, WITHOUT_CENTS);
  const cents = isLast ? CENTS.exec(row.text)?.groups?.['mark'] : undefined;
  if (cents !== undefined) return known(cents, WITH_CENTS);
  const words = (amount.behind ?? '').split(/\s+/).map(bare);
  const noMoney = words.find(saysNoMoney);
  if (noMoney !== undefined) return { text: noMoney, codes: [], isNoMoney: true };
  const [word = '', ...others] = words.filter((one) => one !== '');
  // What is read of "124.000đ".
  if (word === 'd' && others.length === 0 && /\d[.,]\d{3}$/.test(amount.text)) return known(word, []);
  if (others.length === 0 && isLoneLetter(word, row, rows)) return known(word, []);
  return others.length > 0 || isOfTax(word, row, rows) ? undefined : meant(word);
}

/** "TOTAL 7 tokens": a whole number is no amount. */
function countOf({ text }: MarkedRow): TotalMark[] {
  const word = /\d\s+(?<word>[\p{L}-]{2,})\W*$/u.exec(text)?.groups?.['word'] ?? '';
  return saysNoMoney(word) ? [{ text: word, codes: [], isNoMoney: true }] : [];
}

/** The end of a label that is one without it: "TOTAL Zq 12.40". Any language may have words of small letters there. */
function beforeOf({ label, amounts }: MarkedRow): TotalMark[] | undefined {
  const [, rest = '', printed = ''] = /^(.*\S)\s+(\S+)$/u.exec(label.replace(/[\s:.=]+$/, '')) ?? [];
  const word = bare(printed);
  if (amounts.length === 0 || roleOfLabel(rest) === undefined) return undefined;
  if (saysNoMoney(word) && !/^(?:points?|fb|mk|sit)$/i.test(word)) return [{ text: word, codes: [], isNoMoney: true }];
  const isOdd = /^\p{Lu}{2,4}$/u.test(word)
    ? !/[AEIOUY\P{ASCII}]/u.test(word) && /\p{Lu}{2}/u.test(rest) === false
    : /^\p{Lu}\p{Ll}{1,3}$/u.test(word) && /^[\p{Lu}\s]{4,}$/u.test(rest);
  return isOdd && !isWord(word) && currenciesOfSign(word).length === 0 ? [known(word, [])] : undefined;
}

const bare = (text: string): string => text.replace(/^[\s([*:;,~"'-]+|[\s)\]*:;,~"!'-]+$/g, '');

const saysNoMoney = (word: string): boolean => NO_MONEY.test(foldPrinted(word)) || WITHDRAWN.test(word);

/** A word that is a mark, or something else that stands behind amounts. */
function meant(word: string): TotalMark | undefined {
  const plain = word.replace(/\.$/, '');
  if (/^F$/.test(plain))
    return known(word, 'XPF XOF XAF GNF RWF BIF DJF KMF CDF CHF'.split(' ').filter(isCurrencyCode));
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}'’]{2,14}$/u.test(plain)) return undefined;
  const codes = currenciesOfSign(word).filter(isCurrencyCode);
  const isName = codes.length > 0 && (/^.{3,}$/u.test(plain) || /^\p{Lu}\p{Ll}$/u.test(plain));
  if (isName) return known(word, codes);
  return codes.length > 0 || isWord(plain) ? undefined : known(word, []);
}

const isWord = (word: string): boolean =>
  NO_MARK.test(word) ||
  isLabelWord(word) ||
  isReceiptWord(word) ||
  isInclusive(word) ||
  isOnlyLabel(word) ||
  roleOfLabel(word) !== undefined ||
  SAYS_WHAT.test(foldPrinted(word));

/** Words that say what an amount is, or how many goods it is of, in the languages that put them behind it. */
const SAYS_WHAT =
  /^(?:ok|due|paid|only|total|cash|card|eft|visa|mc|bar|ea|each|pp|pm|pa|gross|brutto|netto|nett|net|ht|ttc|tvac|htva|inkl|incl|inc|exkl|excl|ink|exc|iva|tva|mwst|ust|vat|gst|moms|mva|btw|dph|pdv|kdv|afa|alv|ndv|ppn|sst|hst|pst|qst|tax|taxes|zzgl|plus|thru|sek|tot|sum|subt|chg|chip|pin|items?|art|artikel|articles?|pieces?|stuks?|stk|szt|kpl|vnt|tk|gab|buc|kom|шт|штук|ед|ks|db|adet|un|und|unid|pz|pzs|pax|pers|persons?|guests?|night|day|week|month|mo|year|yr|monat|jahr|tag|woche|nacht|mois|mes|mese|ano|an|jour|dia|giorno|nuit|noche|ночь)$/u;

/** Of a row as well read as this no letter is a speck. */
const WELL_READ = 90;

/** A letter that some currency is marked with, behind the total alone: a class of tax stands beside goods as well. */
function isLoneLetter(word: string, row: MarkedRow, rows: readonly MarkedRow[]): boolean {
  if (!/^[EFT]$/.test(word) || row.confidence < WELL_READ) return false;
  return rows.every((other) => isTotalRow(other) || !/(?:^|[\s\d(])[A-Z\d](?=[\s)*=:]|$)/.test(endOf(other)));
}

/** All behind the first amount of a row; in one without amounts a letter counts beside a rate alone. */
const endOf = ({ text, amounts: [first] }: MarkedRow): string => {
  if (first) return text.slice(text.indexOf(first.text) + first.text.length);
  return /\d ?%/.test(text) ? text : '';
};

/**
 * A letter, or a few in capitals, that may be the class of a tax: it stands beside other amounts too, or apart in a legend.
 * One letter is no mark, but for the francs of islands behind amounts that have no cents.
 */
function isOfTax(word: string, row: MarkedRow, rows: readonly MarkedRow[]): boolean {
  const isFranc = word === 'F' && rows.every(({ text }) => !/\d[.,]\d{2}(?!\d)/.test(text));
  if (/^.$/u.test(word)) return !isFranc;
  if (!/^[\p{Lu}\d]{2,3}$/u.test(word)) return false;
  return rows.some((other) => !isTotalRow(other) && other !== row && other.text.split(/[^\p{L}\d]+/u).includes(word));
}
