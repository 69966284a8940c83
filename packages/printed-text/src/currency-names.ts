import { currencyCodes, isCode } from './currency-codes.ts';
import { BARE_NAMES } from './currency-words.ts';
import { isLabelWord } from './label-words.ts';
import { foldPrinted } from './letters.ts';

/** The name of a currency in a text, where it starts, and which currencies it may be. */
export interface FoundName {
  /** As printed. */
  readonly sign: string;
  readonly index: number;
  readonly codes: readonly string[];
  /** Names the country as well, "Swiss francs", so that it counts anywhere; bare "francs" stand behind an amount. */
  readonly isFull: boolean;
}

/** A script, the languages whose names of currencies are known in it, and what is in nearly every name of one. */
interface Writing {
  readonly script: RegExp;
  readonly languages: string;
}

/** What names of currencies begin with in the languages below; the names are only made for texts that hold one of them. */
const STRONG =
  'd[oó]ll|dal[ui]r|d[oó]l[aá]r|fran[ckg]|frang|peso|pesu|pound|pund|pfund|punt|livre|libr[ae]|li?ra|sterl|rup[ei]|r[úu]p[ií]|roup|dinar|dinár|denar|dirh|ri[yj]al|rial|kron|krun|koron|korun|corona|couron|coroa|kruun|króna|schill|shill|chel[ií]n|scell|xeli|sjil|szyl|šil|yen|yuan|juan|renmin|baht|dong|rub[el]|roubl|złot|zlot|slot|forint|florin|gulden|guild|gyllin|lari|manat|teng|hry[wv]|hriv|naira|cedi|birr|kwach|kwanz|kyat|riel|tugr|t[öo]gr|rufi|ngul|afgh?an|she[kq]el|schekel|[sš]ekel|siekel|pataca|ringg?it|pula|loti|maloti|leone|dalas|ariar|metica|escudo|dobra|ouguiy|nakfa|boliv|guaran|quetzal|lempir|c[óo]rdob|balbo|gourd|vatu|lilang|emalang|eur(?:a|oa|ot|ó|ai|as|ų)(?!\\p{L})';
/** Shorter than that, and words of other things: only beside the word for a country. */
const WEAK =
  'jen[yůaiíoäó]?|jenów|jeni[äa]|ienes?|iene|fonty?|fun[tț]\\p{L}*|liber|lir[ey]|pes[aů]?|rijálů?|riál|ki?jat\\p{L}*|kiat\\p{L}*|rands?|reais|real|reals|won|wonów|yens?|kips?|kinas?|takas?|talas?|drams?|som|sum|lev[as]?|le[ui]|lek[eë]?|soles|sol|marks?|marka|maraka';
/** An amount with places and nothing but a few words behind it, which may be a name in any language. */
const AMOUNT_AND_WORDS = "\\d[.,]\\d{2,3} ?\\p{L}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{L}[\\p{L}\\p{M}.'’-]*|&)){1,6}\\)?\\s*$";
const UNIT = new RegExp(
  `(?<!\\p{L})(?:${STRONG})|\\p{L}-(?:${STRONG})|\\p{L}{4} (?:${WEAK})(?!\\p{L})|(?<!\\p{L})(?:${WEAK}) \\p{L}{5}|${AMOUNT_AND_WORDS}`,
  'iu',
);

const WRITINGS: readonly Writing[] = [
  {
    script: UNIT,
    languages:
      'en de fr es pt pt-PT it nl pl sv nb da fi cs sk hu ro hr sl sr-Latn bs-Latn tr is id ms vi et lv lt sq ca',
  },
  { script: /\p{Script=Cyrillic}{3}/u, languages: 'ru uk bg sr mk kk' },
  { script: /\p{Script=Greek}{3}/u, languages: 'el' },
  {
    script: /[元圆圓幣币镑鎊郎盾朗比]|ドル|ポンド|フラン|ペソ|ルピー|ウォン|バーツ|ユーロ|クローネ|クローナ/u,
    languages: 'ja zh zh-Hant',
  },
  { script: /달러|파운드|프랑|페소|루피|위안|바트|유로|크로네|크로나|엔|원|링깃|동/u, languages: 'ko' },
  { script: /\p{Script=Arabic}{3}/u, languages: 'ar fa' },
  { script: /\p{Script=Hebrew}{3}/u, languages: 'he' },
  { script: /\p{Script=Thai}{3}/u, languages: 'th' },
  { script: /\p{Script=Devanagari}{3}/u, languages: 'hi ne' },
];

/** Every form of a name: one, two, few and many of it, and parts of one. */
const COUNTS = [1, 2, 3, 5, 11, 1.5, 1e6];
const MOST_WORDS = 7;

/** Names of one writing by their folded form; made when first needed, since there are thousands. */
const made = new Map<Writing, ReadonlyMap<string, readonly string[]>>();

