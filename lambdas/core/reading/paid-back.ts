import { readPrintedAmount } from 'printed-text/amounts';
import type { Notation } from 'printed-text/decimals';
import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import type { CurrencyCode } from '../ground/currency.ts';
import { type LabelledAmount, toMinorUnits } from './labelled-amounts.ts';
import {
  ACCOUNTS,
  BESIDE_BACK,
  BESIDE_BACK_JOINED,
  CREDITED_TO,
  GIVEN_BACK,
  GIVEN_BACK_JOINED,
  MAYBE_BACK,
  MAYBE_HANDED_TO,
  MEANS,
  RETURNED_TO,
  SAYS_GIVEN_BACK,
  SAYS_GIVEN_BACK_JOINED,
  TO,
  TO_MEANS,
} from './paid-back-words.ts';
import type { MarkedRow } from './printed-marks.ts';

/** What the lines of a paper say of money that went to the customer. */
export interface PaidBack {
  /** Amounts whose label says that they did. */
  readonly payments: readonly LabelledAmount[];
  /** The same of which a label leaves open who paid whom: "Abonado a tarjeta", "Store credit". */
  readonly open: readonly LabelledAmount[];
  /** As printed, a line without an amount of its own that says so, where nothing was paid: "Credited to Visa ****1234". */
  readonly line?: string;
}

/**
 * Finds them in the rows of the page, since who tags the summary leaves such rows out or takes them for payments.
 *
 * @param notation How the document writes its amounts.
 */
export function findPaidBack(rows: readonly MarkedRow[], currency: CurrencyCode, notation: Notation): PaidBack {
  const of = (wanted: 'sure' | 'maybe') =>
    rows.flatMap((row): LabelledAmount[] => {
      const text = row.amounts.at(-1)?.text;
      const amount = text === undefined ? undefined : readPrintedAmount(text, notation);
      const minor = amount && toMinorUnits(amount, currency);
      if (text === undefined || minor === undefined || paidBackBy(row.label) !== wanted) return [];
      const { label, confidence, page } = row;
      const field = { type: 'OTHER', label, text, confidence, page, groups: [], place: `back ${rows.indexOf(row)}` };
      return [{ role: row.role ?? 'refunded', minor, field, isDoubtful: false, isOpen: false }];
    });
  const isPaid = rows.some(({ role, label, amounts }) => role === 'cash' && amounts.length > 0 && !paidBackBy(label));
  const line = isPaid ? undefined : (rows.find(isPaidBackLine) ?? rows.find(isSentence));
  return { payments: of('sure'), open: of('maybe'), ...(line && { line: line.text }) };
}

/**
 * Whether a label says nothing but that an amount went to the customer, by a word for giving back or by one for handing over
 * and who gets it: "Erstattungsbetrag", "Returned to Visa ****1234", "Vráceno na kartu". Maybe where it is said of payments too.
 */
export function paidBackBy(label: string): 'sure' | 'maybe' | undefined {
  const text = withoutNumbers(label);
  if (isMadeOf(text, BACK)) return 'sure';
  const isTo = TO_SOMEBODY.test(text);
  if (isTo && isMadeOf(text, RETURNED)) return 'sure';
  if (isTo && isMadeOf(text, CREDITED)) return ACCOUNT.test(text) ? 'maybe' : 'sure';
  return isMadeOf(text, OPEN) || (TO_THERE.test(text) && isMadeOf(text, MAYBE)) ? 'maybe' : undefined;
}

/** Who gets it has to be named: a word for giving back alone may be a title, or a policy's. */
const isPaidBackLine = ({ amounts, text }: MarkedRow): boolean =>
  amounts.length === 0 && TO_SOMEBODY.test(withoutNumbers(text)) && paidBackBy(text) !== undefined;

function isSentence({ text }: MarkedRow): boolean {
  const line = fold(text);
  return SENTENCE.test(line) && !CONDITION.test(line);
}

/** Whether it happened or may happen. */
const CONDITION =
  /(?<![\p{L}\p{M}])(?:no|not|nor|non|or|without|if|only|unless|when|should|may|can|policy|any|in case|difference|kein|keine|nicht|nur|ohne|oder|wenn|falls|sofern|bei|gegen|innerhalb|differenz|pas|sans|sous|si|contre|difference|sin|solo|sem|se|apenas|solo|senza|entro|niet|geen|als|indien|bij|binnen|alleen|ej|inte|om|endast|hvis|ikke|kun|bare|jos|ei|vain|nie|jesli|jezeli|tylko|bez|pokud|jen|ak|len|ha|nem|csak|daca|nu|doar|ako|ne|samo|eger|sadece|если|не|только|без|якщо|лише|тільки|ако|само|εαν|αν|μονο|δεν|jika|bila|tidak|hanya|neu|khong|chi|إذا|لا|فقط|אם|לא|רק)(?![\p{L}\p{M}])|ません|場合|以内|お持ち|できま|不|如|若|내에|경우|불가/u;

const fold = (text: string): string => onOneLine(foldPrinted(text)).replaceAll('’', "'");
/** Numbers of cards, with what stands for their other digits: "****1234", "xxxx-1234". */
const withoutNumbers = (text: string): string => fold(text).replace(/(?<![a-z])[x*.#-]*\d[\d*x.,/:-]*|\bx{2,}\b/g, ' ');

const words = (lists: readonly string[]): string =>
  `(?<![\\p{L}\\p{M}'])(?:${lists.map(foldPrinted).join('|')})(?![\\p{L}\\p{M}])`;
const pattern = (spaced: readonly string[], joined: readonly string[], flags = 'gu'): RegExp =>
  new RegExp([words(spaced), ...joined.map(foldPrinted)].join('|'), flags);

const BACK = pattern(GIVEN_BACK, GIVEN_BACK_JOINED);
const RETURNED = pattern(RETURNED_TO, []);
const CREDITED = pattern(CREDITED_TO, []);
const MAYBE = pattern(MAYBE_HANDED_TO, []);
const OPEN = pattern(MAYBE_BACK, []);
const BESIDE = pattern([...MEANS, ...TO, ...BESIDE_BACK], BESIDE_BACK_JOINED);
const SENTENCE = pattern(SAYS_GIVEN_BACK, SAYS_GIVEN_BACK_JOINED, 'u');
const ACCOUNT = new RegExp(foldPrinted(ACCOUNTS), 'u');
/** A preposition, at most two little words, and means; or means in a case that says it. */
const TO_THERE = new RegExp(`${words(['a|al|sur|su|sulla'])} (?:${words(BESIDE_BACK)} ){0,2}${words(MEANS)}`, 'u');
const TO_SOMEBODY = new RegExp(`${words(TO)} (?:${words(BESIDE_BACK)} ){0,2}${words(MEANS)}|${words(TO_MEANS)}`, 'u');

function isMadeOf(text: string, core: RegExp): boolean {
  const others = text.replace(core, ' ');
  return others !== text && !/[\p{L}\p{M}]/u.test(others.replace(BESIDE, ' '));
}
