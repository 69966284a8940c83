import { readPrintedAmount } from 'printed-text/amounts';
import { type CurrencyCode, isCurrencyCode } from '../ground/currency.ts';
import type { ChosenCurrency } from './chosen-currency.ts';
import { currenciesOfEvidence, currencyOfEvidence, namesOf } from './country-currency.ts';
import type { CountryEvidence } from './country-evidence.ts';
import {
  byCountry,
  byLanguage,
  type CurrencyChoice,
  type CurrencyPaper,
  type Known,
  type PersonCurrency,
  SETTLED,
  USUAL,
  unknown,
  whoIs,
} from './currency-choice.ts';
import { ofNoMoney, ofTotalsLetters, ofUnknownMark } from './currency-of-total.ts';
import { type PrintedSign, printedSign, withUsual } from './currency-votes.ts';
import { chooseOfDual, type ShownTotal, totalsInCurrencies } from './dual-display.ts';
import { isTotal } from './label-words.ts';
import { roleOfField } from './labelled-amounts.ts';
import { markOfTotal } from './mark-of-total.ts';
import type { CurrencyMark } from './printed-marks.ts';
import { ofNothing } from './unprinted-currency.ts';

/**
 * The document's currency. What is printed decides: a sign or code beside the amounts, or a line that states it for all of
 * them. A sign that several currencies share is that of the country, or of the person's plan. The plan alone decides only
 * where nothing is printed and nothing on the paper speaks for another country. What is printed and not understood, two
 * totals of which either may have been paid, and a contradiction are doubts.
 */
export function chooseCurrency(paper: CurrencyPaper, person: PersonCurrency): CurrencyChoice {
  const known = whoIs(paper, person);
  const totals = totalsInCurrencies(paper.rows, (mark) => meaningOf(mark, paper, known));
  if (totals.length > 1) return ofSeveral(totals, paper, known);
  const sign = printedSign(paper);
  const mark = markOfTotal(paper.rows);
  if (mark?.isNoMoney) return ofNoMoney(mark, known);
  if (sign === undefined) {
    const choice = ofTotalsLetters(paper, known);
    if (choice) return choice;
    if (mark === undefined || paper.stated) return ofNothing(paper, known);
    if (mark.codes.length === 0) return ofUnknownMark(mark, paper, known);
    const ofName = withUsual({ text: mark.text, codes: mark.codes });
    const [one, ...more] = ofName.codes;
    return one !== undefined && more.length === 0 ? ofSure(one, ofName, paper, known) : ofShared(ofName, paper, known);
  }
  const [only, ...others] = sign.codes;
  if (only !== undefined && others.length === 0) return ofSure(only, sign, paper, known);
  return sign.codes.length > 0 ? ofShared(sign, paper, known) : ofUnread(sign, paper, known);
}

/** What a mark stands for that is not of one currency only, by all that speaks for a sign of the whole paper. */
function meaningOf({ sign, codes }: CurrencyMark, paper: CurrencyPaper, known: Known): CurrencyCode | undefined {
  // A line that states a currency may state the other one.
  const of = codes.length > 0 ? ofShared : ofUnread;
  const { currency, doubt } = of(withUsual({ text: sign, codes }), { ...paper, stated: undefined }, known);
  return doubt ? undefined : currency?.code;
}

function ofSeveral(
  totals: readonly ShownTotal[],
  paper: CurrencyPaper,
  { ofPerson, ofLocale, ofCountry }: Known,
): CurrencyChoice {
  const chosen = chooseOfDual(totals, paper.rows, {
    explains: ({ amount, code }) => paper.explains(amount.decimal, code),
    ofCountry,
    ofPerson: ofPerson ?? ofLocale,
  });
  if (!chosen) return {};
  const shown = totals.map(({ code, amount }) => `${code} ${amount.decimal}`).join(' and as ');
  const { total, because, isDoubtful } = chosen;
  const currency: ChosenCurrency = {
    code: total.code,
    by: 'printed',
    because: `of the totals printed as ${shown} this is the one: ${because}`,
  };
  if (!isDoubtful) return { currency };
  return {
    currency,
    doubt: unknown(`the total is printed as ${shown}, and ${because}; state the currency in a correction`),
  };
}

