/** Marks of hundredths, in small letters, and the currencies that have them. */
const UNITS: Readonly<Record<string, string>> = {
  'p pence penny': 'GBP GIP FKP SHP IMP JEP GGP EGP INR PKR',
  '¢ c ct cts cent cents': 'USD EUR AUD CAD NZD ZAR CHF SGD HKD BBD BSD BZD FJD JMD KES LKR NAD TTD TZS UGX XCD XOF',
  'centime centimes': 'EUR CHF MAD DZD HTG',
  'céntimo céntimos centimo centimos': 'EUR PEN CRC',
  'centavo centavos': 'BRL MXN ARS BOB COP CUP DOP GTQ HNL NIO PHP USD',
  'gr grosz grosze groszy': 'PLN',
  'öre øre ore': 'SEK NOK DKK',
  'rp rappen': 'CHF',
  'коп копейка копейки копеек копійка копійки копійок': 'RUB UAH BYN',
  'h hal haléř haléře haléřů': 'CZK',
  'ban bani': 'RON MDL',
  'ст стотинка стотинки stotinka stotinki': 'BGN',
  'kuruş kurus krş': 'TRY',
  'ps paise paisa': 'INR PKR NPR',
  sen: 'MYR BND',
};

const currenciesOf = new Map(
  Object.entries(UNITS).flatMap(([units, codes]) => units.split(' ').map((unit) => [unit, codes.split(' ')] as const)),
);

const spelled = (units: Iterable<string>): string =>
  [...units]
    .sort((a, b) => b.length - a.length)
    .map((unit) =>
      /^\p{L}{3}/u.test(unit) ? `[${unit.charAt(0)}${unit.charAt(0).toUpperCase()}]${unit.slice(1)}` : unit,
    )
    .join('|');

/**
 * A mark of hundredths behind digits, as part of a pattern with the flag `u`. Capitals are classes of tax: one stands at
 * most at the beginning of a word.
 */
export const MINOR_UNIT = `(?:${spelled(currenciesOf.keys())}|Rp)\\.?(?![\\p{L}\\d])`;

/** Grams, hours and pieces as often where they stand alone in a cell. */
const ALSO_MEASURES = new Set(['gr', 'h', 'ps', 'st', 'ст']);
const ALONE = new RegExp(
  `^[-(+]? ?\\d{1,3} ?(?:${spelled([...currenciesOf.keys()].filter((unit) => !ALSO_MEASURES.has(unit)))}|Rp)\\.?\\)?$`,
  'u',
);

/** Whether a text is hundredths alone, with a mark that hardly stands for anything else: `85p` and `80 Cent`, but not `90 gr`. */
export const isHundredths = (text: string): boolean => ALONE.test(text);

/** Whether a mark, as printed, stands for hundredths of a currency: `p` for those of GBP. */
export const isMinorUnitOf = (unit: string, code: string): boolean =>
  currenciesOf.get(unit.toLowerCase().replace(/\.$/, ''))?.includes(code) ?? false;
