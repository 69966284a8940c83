import { distance } from 'fastest-levenshtein';
import { findAmounts } from 'printed-text/find-amounts';
import { foldPrinted } from 'printed-text/letters';
import { withLettersForDigits } from 'printed-text/look-alikes';
import { onOneLine } from 'printed-text/plain-text';
import { isTicket } from './journey.ts';
import { paidBackBy } from './paid-back.ts';
import {
  BESIDE_REFUND,
  BESIDE_REFUND_JOINED,
  LONG_REFUND_WORDS,
  MAYBE_REFUND_WORDS,
  MAYBE_REFUND_WORDS_JOINED,
  NUMBERING,
  OTHER_PAPERS,
  REFERRING,
  REFUND_ROOTS,
  REFUND_WORDS,
  REFUND_WORDS_JOINED,
} from './refund-words.ts';
import { findReturnDays } from './return-day.ts';

/** A line that calls the document a refund. */
export interface RefundTitle {
  /** As printed. */
  readonly text: string;
  /** Whether it can be nothing else; where not, it says that a person has to look unless something else decides. */
  readonly isSure: boolean;
}

/**
 * The title that says the document is a refund or a credit note: a line of such words alone, with the kind of paper,
 * numbers and ornaments beside them. "No refund without receipt" and "Returns within 14 days" are policies and "RETURN
 * Drill" is a returned item: they hold other words. Above the first amount a title is sure; below, where policies stand,
 * only one that names the paper or stands between ornaments, and "Returns" is a heading of policies there. The label of the
 * day on which something hired comes back is no title either.
 *
 * @param lines Of the whole document, from top to bottom.
 */
export function findRefundTitle(lines: readonly string[]): RefundTitle | undefined {
  const firstAmount = lines.findIndex(hasAmount);
  const isFare = isTicket(lines);
  const returnDayAt = findReturnDays(lines);
  const titles = lines.flatMap((line, index): RefundTitle[] => {
    const day = returnDayAt(index);
    if (day === 'label') return [];
    const word = hasAmount(line) ? undefined : likenessOf(line, withLettersForDigits(line));
    // The name of a good stands before its amount.
    const isFree = index < firstAmount - 1;
    if (!word && isFree && !isFare && isLikelyTitle(line)) return [{ text: onOneLine(line), isSure: false }];
    const isOpen = word !== undefined && (isAmbiguous(line) || day === 'maybe');
    if (!word || (isOpen && isFare)) return [];
    const likeness = isOpen ? 'maybe' : word;
    const text = onOneLine(line);
    // "Returns" is a link of a shop's page as well, "RETURNS" the title of a slip.
    const isHead = firstAmount < 0 || index < firstAmount;
    if (isHead) return [{ text, isSure: likeness === 'sure' && !(PLURAL.test(fold(line)) && /\p{Ll}/u.test(line)) }];
    if (isPolicy(line, lines[index - 1])) return [];
    return [{ text, isSure: likeness === 'sure' && isMarked(line) }];
  });
  return titles.find(({ isSure }) => isSure) ?? titles[0];
}

/** Whether a label beside an amount says nothing but that it is given back: "CASH REFUND", "Returned to Visa ****1234". */
export function isRefundLabel(label: string): boolean {
  const back = paidBackBy(label);
  return back === 'sure' || (back === undefined && likenessOf(label) === 'sure');
}

const fold = (text: string): string => onOneLine(foldPrinted(text)).replaceAll('’', "'");
const words = (patterns: readonly string[]): string =>
  `(?<![\\p{L}\\p{M}'])(?:${patterns.map(foldPrinted).join('|')})(?![\\p{L}\\p{M}])`;
const pattern = (spaced: readonly string[], joined: readonly string[]): RegExp =>
  new RegExp(`${words(spaced)}|${joined.join('|')}`, 'gu');

