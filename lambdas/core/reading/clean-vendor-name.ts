import { onOneLine } from 'printed-text/plain-text';
import { isName } from './header-name.ts';

/** A line that only ends the name of the line before it: "SDN BHD", "& CO. KG", "(M) LTD". */
const TAIL =
  /^(?:\([A-Z]{1,3}\) ?)?(?:&|and |und |et |y |GMBH\b)|^(?:\([A-Z]{1,3}\) ?)?(?:CO\.?,? ?)?(?:SDN\.? ?BHD|BHD|LTD|LIMITED|INC|LLC|GMBH|AG|KG|S\.?A\.?|S\.?R\.?L|B\.?V|PTE\.? ?LTD|PTY\.? ?LTD|CO\. KG|ENTERPRISE|TRADING)\.?$/i;

/** A line of nothing but words for a trade, which ends the name above it: "Regional" + "Medical Center". */
const TRADE =
  /^(?:(?:medical|health|dental|family|animal|auto|car|coffee|tea|wine|sports|garden|home|hair|beauty|general|super|farmers?'?|hotel|resort|grill|bar|body|convenience|department|grocery|book|hardware|fresh|food|and|&) ?)*(?:cent(?:er|re)|clinic|hospital|restaurant|ristorante|restaurante|cafe|café|bistro|brasserie|grill|bar|market|mart|supermarket|pharmacy|bakery|hotel|inn|resort|spa|store|stores|shop|hardware|repair|services?|salon|garage|stationers|books)$/i;

/** Company and tax numbers in brackets or behind a word for them. */
const REGISTRATION =
  /\s*\(\s*(?:co\.?|reg\.?|no\.?|roc|company|\W)*\s*\d[\d -]{3,}-?\s?[A-Z]{0,2}\s*\)|\s+(?:co\.? ?reg\.?|reg\.? ?no|roc|uen|abn|gst|vat|tax id)\b.*$/gi;

/**
 * The shop among many of one name: "- Branch 12", "STORE #123", "#0123 - Main Street", "10342". Of bare numbers only long
 * ones and padded ones: "Rema 1000" and "Forever 21" are names.
 */
const BRANCH =
  /\s*[-–,:|(]?\s*(?:\b(?:branch|store|outlet|shop|filiale|filial|sucursal|magasin|cawangan|markt|winkel|butik)\b\s*(?:no\.?|nr\.?|#|:)*\s*#?\d[\w-]*\)?|#\s?\d+(?:\s*[-–,:].*)?|(?<=\p{L}.*\s)(?:\d{5,}|0\d{2,}))\s*$/iu;

/** Words around a name that are not of it. */
const AROUND =
  /^(?:welcome to|willkommen (?:bei|im)|bienvenue (?:à|chez)|bienvenidos? a|benvenuti (?:da|a)|selamat datang ke)\s+|\s*\(?\b(?:formerly (?:known as)?|f\/k\/a|licen[sc]ee of)\b.*$/giu;

/** A line that greets and names nobody. */
const GREETING =
  /^(?:welcome|willkommen|bienvenue|bienvenidos?|benvenuti|selamat datang|thank you|danke|merci|gracias|grazie)(?: to| bei| im| à| chez| a)?[\s!.*]*$/i;

/**
 * A vendor's name without greeting, registration number and branch noise: the first line that may be a name, with the line
 * behind it where that only ends the name.
 */
export function cleanVendorName(text: string): string {
  const written = text
    .split('\n')
    .map(onOneLine)
    .filter((line) => /\p{L}/u.test(line));
  const names = written.filter((line) => isName(line) && !GREETING.test(line));
  const [first = '', second] = names.length > 0 ? names : written;
  const joined =
    second !== undefined && (TAIL.test(second) || TRADE.test(second) || /[&,]$/.test(first))
      ? `${first} ${second}`
      : first;
  const cleaned = joined
    .replace(AROUND, '')
    .replace(REGISTRATION, '')
    .replace(BRANCH, '')
    .replace(/^[^\p{L}\p{N}]+|[\s\-–_*=~:,;|]+$/gu, '');
  return onOneLine(cleaned) || onOneLine(joined);
}
