import { currenciesOfSign, findCurrencySigns, saysItAlone } from 'printed-text/currency-signs';
import { foldPrinted } from 'printed-text/letters';
import { normalizePrinted, onOneLine } from 'printed-text/plain-text';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import { CURRENCY_WORDS, type StatedCurrency } from './stated-currency.ts';

/** Currencies that a form names, of which one may be chosen. */
export interface CurrencyOptions {
  /** The one with a mark in its box or button; undefined where none or several have one, or where these are drawn. */
  readonly chosen: StatedCurrency | undefined;
  readonly codes: readonly CurrencyCode[];
  /** As printed. */
  readonly because: string;
}

/** A box or button, with its mark, and what stands behind it: "[X] USD", "☐ EUR". */
const BOX =
  /(?:[[(]\s?(?<mark>[xX✓✔✗✘•●*]?)\s?[\])]|(?<full>[☑☒■◼●◉⦿✓✔])|[☐□◻○◯])\s*(?<what>[^[\](){}☐☑☒□■◻◼○●◯◉⦿✓✔]{1,24})/gu;

const LABEL = new RegExp(`^\\W*(?:${CURRENCY_WORDS})(?!\\p{L})\\W*`, 'u');

/** The currencies that rows offer; undefined where they name one at most. */
export function findCurrencyOptions(rows: readonly string[]): CurrencyOptions | undefined {
  const printed = rows.map((row) => onOneLine(row.normalize('NFC')));
  return (
    printed.map(ofBoxes).find((options) => options !== undefined) ??
    printed.map((row, index) => ofLabel(row, printed[index + 1] ?? '')).find((options) => options !== undefined)
  );
}

/** A row of nothing but a code in brackets that is a word as well, "(MAD)": perhaps the head of the amounts. */
export function findBracketedCode(rows: readonly string[]): CurrencyOptions | undefined {
  const found = rows.flatMap((row) => {
    const code = /^\(\s*([A-Z]{3})\s*\)$/.exec(onOneLine(row))?.[1];
    return code !== undefined && isCurrencyCode(code) ? [{ chosen: undefined, codes: [code], because: row }] : [];
  });
  return found[0];
}

function ofBoxes(row: string): CurrencyOptions | undefined {
  const boxes = [...row.matchAll(BOX)].flatMap(({ groups = {} }) => {
    const code = namedBy(groups['what'] ?? '');
    return code === undefined ? [] : [{ code, isMarked: Boolean(groups['mark'] || groups['full']) }];
  });
  const codes = [...new Set(boxes.map(({ code }) => code))];
  if (codes.length < 2) return undefined;
  const [first, ...others] = boxes.filter(({ isMarked }) => isMarked);
  const chosen = first && others.length === 0 ? { code: first.code, because: row } : undefined;
  return { chosen, codes, because: row };
}

/** "Currency: EUR USD", or a row of nothing but the other one below it: which button is chosen was drawn. */
function ofLabel(row: string, next: string): CurrencyOptions | undefined {
  const label = LABEL.exec(foldPrinted(row))?.[0];
  if (label === undefined) return undefined;
  const own = namesIn(normalizePrinted(row).slice(label.length));
  const below = namesIn(next);
  const codes = [...new Set([...(own ?? []), ...(below ?? [])])];
  return own === undefined || codes.length < 2 ? undefined : { chosen: undefined, codes, because: row };
}

/** The currencies of a text that holds nothing else. */
function namesIn(text: string): CurrencyCode[] | undefined {
  const words = text.split(/[\s,/|;]+/).filter((word) => word !== '' && !/^(?:or|oder|ou|o|och|eller|of)$/i.test(word));
  const codes = words.map(namedBy);
  return words.length === 0 || codes.includes(undefined) ? undefined : codes.flatMap((code) => code ?? []);
}

/** The one currency that a few words name. */
function namedBy(text: string): CurrencyCode | undefined {
  const words = text.trim().replace(/[,;:.]+$/, '');
  if (/^[A-Z]{3}$/.test(words)) return isCurrencyCode(words) ? words : undefined;
  const signs = findCurrencySigns(words).filter(saysItAlone);
  const found = [
    ...new Set([...signs.flatMap(({ codes }) => codes), ...(/^\p{L}{3}/u.test(words) ? currenciesOfSign(words) : [])]),
  ];
  const [only] = found;
  return found.length === 1 && only !== undefined && isCurrencyCode(only) ? only : undefined;
}