const SURE = pattern(REFUND_WORDS, REFUND_WORDS_JOINED);
const MAYBE = pattern(MAYBE_REFUND_WORDS, MAYBE_REFUND_WORDS_JOINED);
const BESIDE = pattern(BESIDE_REFUND, BESIDE_REFUND_JOINED);

/** A fare there and back, and a form for the tax office, are bought like anything else. */
const OTHER_RETURNS = /\b(?:return ticket|ticket return|single|day return)\b/;
/** A fare there and back is called so as well, and a correction goes either way. */
const AMBIGUOUS =
  /^\W*(?:(?:aller|tur|hin|heen)[- /]+)?(?:(?:und|en|et|och|og) )?(?:returns?|retours?|retur)\W*$|korekta|korygujaca|rechnungskorrektur|korrekturrechnung|rectificativa|opravny danovy/;
const isAmbiguous = (line: string): boolean => {
  const text = fold(line);
  const isSet = /[*=#<>【]|\bn(?:[or]|um)?[.:°º] ?\d/.test(text);
  return !isSet && AMBIGUOUS.test(text.replace(/\S*\d\S*/g, ' '));
};

const EXCHANGE =
  /\b(?:exchanges?|umtausch|cambi[oi]|echange|omruil|ruil|ombyte|bytte|vaihto|zamiana|vymena|csere|schimb)\b/;

/**
 * Whether a line is made of words of a title alone. An exchange goes either way.
 *
 * @param spellings What else the line may say where digits stand inside its words: "Devoluci6n".
 */
function likenessOf(line: string, spellings: readonly string[] = []): 'sure' | 'maybe' | undefined {
  return [line, ...spellings].map(likenessOfWords).find((likeness) => likeness !== undefined);
}

function likenessOfWords(line: string): 'sure' | 'maybe' | undefined {
  const text = withoutNumbers(line);
  if (OTHER_RETURNS.test(text)) return undefined;
  const [withoutSure, withoutMaybe] = [text.replace(SURE, ' '), text.replace(MAYBE, ' ')];
  const others = withoutSure.replace(MAYBE, ' ');
  const rest = (/\p{N}/u.test(line) ? others.replace(REFERENCE, ' ') : others).replace(BESIDE, ' ');
  if (/[\p{L}\p{M}]/u.test(rest)) return undefined;
  if (withoutSure !== text) return EXCHANGE.test(text) ? 'maybe' : 'sure';
  return withoutMaybe === text ? undefined : 'maybe';
}

/** A short line with a word that is hardly anything but a refund, among others that are not known. */
function isLikelyTitle(line: string): boolean {
  const text = fold(line);
  const count = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (count > MOST_WORDS || [CONDITION, DEADLINE, PLURAL, OTHER_RETURNS, NO_TITLE].some((other) => other.test(text)))
    return false;
  const isIn = (text.match(SURE) ?? []).some((word) => word.length >= FEWEST_LETTERS && !AMBIGUOUS.test(word));
  return isIn || REFUND_ROOTS.some((root) => text.includes(root)) || (text.match(/[a-z]{7,}/g) ?? []).some(isMisread);
}

/** Whether, when and how anything is taken back. */
const CONDITION =
  /(?<![\p{L}\p{M}])(?:no|not|non|or|and|without|within|with|days?|until|exchange|any|policy|only|if|kein|keine|nicht|nur|ohne|oder|und|innerhalb|tagen?|pas|sans|sous|jours|sin|dias|giorni|bez|dni|dagen|dagar|keep|please|niet|geen|ej|ikke|inte|ingen|nie|ne|nem|nu|senza|nao|sem|ei|не|без)(?![\p{L}\p{M}])/u;
/** The last day on which anything is taken back: "Refund until 10/12/2026". */
const DEADLINE =
  /(?<![\p{L}\p{M}])(?:until|till|by|before|bis|vor|ab|jusqu'?(?:au|a)|avant(?: le)?|hasta(?: el)?|antes d[eo]l?|ate|entro(?: il)?|fino al?|prima del?|tot(?: en met)?|voor|t\/m|till|fram till|senast|inden|senest|innen|frem til|asti|mennessa|viimeistaan|do|pred|najpozniej|nejpozdeji|ig|elott|pana(?: la)?|pina|inainte de|iki|lidz|kuni|kadar|до|не позднее|μεχρι|εως|преди|hingga|sampai|sebelum|den(?: ngay)?|truoc(?: ngay)?|حتى|עד|तक) ?(?:zum |dem |the )?\d|\d\W*(?:まで|以内|까지|前)/u;
/** Days, a form for the tax office, thanks for a choice, what may be given back. */
const NO_TITLE = /\d \p{L}|\btax refund|\bmerci\b|\p{L}{5}(?:able|abile|avel|bar|fahig)\b/u;
/** Whether a word of a photo is a letter away from one that titles are made of: "Rickgabe". */
const isMisread = (word: string): boolean => LONG_REFUND_WORDS.some((long) => distance(word, long) === 1);

const MOST_WORDS = 5;
const FEWEST_LETTERS = 6;

/** Without numbers of papers and tills, and dates: "#4711", "CN 0001", "2026-11-08 15:07". */
const withoutNumbers = (line: string): string => fold(line.replace(SERIES, ' ')).replace(NUMBER, ' ');

/** Capitals before a number, unless a time or a place follows: "CN 4471", and not "RETURN BY 12/24". */
const SERIES = /(?<![\p{L}\p{M}])(?!BY|ON|TO|IN|AT|IF|BIS|AB|DO|SU|AU)\p{Lu}{1,3}[ .:-]*(?=\p{N})/gu;
const NUMBER = /(?:\bn(?:[or]|um)?\b[.:°º]* ?)?[a-z\p{N}/_-]*\p{N}[a-z\p{N}/_.:,-]*/gu;
/** With a number, the paper that is given back for: "for invoice 4402 of 2026-11-08". */
const REFERENCE = new RegExp(words([`(?:(?:${REFERRING}) )*(?:${OTHER_PAPERS})`, NUMBERING]), 'gu');

const hasAmount = (line: string): boolean =>
  /\d/.test(line) &&
  (findAmounts(line).some(({ form }) => form === 'exact' || form === 'repaired' || form === 'whole') ||
    /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,])/.test(line));

