import { isCurrencyCode } from '../ground/currency.ts';
import { namesOf } from './country-currency.ts';
import {
  byCountry,
  byLanguage,
  type CurrencyChoice,
  type CurrencyPaper,
  type Known,
  SETTLED,
  unknown,
} from './currency-choice.ts';
import { isTotalRow } from './dual-display.ts';
import type { TotalMark } from './mark-of-total.ts';
import { isName } from './printed-marks.ts';

/**
 * Letters of a currency that stand beside the total alone, "TOTAL PULA 12.00": they are that of the country where it is
 * among theirs, and a doubt where the currency of the person's plan is not. A code in capitals behind a label in small letters
 * or a colon, "Total: PEN 12.00", is no word.
 */
export function ofTotalsLetters(paper: CurrencyPaper, known: Known): CurrencyChoice | undefined {
  const { country, stated } = paper;
  if (stated) return undefined;
  const marks = paper.rows
    .filter(isTotalRow)
    .flatMap(({ text, amounts }) =>
      amounts.flatMap(({ mark, behind }) =>
        mark && mark.codes.length > 0 && !(isName(mark) && behind?.startsWith(mark.sign)) ? [{ ...mark, text }] : [],
      ),
    );
  const code = marks.find(({ sign, text }) => isCurrencyCode(sign) && isSetApart(sign, text))?.sign;
  if (code !== undefined && isCurrencyCode(code) && marks.every(({ codes }) => codes.includes(code)))
    return { currency: { code, by: 'printed', because: `"${code}" is printed beside the total` } };
  const ofCountry = marks.find(({ codes }) => known.ofCountry !== undefined && codes.includes(known.ofCountry));
  if (country && known.ofCountry && ofCountry) return byCountry(known.ofCountry, country);
  const own = known.ofPerson ?? known.ofLocale;
  const other = marks.find(({ sign, codes }) => IS_SURELY_MEANT.test(sign) && (!own || !codes.includes(own)));
  if (!other || known.ofCountry === own) return undefined;
  const message = `"${other.sign}" is printed beside the total and may be the sign of ${other.codes.slice(0, 4).join(', ')}; state the currency in a correction`;
  return { ...(own && { currency: { code: own, by: 'person' as const, because: message } }), doubt: unknown(message) };
}

/** Whether a code in capitals is written apart from the words before it. */
const isSetApart = (code: string, row: string): boolean => /\p{Ll}[^\p{L}\d]*$|: *$/u.test(row.split(code, 1)[0] ?? '');

/** One letter may be the class of a tax. */
const IS_SURELY_MEANT = /\p{L}\.?\p{L}/u;

/** Points, tokens and withdrawn money are paid with at no rate that is known. */
export function ofNoMoney({ text }: TotalMark, { ofPerson, ofLocale }: Known): CurrencyChoice {
  const message = `"${text}" is printed beside the total and is no currency that is booked; state total and currency in a correction`;
  return guessed(ofPerson, ofLocale, message);
}

/**
 * A mark that is not understood: never the plan's currency, but that of the country where more than a place settles it, or the only one of the
 * paper's language.
 */
export function ofUnknownMark({ text }: TotalMark, { country, language }: CurrencyPaper, known: Known): CurrencyChoice {
  const { ofPerson, ofLocale, ofCountry } = known;
  if (country && ofCountry && country.weight >= SETTLED && !country.isOnlyPlaces) return byCountry(ofCountry, country);
  const [ofLanguage, ...others] = language?.currencies ?? [];
  if (language && ofLanguage && others.length === 0) return { currency: byLanguage(ofLanguage, language) };
  const besides = country ? `; "${country.because}" speaks for ${namesOf(country)}` : '';
  const message = `"${text}" is printed beside the total and is no sign that is known${besides}; state the currency in a correction`;
  return guessed(ofPerson, ofLocale, message);
}

function guessed(ofPerson: Known['ofPerson'], ofLocale: Known['ofLocale'], message: string): CurrencyChoice {
  const own = ofPerson ?? ofLocale;
  return { ...(own && { currency: { code: own, by: 'person' as const, because: message } }), doubt: unknown(message) };
}
