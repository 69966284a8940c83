import { namesStreet } from 'printed-text/address-words';
import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted, squashLetters } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import type { PrintedLine } from './printed-line.ts';

/** Legal forms of firms all over the world, as words of their own. */
const LEGAL_FORM =
  /(?<![\p{L}\d])(?:gmbh|mbh|ag|kg|ohg|e\.? ?k|ug|se|ltd|limited|plc|llp|llc|inc|corp|corporation|co|company|pty|pte|sdn\.? ?bhd|berhad|bhd|s\/b|s\.?a\.?r\.?l|s\.?a\.?s\.?u?|s\.?a|s\.?p\.?a|s\.?r\.?l|s\.?l\.?u?|s\.?n\.?c|b\.?v|n\.?v|a\.?b|a\/s|aps|a\.?s|oyj?|sp\. ?z ?o\.? ?o|s\.?r\.?o|d\.?o\.?o|d\.?d|e\.?o\.?o\.?d|kft|bt|zrt|nyrt|ltda|eireli|o[uü]|uab|sia|ооо|оао|зао|ип|тов|еоод|оод|pt|cv|tbk|ltd\. ?sti|a\.?s|ש\.מ|בע"מ|ش\.م)\.?(?![\p{L}\d])|株式会社|有限会社|合同会社|有限公司|주식회사|유한회사|\(주\)/iu;

/** Words and numbers of a street or a town, in the languages that addresses are common in. */
const STREET =
  /(?<!\p{L})(?:\d+[a-z]?,? (?:\p{L}+ ){0,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|court|ct|square|sq|place|pl|terrace|highway|hwy|crescent|close|row)|(?:rue|avenue|boulevard|place|quai|chemin|route|calle|c\/|avenida|av|paseo|plaza|rua|via|viale|piazza|corso|ulica|ul|aleja|jalan|jl|jln|lorong|ulice|utca|улица|ул|вулиця)\.? .*\d|\p{L}*(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|straat|laan|plein|gatan|vägen|gade|vej|veien|katu|tie|utca|út|sokak|cadde(?:si)?) ?\d+)|(?<!\d)\d{4,6} \p{Lu}\p{L}{2,}$|\p{Lu}\p{L}+,? [A-Z]{2} \d{5}$|(?<!\p{L})[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/iu;

/** Whether a text holds the legal form of a firm. */
export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(text);
/** What is left of a name without its legal forms. */
export const withoutLegalForm = (text: string): string => text.replace(new RegExp(LEGAL_FORM, 'giu'), ' ');
/** Whether a text is a street with its number, or a town with its code. */
export const isStreet = (text: string): boolean => (STREET.test(text) || namesStreet(text)) && !hasLegalForm(text);

/** Domains of mailboxes and of nobody in particular. */
const ANYBODY =
  /^(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|gmx|web|aol|mail|live|proton|orange|free|facebook|instagram|google|paypal)$/;

/** The names in web and mail addresses, letters only: `greenbasket` of `info@green-basket.co.uk`. */
export function namesOfWeb(lines: readonly PrintedLine[]): readonly string[] {
  const found = lines.flatMap(({ text }) => [
    ...text.matchAll(/(?:www\.|@|https?:\/\/(?:www\.)?)([\p{L}\d-]+)\.\p{L}{2,}/giu),
  ]);
  return [...new Set(found.map((match) => squashLetters(match[1] ?? '')))].filter(
    (name) => name.length > 2 && !ANYBODY.test(name),
  );
}

/** Whether a name is the one of a web address: each begins with the other, without legal forms. */
export function isOfWeb(name: string, web: readonly string[]): boolean {
  const letters = squashLetters(name.replace(LEGAL_FORM, ' '));
  return (
    letters.length > 2 &&
    web.some((each) => letters.startsWith(each) || each.startsWith(letters) || each.includes(letters))
  );
}

/** Whether a name can hardly be the seller's: a street, an amount, or with the buyer in it. */
export function isWeakName(name: string, buyer: ReadonlySet<string>): boolean {
  const folded = foldPrinted(onOneLine(name));
  const holdsBuyer = [...buyer].some((line) => folded === line || (line.length > 3 && folded.includes(line)));
  return holdsBuyer || isStreet(name) || showsCents(name);
}
