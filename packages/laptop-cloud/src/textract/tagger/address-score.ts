import { isStatedTown, namesStreet } from 'printed-text/address-words';
import { showsCents } from 'printed-text/amount-marks';
import { plainText } from 'printed-text/plain-text';
import { findDates } from './dates.ts';
import { hasStrongLegalForm, isParticulars, isTitle } from './header-words.ts';

/** What makes a line look like a part of an address. */
export type AddressTrait = 'street' | 'postcode' | 'country' | 'number';

/** The evidence that a line is a part of an address. */
export interface AddressScore {
  readonly score: number;
  readonly traits: ReadonlySet<AddressTrait>;
}

const STREET =
  /\b(?:jalan|jaian|ja1an|jln|jin|j1n|jl|ja lan|lorong|lrg|lor|persiaran|psn|lebuh|lebuhraya|taman|tmn|bandar|bdr|kampung|kampong|kg\.?|seksyen|section|sek|kawasan|kws|medan|pusat|desa|mukim|batu|off|leboh|lintang|solok|jalan\w+|plaza|mall|megamall|complex|kompleks|menara|wisma|bangunan|building|tower|block|blok|blk|level|leve1|tingkat|floor|flr|fl00r|ground|gnd|lower|basement|unit|suite|lot|l0t|plot|street|str?|road|rd|avenue|ave|boulevard|blvd|drive|dr|lane|ln|highway|hwy|parkway|pkwy|court|square|sq|terrace|arcade|park|industrial|ind|indah|jaya|utama|heights|gardens?|way|crescent|route|rue|chemin|all[eé]e|place|quai|cours|stra(?:ss|ß|b|8)e|platz|weg|gasse|ring|damm|ufer|via|viale|piazza|corso|largo|calle|avenida|avda|paseo|carretera|rua|praça|travessa|ulica|ul|aleja|laan|straat|plein|gade|vej|gatan|vägen|nagar|marg|colony|sector|phase|near|opp|dist|p\.?o\.?\s?box|postfach)\b|[a-zäöü]{3,}(?:stra(?:ss|ß|b|8)e|str\.|weg|platz|allee|gasse|straat|laan|gatan|vägen)\b|\bc\/\s?(?=[a-z])|[都道府県].*[市区町村]|[省市].*[路街号]/gi;
const COUNTRY =
  /\b(?:malaysia|singapore|indonesia|thailand|philippines|vietnam|germany|deutschland|france|italia|italy|spain|españa|portugal|nederland|netherlands|belgium|belgique|belgië|austria|österreich|switzerland|schweiz|suisse|svizzera|polska|poland|czech\w*|magyarország|hungary|united\s?kingdom|u\.?k\.?|england|scotland|wales|ireland|usa|u\.s\.a|united\s?states|canada|mexico|méxico|brasil|brazil|australia|new\s?zealand|india|china|japan|korea|luxembourg|sweden|sverige|norway|norge|denmark|danmark|finland|suomi|greece|turkey|türkiye|south\s?africa|u\.?a\.?e)\b/gi;
const POSTCODE =
  /(?:^|[\s,.])(?:[A-Z][A-Za-z]?\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s?\d{5}(?:-\d{4})?|\d{5}(?:-\d{4})?|\d{4}\s?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3}|\d{3}\s\d{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{6}|〒\s?\d{3}-\d{4}|(?:A|B|CH|D|F)-\d{4,5})(?=$|[\s,.)])/;
const HOUSE_NUMBER =
  /^\W*(?:n[o0q]|no\s*\.|lot|l0t|unit|suite|blk|block)\b[\s.:]*[A-Z]?-?\d|^\d{1,4}[A-Z]?(?:[-&,/]\s?\d+[A-Z]?)*\s*(?:[,.]?\s+|,)[A-Z]/i;
// In most of Europe the number stands behind the street: `Weena 664`.
const NUMBER_BEHIND = /^(?!.*\b[Nn][ro]\b)\p{Lu}[\p{L}.' -]{3,30}\s\d{1,4}(?:\s?[a-z]|[-/]\d{1,4})?$/u;

/** How much a line looks like a part of an address; about 1 and more is one. */
export function scoreAddress(text: string): AddressScore {
  const plain = plainText(text).replace(/\bN0\b/gi, 'NO');
  const hasWords = /[A-Za-z\u3040-\u9fff]{3}/.test(plain);
  const isNamedElsewhere = namesStreet(text);
  const streets = Math.max(plain.match(STREET)?.length ?? 0, isNamedElsewhere ? 1 : 0);
  const countries = plain.match(COUNTRY)?.length ?? 0;
  const traits = new Set<AddressTrait>();
  if (streets > 0) traits.add('street');
  const isTown = isStatedTown(plain);
  if ((POSTCODE.test(plain) && hasWords) || isTown) traits.add('postcode');
  if (countries > 0) traits.add('country');
  const isNumberBehind = NUMBER_BEHIND.test(plain);
  if (HOUSE_NUMBER.test(plain) || isNumberBehind) traits.add('number');
  const bonus =
    (streets > 0 ? 1.2 + 0.5 * Math.min(2, streets - 1) : 0) +
    (traits.has('postcode') ? 1.2 : 0) +
    (countries > 0 ? 1 + 0.3 * Math.min(2, countries - 1) : 0) +
    (isNumberBehind && streets === 0 ? 1 : traits.has('number') ? 0.8 : 0) +
    (plain.includes(',') && hasWords ? 0.4 : 0) +
    (/,\s*$/.test(plain) ? 0.3 : 0);
  return { score: bonus - penalty(plain, streets > 0, traits), traits };
}

function penalty(text: string, hasStreet: boolean, traits: ReadonlySet<AddressTrait>): number {
  const isCode = /^\(?[\dA-Z]{4,}-?[A-Z]?\)?$/.test(text.trim()) && (text.match(/\d/g)?.length ?? 0) > 3;
  const hasLegalForm = hasStrongLegalForm(text) && !(traits.has('postcode') && traits.has('street'));
  return (
    (isParticulars(text) ? 3 : 0) +
    (showsCents(text) && !hasStreet ? 2 : 0) +
    (!hasStreet && findDates(text).length > 0 ? 3 : 0) +
    (/^[^A-Za-z\u3040-\u9fff]*$/.test(text) && !hasStreet ? 2 : 0) +
    (isCode ? 2 : 0) +
    (isTitle(text) ? 2 : 0) +
    (hasLegalForm ? 4 : 0) +
    (/^\W*[([][^()\d]*[)\]]\W*$/.test(text) ? 2 : 0)
  );
}