/** A sign of one currency only, unless another line, or a total without a sign, says that it is a conversion. */
function ofSure(code: CurrencyCode, sign: PrintedSign, paper: CurrencyPaper, known: Known): CurrencyChoice {
  const currency: ChosenCurrency = { code, by: 'printed', because: `"${sign.text}" is printed beside the amounts` };
  if (paper.stated && paper.stated.code !== code) {
    const message = `"${sign.text}" is printed beside the amounts, but the document is in ${paper.stated.code} by "${paper.stated.because}"; state the currency in a correction`;
    return { currency, doubt: unknown(message) };
  }
  const { ofCountry, ofPerson } = known;
  const own = ofPerson ?? known.ofLocale;
  if (
    ofCountry !== undefined &&
    ofCountry !== code &&
    ofCountry === own &&
    IS_LETTERS.test(sign.text) &&
    !isCurrencyCode(sign.text)
  ) {
    const message = `"${sign.text}" is printed beside the amounts, the sign of ${code}, but "${paper.country?.because}" speaks for ${ofCountry}; state the currency in a correction`;
    return { currency: { code: ofCountry, by: 'country', because: message }, doubt: unknown(message) };
  }
  const bare = ofCountry === code ? undefined : bareTotal(code, sign.text, paper);
  if (bare === undefined) return { currency };
  const home = ofCountry ?? ofPerson;
  if (ofCountry !== undefined && ofCountry !== code) {
    const because = `the total is ${bare} and shown in ${code} besides; "${paper.country?.because}" speaks for ${paper.country && namesOf(paper.country, ofCountry)}`;
    return { currency: { code: ofCountry, by: 'country', because } };
  }
  const message = `a total of ${bare} is printed without a currency, and another in ${code}; state total and currency in a correction`;
  return {
    currency: home === undefined || home === code ? currency : { code: home, by: 'person', because: message },
    doubt: unknown(message),
  };
}

/** A few letters, which may be what was read of a longer sign: "AR" of "SAR". */
const IS_LETTERS = /^\p{L}{1,3}\.?$/u;

