import { onOneLine } from './plain-text.ts';

/** Where a sender's line sets the next part off: "Aster Ltd · 12 High Street | Leeds". */
const BETWEEN_PARTS = /\s*[·•|]\s*|\s+[-–—]\s+|\s*;\s+/u;

/** Numbers that firms print behind their name, with the word before each; short words count before a number only. */
const NUMBERS =
  /[\s,(/]*(?<![\p{L}\d])(?:p\.?\s?o\.? ?box|post(?:fach|bus|boks)|apartado|casella postale|bo[iî]te postale|ust-?id\S*|uid-?nr\.?|mwst-?nr\.?|vat(?:\s*(?:id|no|nr|reg\w*|number))?\b\.?|tax (?:id|no|number)|steuer-?n\S*|partita iva|p\.?\s?iva|c\.?f\.?\/p\.?iva|siret|siren|rcs(?!\p{L})|hr[ab](?!\p{L})|amtsgericht|handelsregister|au capital|capital social|cap\. ?soc|(?:company|co|reg|business)\.? ?(?:reg\w*|no|number)\b\.?|registered (?:in|office|no)|registration|account (?:no|number)|(?:iban|bic|swift|tel|phone|telefon\p{L}*|fax|c\.?i\.?f|n\.?i\.?f|n\.?i\.?p|i[cč]o|di[cč]|tva|btw|kvk|cvr|org\.?\s?n[ro]|y-tunnus|ad[oó]sz[aá]m|c\.?u\.?i|oib|cnpj|rfc|rut|nit|ruc|cuit|abn|acn|ein|gst(?:in)?|uen|roc|pan|инн|огрн|[єе]дрпоу|[еe]ик|[αa][φf][μm]|vkn|nrt|npwp)\.?(?!\p{L})(?=[^\p{L}\d]{0,4}[\p{L}]{0,4}\.?\s?[\d(+])|税号|纳税人识别号|登録番号|統一編號|사업자|e-?mails?(?!\p{L})|www\.|https?:|\S+@\S+).*$/iu;

/** An address behind a comma: a number, or a word with one behind it. */
const ADDRESS_BEHIND = /,\s+(?=(?:\p{L}[\p{L}.'-]*\s+){0,3}\d).*$/u;

/** Legal forms that end a name; what stands behind a comma after them is something else. */
const ENDING =
  /(?<=(?<![\p{L}\d])(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|ltd|limited|plc|llp|llc|inc|corp|company|co|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?p\.?a|s\.?r\.?l|s\.?l\.?u?|b\.?v|n\.?v|ab|as|a\/s|aps|oyj?|sp\. ?z ?o\. ?o|s\.?r\.?o|a\.?s|d\.?o\.?o|kft|zrt|bt|ltda|oü|uab|sia|sdn\.? ?bhd|bhd)\.?)\s*,\s+(?!(?:inc|llc|ltd|l\.?p|s\.?a|s\.?l|co)\b).*$/iu;

/** The name with which a line begins, without the address, the tax number and what else firms print behind theirs. */
export function nameBefore(text: string): string {
  const line = onOneLine(text);
  const [first = line] = line.split(BETWEEN_PARTS).filter((part) => /\p{L}{2}/u.test(part));
  const name = first
    .replace(NUMBERS, '')
    .replace(ENDING, '')
    .replace(ADDRESS_BEHIND, '')
    .replace(/[\s,:;(–—-]+$/u, '');
  return /\p{L}{2}/u.test(name) ? name : first;
}

/** Whether a line gives the number under which a firm is registered, taxed or paid. */
export const givesFirmsNumber = (text: string): boolean => FIRMS_NUMBER.some((number) => number.test(onOneLine(text)));

const FIRMS_NUMBER = [
  /(?<![\p{L}\d])(?:ust-?id\p{L}*|uid|mwst|vat|tax|steuer-?n\p{L}*|st\.?-?nr|partita iva|p\.?\s?iva|siret|siren|iban|c\.?i\.?f|n\.?i\.?f|n\.?i\.?p|i[cč]o|di[cč]|tva|btw|kvk|cvr|org|y-tunnus|ad[oó]sz[aá]m|c\.?u\.?i|oib|cnpj|rfc|rut|nit|ruc|cuit|abn|acn|ein|gst(?:in)?|uen|инн|огрн|[єе]дрпоу|[еe]ик|[αa][φf][μm]|vkn|npwp)(?!\p{L}).{0,16}?(?:\d[\s./-]?){6}/iu,
  /(?<![\p{L}\d])(?:rcs|hr[ab]|handelsregister|(?:company|co|business)\.? ?(?:reg\w*|no|number)|reg(?:istered|istration)?\.? ?(?:in|no|number))(?!\p{L})[^\d]{0,40}\d{3}/iu,
  /税号|识别号|登録番号|統一編號|사업자/u,
];