/** Below the first amount: a heading of policies, or the end of a sentence that was broken over two lines. */
function isPolicy(line: string, before = ''): boolean {
  const text = fold(line);
  if (/^\W*\p{Ll}/u.test(line.normalize('NFC')) || PLURAL.test(text) || HEADING.test(text)) return true;
  return !hasAmount(before) && POLICY.test(fold(before));
}

const PLURAL = /\b(?:returns|refunds|retours|retouren|remboursements|devoluciones|resi|zwroty)\b/;
const HEADING = /\b(?:r(?:u|ue)ckgabe|umtausch|exchanges?)\b/;
const POLICY =
  /\b(?:no|not|or|and|for|without|within|days?|exchange|any|policy|receipt|kein|keine|nur|ohne|oder|und|innerhalb|tagen?|pas|sans|sous|jours|sin|dias|giorni|bez|dni|dagen|dagar)\b/;

/** Named as a paper ("REFUND RECEIPT", "Type: Refund") or set off by ornaments ("*** REFUND ***"). */
const isMarked = (line: string): boolean =>
  /[*=#<>【】-]{2,}|^\s*[*【<].*[*】>]\s*$/.test(line) || PAPER.test(fold(line));
const PAPER =
  /\b(?:receipt|slip|copy|type|transaction|trans|invoice|(?:credit )?note|memo|beleg(?:art)?|typ|tipo|ticket|facture|fattura|factura|documento|scontrino|faktura|paragon|bizonylat|szamla|fisi|чек|nota)\b|(?:bon|beleg|schein|rechnung|kvitto|kvittering|kuitti|lasku|factuur|nota|bewijs)\b|伝票|レシート|領収|単|单|單|영수증|전표/;