/** A total without a sign that the amounts without a sign give, where they do not give the one that has one. */
function bareTotal(code: CurrencyCode, sign: string, { rows, fields, explains }: CurrencyPaper): string | undefined {
  const totals = rows.filter(({ role }) => role === 'total' || role === 'due');
  const inRows = totals.flatMap(({ amounts }) => amounts.filter(({ mark }) => mark?.codes[0] === code));
  // On a slanting page a row may hold the amount of the next one; what was tagged does not.
  const isMarked = totals.some(({ amounts }) => amounts.some(({ mark }) => mark !== undefined));
  const tagged = isMarked ? [] : taggedTotals(fields);
  const signed = [...inRows, ...tagged.filter(({ text }) => text.includes(sign))];
  const bare = [
    ...totals.flatMap(({ amounts }) => amounts.filter(({ mark }) => isUnknown(mark))),
    ...tagged.filter(({ text }) => /^[\d.,' -]+$/.test(text)),
  ];
  if (signed.length === 0 || signed.some(({ decimal }) => explains(decimal, code))) return undefined;
  return bare.find(({ decimal }) => signed.every((one) => one.decimal !== decimal) && explains(decimal))?.decimal;
}

const taggedTotals = (fields: CurrencyPaper['fields']) =>
  fields.flatMap((field) => {
    const decimal = isTotal(roleOfField(field)) ? readPrintedAmount(field.text)?.decimal : undefined;
    return decimal === undefined ? [] : [{ decimal, text: field.text }];
  });

/** No mark, or one that was seen and not read. */
const isUnknown = (mark: CurrencyMark | undefined): boolean =>
  mark === undefined || (mark.codes.length === 0 && !mark.isLetters);

/** Countries whose own money has another sign, and where shops and hotels ask for dollars of the United States as well. */
const PRICES_IN_DOLLARS: ReadonlySet<string> = new Set('AF CD CU IQ KH LA LB MM MV PE SO VE VN ZM ZW'.split(' '));

/** A sign that several currencies share. */
function ofShared(sign: PrintedSign, paper: CurrencyPaper, known: Known): CurrencyChoice {
  const { country, language, stated } = paper;
  const { ofPerson, ofLocale } = known;
  const fits = (code: CurrencyCode | undefined): code is CurrencyCode =>
    code !== undefined && sign.codes.includes(code);
  const ofCountry = currencyOfEvidence(country, language, ofPerson ?? ofLocale, fits);
  if (stated) {
    const because = `"${stated.because}" is printed`;
    if (fits(stated.code)) return { currency: { code: stated.code, by: 'printed', because } };
    const message = `"${sign.text}" is printed beside the amounts, but ${because}; state the currency in a correction`;
    return { currency: { code: stated.code, by: 'printed', because }, doubt: unknown(message) };
  }
  if (paper.options && paper.options.codes.filter(fits).length > 1) {
    const message = `"${sign.text}" is printed, and "${paper.options.because}" offers ${paper.options.codes.join(', ')}; state the currency in a correction`;
    return { doubt: unknown(message) };
  }
  // A place of which the paper's language is not spoken may be where a journey goes.
  const isJourney =
    country?.isOnlyPlaces === true && ofCountry !== undefined && language?.currencies.includes(ofCountry) === false;
  const isHint = country !== undefined && (country.weight < SETTLED || isJourney || country.isRoute);
  const isMere = country !== undefined && country.weight < USUAL;
  const own = ofPerson ?? ofLocale;
  if (country?.isRoute && ofCountry !== own && !fits(own)) {
    const message = `"${sign.text}" is printed on a ticket, and "${country.because}" may be where it leads; state the currency in a correction`;
    return { doubt: unknown(message) };
  }
  const meant = country ? foreignOf(country, ofCountry, own, fits) : [];
  if (country && meant.length > 0 && fits(own) && !known.isAtHome && !country.isRoute) {
    const message = `"${sign.text}" is printed, and "${country.because}" speaks for ${meant.join(' or ')} rather than ${own}; state the currency in a correction`;
    const by = ofPerson ? ('person' as const) : ('locale' as const);
    return { currency: { code: own, by, because: message }, doubt: unknown(message) };
  }
  if (country && fits(ofCountry) && !(isHint && fits(ofPerson) && (known.isAtHome || isMere || country.isRoute)))
    return byCountry(ofCountry, country);
  if (country && ofCountry && sign.text === '$' && country.weight >= SETTLED && !country.isOnlyPlaces) {
    const choice = byCountry(ofCountry, country);
    if (!country.countries.some((code) => PRICES_IN_DOLLARS.has(code))) return choice;
    const message = `"$" is printed where ${ofCountry} is paid and prices stand in dollars too; state the currency in a correction`;
    return { ...choice, doubt: unknown(message) };
  }
  const isInDollars = country?.isOnlyPlaces && country.countries.some((code) => PRICES_IN_DOLLARS.has(code));
  if (isInDollars && sign.text === '$' && !country.isRoute && own !== undefined && fits(own) && own !== 'USD') {
    const message = `"$" is printed, and "${country.because}" is where prices stand in dollars of the United States rather than ${own}; state the currency in a correction`;
    return { currency: { code: own, by: ofPerson ? 'person' : 'locale', because: message }, doubt: unknown(message) };
  }
  if (sign.usual !== undefined) {
    const because = `"${sign.text}" is printed beside the amounts`;
    const currency: ChosenCurrency = { code: sign.usual, by: 'printed', because };
    if (!fits(ofPerson) || ofPerson === sign.usual) return { currency };
    // The pound of Egypt, say, on a paper that says no more.
    const message = `"${sign.text}" is printed, the sign of ${sign.usual} and of the plan's ${ofPerson}; state the currency in a correction`;
    return { currency, doubt: unknown(message) };
  }
  const spoken = language?.currencies.filter(fits) ?? [];
  const [ofLanguage] = spoken;
  if (language && ofLanguage && spoken.length === 1) return { currency: byLanguage(ofLanguage, language) };
  if (fits(ofPerson)) {
    const because = `"${sign.text}" is printed; the plan is in ${ofPerson}`;
    const currency = { code: ofPerson, by: 'person', because } as const;
    // Without an address of theirs, dollars on a paper in Spanish are as likely pesos.
    if (language === undefined || known.isAtHome || language.codes.length === 0 || spoken.length === 0)
      return { currency };
    const message = `"${sign.text}" is printed, and the document is in a language of ${spoken.slice(0, 4).join(', ')} ("${language.because}") and not of the plan's ${ofPerson}; state the currency in a correction`;
    return { currency, doubt: unknown(message) };
  }
  if (fits(ofLocale)) {
    const because = `"${sign.text}" is printed; the locale is ${known.locale}`;
    return { currency: { code: ofLocale, by: 'locale', because } };
  }
  const few = sign.codes.slice(0, 4).join(', ') + (sign.codes.length > 4 ? ' and others' : '');
  const message = `"${sign.text}" is printed, the sign of ${few}, and nothing says of which; state the currency in a correction`;
  return { doubt: unknown(message) };
}

/**
 * Other currencies than the person's own that a paper speaks for without settling which, or by the name of its shop alone:
 * what is usual in several countries, none of them the person's.
 */
function foreignOf(
  country: CountryEvidence,
  ofCountry: CurrencyCode | undefined,
  own: CurrencyCode | undefined,
  fits: (code: CurrencyCode) => boolean,
): CurrencyCode[] {
  const all = currenciesOfEvidence(country);
  const isUnsettled = ofCountry === undefined && country.weight >= USUAL && all.length > 1;
  const isOfBranch = country.isOnlyPlaces && country.weight < SETTLED;
  return (isUnsettled || isOfBranch) && !all.some((code) => code === own) ? all.filter(fits) : [];
}

/** A mark that is not understood: only the country, or a language of few countries, can say what it stands for. */
function ofUnread(sign: PrintedSign, paper: CurrencyPaper, { ofPerson, ofLocale, isAtHome }: Known): CurrencyChoice {
  const { country, language, stated } = paper;
  const fits = (code: CurrencyCode | undefined): code is CurrencyCode =>
    code !== undefined && (sign.among === undefined || sign.among.includes(code));
  const ofCountry = currencyOfEvidence(country, language, ofPerson ?? ofLocale, fits);
  if (stated) return { currency: { code: stated.code, by: 'printed', because: `"${stated.because}" is printed` } };
  const spoken = language?.currencies.filter(fits) ?? [];
  const [ofLanguage] = spoken;
  if (country && ofCountry) {
    const isUsual = country.weight >= USUAL || spoken.includes(ofCountry);
    if (country.weight >= SETTLED || (fits(ofCountry) && isUsual)) return byCountry(ofCountry, country);
  }
  if (language && ofLanguage && spoken.length === 1) return { currency: byLanguage(ofLanguage, language) };
  const because = `"${sign.text}" is printed beside the amounts and is no sign that is known`;
  if (fits(ofPerson) && isAtHome) {
    const spokenThere = `${because}; the document is in a language of the plan's ${ofPerson}`;
    return { currency: { code: ofPerson, by: 'person', because: spokenThere } };
  }
  const guess = fits(ofPerson) ? { currency: { code: ofPerson, by: 'person' as const, because } } : {};
  return { ...guess, doubt: unknown(`${because}; state the currency in a correction`) };
}
