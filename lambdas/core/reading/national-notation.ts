import type { Notation } from 'printed-text/decimals';
import type { CurrencyCode } from '../ground/currency.ts';
import type { PaperLanguage } from './paper-language.ts';

/** Languages in which no comma parts thousands. */
const COMMA_LANGUAGES: readonly string[] = ['fr'];
/** Currencies of three places whose country writes a comma before them; Iraq and the Gulf part thousands by it. */
const COMMA_CURRENCIES: readonly string[] = ['TND'];

/** How a document writes its amounts where none of them says so: a French one from Tunisia has `12,500` for 12 dinars and a half. */
export function withNationalMark(
  notation: Notation,
  currency: CurrencyCode | undefined,
  language: PaperLanguage | undefined,
): Notation {
  if (notation.decimalMark !== undefined || currency === undefined || !COMMA_CURRENCIES.includes(currency)) {
    return notation;
  }
  const isPlain =
    language !== undefined &&
    language.codes.length > 0 &&
    language.codes.every((code) => COMMA_LANGUAGES.includes(code));
  return isPlain ? { ...notation, decimalMark: ',' } : notation;
}
