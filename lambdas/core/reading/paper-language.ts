import { foldPrinted } from 'printed-text/letters';
import type { CurrencyCode } from '../ground/currency.ts';
import { currencyOfCountry } from './region-currency.ts';

/** What the language of a paper says of its currency. */
export interface PaperLanguage {
  /** Currencies of the countries where papers are printed in it. */
  readonly currencies: readonly CurrencyCode[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** ISO 639-1 codes of the languages that it may be in; none where only its script is known. */
  readonly codes: readonly string[];
  /** Two words that were found. */
  readonly because: string;
}

interface Language {
  readonly code: string;
  readonly countries: string;
  /** Words of receipts and bills, accents dropped; none of them is one of English. */
  readonly words: string;
}

const LANGUAGES: readonly Language[] = [
  {
    code: 'de',
    countries: 'DE AT CH LI LU',
    words:
      'summe gesamt gesamtbetrag betrag mwst ust umsatzsteuer mehrwertsteuer bar ruckgeld gegeben rechnung quittung kassenbon kartenzahlung zwischensumme netto brutto steuer danke einkauf uhr rechnungsdatum stk filiale',
  },
  {
    code: 'fr',
    countries: 'FR BE CH LU MC CA MA TN DZ SN CI BJ TG ML BF CM GA MG',
    words:
      'payer especes rendu tva ttc facture recu montant merci carte caisse bancaire sous-total soustotal visite monnaie ticket-client',
  },
  {
    code: 'it',
    countries: 'IT CH SM',
    words:
      'totale contanti resto iva scontrino fattura importo documento ricevuta grazie pagamento complessivo subtotale arrivederci',
  },
  {
    code: 'es',
    countries: 'ES AD MX AR CO CL PE UY PY BO GT HN NI CR DO VE CU',
    words:
      'efectivo cambio iva factura importe recibo propina gracias visita cuenta tarjeta boleta pago cantidad fecha vuelto',
  },
  {
    code: 'pt',
    countries: 'PT BR AO MZ CV',
    words: 'troco dinheiro iva fatura recibo nif valor cupom obrigado obrigada pagamento quantia cartao contribuinte',
  },
  {
    code: 'nl',
    countries: 'NL BE SR CW AW',
    words: 'totaal btw contant bon bedankt betalen subtotaal wisselgeld pinnen bezoek bedrag factuur kassabon',
  },
  {
    code: 'pl',
    countries: 'PL',
    words:
      'suma razem gotowka reszta paragon sprzedaz ptu faktura dziekujemy zaplaty platnosc fiskalny ulica karta karty sklep nip',
  },
  {
    code: 'cs',
    countries: 'CZ',
    words: 'celkem hotovost uctenka doklad dph dekujeme kuhrade vraceno castka danovy faktura karta kartou obchod',
  },
  {
    code: 'sk',
    countries: 'SK',
    words: 'spolu hotovost dph dakujeme doklad suma pokladnica blocek vydavok danovy karta kartou obchod',
  },
  {
    code: 'hu',
    countries: 'HU',
    words: 'osszesen nyugta keszpenz szamla afa visszajaro koszonjuk vasarlast bankkartya adoszam',
  },
  { code: 'ro', countries: 'RO MD', words: 'plata fiscal numerar rest tva lei bon multumim cumparaturi' },
  { code: 'hr', countries: 'HR RS BA ME', words: 'ukupno gotovina racun pdv povrat hvala kasa blagajnik iznos' },
  { code: 'sl', countries: 'SI', words: 'skupaj racun gotovina ddv hvala znesek placilo' },
  { code: 'bg', countries: 'BG', words: 'общо брой сума ддс касов фискален бон благодарим плащане' },
  {
    code: 'ru',
    countries: 'RU BY KZ KG',
    words: 'итого наличные наличными сдача чек кассир ндс спасибо покупку продажа сумма',
  },
  { code: 'uk', countries: 'UA', words: 'разом сума готівка пдв чек дякуємо решта касир' },
  { code: 'el', countries: 'GR CY', words: 'συνολο μετρητα φπα αποδειξη ευχαριστουμε πληρωμη ρεστα ποσο' },
  { code: 'tr', countries: 'TR', words: 'toplam nakit kdv topkdv fis tesekkur tutar ederiz kredi' },
  { code: 'sv', countries: 'SE', words: 'summa betala moms kontant kvitto tack valkommen varav kort oresavrundning' },
  { code: 'da', countries: 'DK', words: 'ialt moms kontant bon tak heraf betalt dankort kvittering byttepenge' },
  { code: 'no', countries: 'NO', words: 'mva kontant kvittering takk herav velkommen sum bankkort' },
  { code: 'fi', countries: 'FI', words: 'yhteensa kateinen alv kuitti kiitos veroton kortti kayntia' },
  { code: 'is', countries: 'IS', words: 'samtals vsk kvittun greitt takk' },
  {
    code: 'id',
    countries: 'ID MY BN',
    words: 'jumlah tunai kembali kembalian ppn bayar terima kasih baki cukai harga',
  },
  { code: 'vi', countries: 'VN', words: 'cong tien mat hoa don thanh toan khach' },
  { code: 'et', countries: 'EE', words: 'kokku sularaha kviitung aitah kaibemaks summa' },
  { code: 'lv', countries: 'LV', words: 'kopa skaidra nauda pvn paldies ceks samaksai' },
  { code: 'lt', countries: 'LT', words: 'suma pvm grynais aciu kvitas moketi' },
  { code: 'zh', countries: 'TW HK MO', words: '合計 小計 找續 找零 實收 收現 總計 總額 應付 現金 服務費' },
  { code: 'zh', countries: 'CN SG MY', words: '合计 小计 总计 总额 实收 应收 应付 现金 找回 找零' },
  { code: 'sq', countries: 'AL XK', words: 'totali tvsh kupon fature faleminderit' },
];

/** Words of receipts that are of one language, or of those of neighbours, alone, so that a single one speaks for it. */
const TELLING: Readonly<Record<string, string>> = {
  sv: 'totalt betala kvitto oresavrundning',
  no: 'totalt betale kvittering herav brus',
  da: 'ialt kvittering dankort byttepenge',
  it: 'totale contanti scontrino',
  es: 'efectivo vuelto',
  pt: 'troco dinheiro',
  fr: 'especes',
  fi: 'yhteensa kateinen kuitti veroton maksettava',
  is: 'samtals kvittun greidsla',
  et: 'kokku tasuda sularaha kaibemaks kviitung',
  lv: 'kopa samaksai paldies pvn',
  lt: 'moketi moketina pvm grynais kvitas',
  pl: 'razem zaplaty gotowka paragon',
  cs: 'celkem uctenka dekujeme hotovost',
  sk: 'spolu dakujeme blocek hotovost',
  hu: 'osszesen fizetendo nyugta keszpenz',
  hr: 'ukupno gotovina',
  sl: 'skupaj gotovina znesek',
  tr: 'toplam nakit tutar',
  nl: 'totaal subtotaal bedankt kassabon betalen',
  de: 'gesamtbetrag zwischensumme ruckgeld gesamt',
  sq: 'totali tvsh faleminderit',
  id: 'jumlah tunai kembalian',
  vi: 'tong-cong thanh-tien',
  ru: 'итого',
  uk: 'разом усього',
  bg: 'общо',
  el: 'συνολο',
};

/** Scripts that are written in a few countries only; those of one country are marks of that country. */
const SCRIPTS: readonly (readonly [script: RegExp, countries: string])[] = [
  [/\p{Script=Arabic}{3,}/u, 'AE SA QA KW BH OM EG JO LB MA TN DZ IQ IR PK AF LY YE SD SY'],
  [/\p{Script=Devanagari}{3,}/u, 'IN NP'],
  [/\p{Script=Bengali}{3,}/u, 'BD IN'],
  [/\p{Script=Tamil}{3,}/u, 'IN LK SG MY'],
  [/\p{Script=Han}{2,}/u, 'CN TW HK MO SG JP'],
  [/\p{Script=Cyrillic}{4,}/u, 'RU BY KZ KG UA BG RS MK MN BA ME UZ TJ'],
  [/\p{Script=Greek}{4,}/u, 'GR CY'],
];

const FEWEST_WORDS = 2;

const SETS = LANGUAGES.map((language) => ({ ...language, words: language.words.split(' ') }));

const RECEIPT_WORDS: ReadonlySet<string> = new Set(SETS.flatMap(({ words }) => words));

/** Whether a word, in any case, is one that receipts of some language have. */
export const isReceiptWord = (word: string): boolean => RECEIPT_WORDS.has(foldPrinted(word));

/**
 * The language that a paper is printed in, by words that receipts in it have, or else by its script; undefined for English,
 * which is printed everywhere, and where two languages are equally likely and are not spoken in the same countries.
 */
export function findLanguage(text: string): PaperLanguage | undefined {
  const printed = new Set(foldPrinted(text).match(/[\p{L}\p{M}-]+/gu) ?? []);
  const spoken = SETS.map(({ code, countries, words }) => ({
    code,
    countries,
    found: words.filter((word) => printed.has(word)),
  }));
  const most = Math.max(...spoken.map(({ found }) => found.length));
  const best = most >= FEWEST_WORDS ? spoken.filter(({ found }) => found.length === most) : [];
  const script = SCRIPTS.find(([pattern]) => pattern.test(text));
  const countries = best.length > 0 ? best.map((one) => one.countries) : script ? [script[1]] : [];
  if (countries.length === 0) return undefined;
  const because = best[0]?.found.slice(0, FEWEST_WORDS).join(', ') ?? script?.[0].exec(text)?.[0] ?? '';
  return asLanguage(countries, best, because);
}

/** The languages that a single word speaks for, where that is all there is; a paper of more is {@link findLanguage}'s. */
export function findTellingWord(text: string): PaperLanguage | undefined {
  const printed = foldPrinted(text).match(/[\p{L}\p{M}]+/gu) ?? [];
  const words = new Set([...printed, ...printed.map((word, index) => `${printed[index - 1]}-${word}`)]);
  const said = SETS.flatMap(({ code, countries }) => {
    const word = TELLING[code]?.split(' ').find((one) => words.has(one));
    return word === undefined ? [] : [{ code, countries, word }];
  });
  const [first] = said;
  if (!first) return undefined;
  return asLanguage(
    said.map(({ countries }) => countries),
    said,
    first.word,
  );
}

function asLanguage(
  countries: readonly string[],
  said: readonly { readonly code: string }[],
  because: string,
): PaperLanguage {
  const all = countries.join(' ');
  return { currencies: currenciesOf(all), countries: all.split(' '), codes: said.map(({ code }) => code), because };
}

const currenciesOf = (countries: string): CurrencyCode[] => [
  ...new Set(countries.split(' ').flatMap((country) => currencyOfCountry(country) ?? [])),
];