function namesOf(writing: Writing): ReadonlyMap<string, readonly string[]> {
  const known = made.get(writing);
  if (known) return known;
  const names = new Map<string, readonly string[]>();
  const add = (name: string, code: string) => {
    const key = foldName(name);
    const codes = names.get(key) ?? [];
    if (!codes.includes(code)) names.set(key, [...codes, code]);
  };
  for (const language of writing.languages.split(' ')) {
    for (const code of currencyCodes.filter(hasName)) {
      const format = new Intl.NumberFormat(language, {
        style: 'currency',
        currency: code,
        currencyDisplay: 'name',
        minimumFractionDigits: 0,
      });
      for (const count of COUNTS) {
        const parts = format.formatToParts(count).filter(({ type }) => type === 'currency');
        for (const { value } of parts) add(value, code);
      }
    }
  }
  for (const [name, code] of ALSO_CALLED) add(name, code);
  made.set(writing, names);
  return names;
}

/** Units of account and of funds have names that no paper prints. */
const hasName = (code: string): boolean => !/^(?:BOV|CHE|CHW|CLF|COU|CUC|MXV|SVC|USN|UYI|UYW|VED|SLL|ZWL)$/.test(code);

/** What papers print besides the name that is usual in writing. */
const ALSO_CALLED: readonly (readonly [name: string, code: string])[] = [
  ['pounds sterling', 'GBP'],
  ['pound sterling', 'GBP'],
  ['u.s. dollars', 'USD'],
  ['u.s. dollar', 'USD'],
  ['american dollars', 'USD'],
  ['emirati dirhams', 'AED'],
  ['pakistan rupees', 'PKR'],
  ['sri lanka rupees', 'LKR'],
  ['kenya shillings', 'KES'],
  ['tanzania shillings', 'TZS'],
  ['uganda shillings', 'UGX'],
  ['saudi riyal', 'SAR'],
  ['omani rial', 'OMR'],
  ['jamaica dollars', 'JMD'],
  ['dolares americanos', 'USD'],
  ['dollars americains', 'USD'],
  ['dollari americani', 'USD'],
];

/** Accents, case and hyphens do not matter, nor what stands in brackets. */
const foldName = (name: string): string =>
  foldPrinted(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{M}.]+/gu, ' ')
    .trim();

const WORD = /[\p{L}\p{M}]+(?:[-'’.][\p{L}\p{M}]+)*\.?/gu;
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Names of currencies in a text, in their order: "1,234.50 US dollars", "Kenyan shillings 500", "20,00 francs". */
export function findCurrencyNames(text: string): FoundName[] {
  const writings = WRITINGS.filter(({ script }) => script.test(text));
  if (writings.length === 0) return [];
  const words = [...text.matchAll(WORD)];
  const found: FoundName[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const best = longestFrom(first, words, text, writings);
    if (!best) continue;
    found.push(withUnknownCountry(best.name, words[first - 1], text));
    first += best.words - 1;
  }
  return found;
}

/** A bare name behind a word that is no country that is known: of which currency it is cannot be told. */
function withUnknownCountry(name: FoundName, before: RegExpExecArray | undefined, text: string): FoundName {
  if (name.isFull || before === undefined || isLabelWord(before[0]) || !/^\p{L}{4,}$/u.test(before[0])) return name;
  const isBetween = /\d ?$/.test(text.slice(0, before.index));
  const isNext = text.slice(before.index + before[0].length, name.index) === ' ';
  if (!isBetween || !isNext) return name;
  return { sign: `${before[0]} ${name.sign}`, index: before.index, codes: [], isFull: false };
}

function longestFrom(
  first: number,
  words: readonly RegExpExecArray[],
  text: string,
  writings: readonly Writing[],
): { readonly name: FoundName; readonly words: number } | undefined {
  const start = words[first];
  if (!start) return undefined;
  for (let count = Math.min(MOST_WORDS, words.length - first); count > 0; count -= 1) {
    const last = words[first + count - 1];
    if (!last) continue;
    const sign = text.slice(start.index, last.index + last[0].length);
    // Nothing but blanks stands inside a name.
    if (/[^\p{L}\p{M}\s.'’&-]/u.test(sign)) continue;
    const codes = codesOf(sign, writings);
    if (codes.length === 0) continue;
    const isFull = (count > 1 || /-/.test(sign) || WITHOUT_BLANKS.test(sign)) && !BARE_NAMES.has(foldName(sign));
    return { name: { sign, index: start.index, codes, isFull }, words: count };
  }
  return undefined;
}

function codesOf(sign: string, writings: readonly Writing[]): readonly string[] {
  const key = foldName(sign);
  const bare = BARE_NAMES.get(key);
  if (bare) return bare;
  return writings.map((writing) => namesOf(writing).get(key)).find((codes) => codes !== undefined) ?? [];
}

/** Currencies that a text is the name of; none where it is none. Of one word it must be plain that it is a name. */
export function currenciesOfName(text: string): readonly string[] {
  if (isCode(text) || !/^\p{L}{2}/u.test(text)) return [];
  const isSeveral = /^\p{Script=Latin}/u.test(text) && /\p{L} \p{L}/u.test(text);
  return codesOf(
    text,
    WRITINGS.filter(({ script }) => script.test(text) || (isSeveral && script === UNIT)),
  );
}
