import { foldPrinted } from './letters.ts';
import { onOneLine } from './plain-text.ts';

/** Words for a street, a quarter or a town before or behind a number, in languages whose words stand alone; folded. */
const STREETS = [
  // Cyrillic
  /(?<!\p{L})(?:ул(?:ица)?|вул(?:иця)?|пр-т|просп(?:ект)?|пер(?:еулок)?|провулок|бул(?:евард|ьвар)?|наб(?:ережная)?|шоссе|пл(?:ощадь|оща)?|улиця|улица)(?!\p{L})\.?.*\d/u,
  /^(?:г|гр|м)\. ?\p{L}{3,}/u,
  // Greek, whose streets mostly have no such word: "ΕΡΜΟΥ 4 ΑΘΗΝΑ"
  /(?<!\p{L})(?:οδος|λεωφ(?:ορος)?|πλατεια|πλ)(?!\p{L})\.?.*\d/u,
  /^[α-ω]{4,} \d{1,3}[α-ω]?(?:,? [α-ω]{4,})?(?:,? \d{3} ?\d{2})?$/u,
  // Thai
  /(?:ถนน|ซอย|หมู่(?:ที่)?\s?\d|ตำบล|อำเภอ|จังหวัด|แขวง|เขต).*/u,
  /^\d+(?:\/\d+)?\s+.*[\u0e00-\u0e7f]/u,
  // Chinese, Japanese, Korean
  /\p{Script=Han}[路街道巷弄段]\s?\d+\s?[号號弄巷]/u,
  /(?:丁目|番地|\d番\d*号?)|^〒|[都道府県市区町村][^\d\s]{0,12}\d+(?:-\d+){1,3}|^\p{Script=Han}{2,6}\d+-\d+(?:-\d+)?$/u,
  /(?:[가-힣]+(?:시|도|구|군)\s.*|^)[가-힣]+(?:로|길|동)\s?\d+(?:-\d+)?(?:번길)?(?!\p{L})/u,
  /^[가-힣]+(?:특별시|광역시|시|도) [가-힣]+[시군구](?!\p{L})|^[가-힣]+(?:특별|광역)시/u,
  /^\p{Script=Han}{2,4}[都道府県省市]\p{Script=Han}{1,8}[市区區町村县縣郡]/u,
  // Vietnamese
  /\d.*,\s?(?:quan|phuong|duong|huyen|tp)\.?\s?(?:\d|\p{L}{2,})/u,
  // Arabic, Hebrew, Devanagari
  /(?:شارع|طريق)\s.*\d|(?:^|\s)(?:רחוב|רח'|שדרות|שד')\s.*\d|(?:मार्ग|सड़क|गली).*\d/u,
  // A compass word between number and name: "1011 N Broadway"
  /^\d+[a-z]?,? (?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.? \p{L}{3,}/u,
];

/** A town with the sign of its state, as on a till's paper: "CHICAGO IL", "Reno, NV 89501". */
const STATE =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|DC|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|NSW|VIC|QLD|TAS|ACT';
const STATED_TOWN = new RegExp(
  `^\\p{Lu}[\\p{L}.'-]+(?: \\p{Lu}[\\p{L}.'-]+){0,2}(?:, ?| )(?:${STATE})(?: \\d{5}(?:-\\d{4})?| \\d{4}| \\p{Lu}\\d\\p{Lu} ?\\d\\p{Lu}\\d)?$`,
  'u',
);
/** The same signs where they are words or parts of names in a line of capitals: "DRIVE IN", "CASA LA", "TRADING CO". */
const WORDLIKE = /^[^\p{Ll}]+ (?:AB|CO|DE|HI|ID|IN|LA|MA|ME|NB|OH|OK|ON|OR|PA|PE|VIC|ACT)$/u;

/** Whether a text is a town with its state; "Philips NV" looks the same, so that this says little of a page's first line. */
export const isStatedTown = (text: string): boolean => {
  const line = onOneLine(text);
  return STATED_TOWN.test(line) && !WORDLIKE.test(line.replace(/,/g, ''));
};

/** Whether a text is a street, or a part of a town, by the words of many languages; their number is a part of them. */
export function namesStreet(text: string): boolean {
  const folded = foldPrinted(onOneLine(text));
  return STREETS.some((street) => street.test(folded));
}
