import { createHash } from 'node:crypto';
import type { Trigger } from '../core/budget/threshold.ts';
import type { LikenessDay } from '../core/ledger/likeness.ts';

/** The primary key of an item. Every key of the table is spelled in this file and nowhere else. */
export interface Key {
  readonly PK: string;
  readonly SK: string;
}

/** The keys of the sparse index. */
export interface IndexKey {
  readonly GSI1PK: string;
  readonly GSI1SK: string;
}

const user = (userId: string): string => `USER#${userId}`;
const document = (documentId: string): string => `DOCUMENT#${documentId}`;

/** Who is this person, and which plan is in force? */
export const personKey = (userId: string): Key => ({ PK: user(userId), SK: 'PROFILE' });

/** Everyone, by the instant from which they are to be looked at next. */
export const personIndex = (lookAt: string, userId: string): IndexKey => ({
  GSI1PK: PEOPLE,
  GSI1SK: `${lookAt}#${userId}`,
});
export const PEOPLE = 'PERSON';

/** Sorts behind every instant: nobody looks at a person whose plan has ended. */
export const NEVER = '9999-12-31T00:00:00.000Z';

/** Both ends of the index's sort keys of people who are to be looked at from one instant to another, both included. */
export const personIndexRange = (from: string, to: string): readonly [string, string] => [from, `${to}#~`];

/** Both ends of the index's sort keys of people as an earlier version kept them: by their names. */
export const namedPeopleRange: readonly [string, string] = [user(''), user('~')];

/** Where does this person want to be told? */
export const contactKey = (userId: string, protocol: 'email' | 'sms', address: string): Key => ({
  PK: user(userId),
  SK: `${CONTACT}${protocol}#${address}`,
});
export const CONTACT = 'CONTACT#';

/** Whose address is this? */
export const contactIndex = (userId: string, address: string): IndexKey => ({
  GSI1PK: `CONTACT#${address}`,
  GSI1SK: user(userId),
});

/** What are the limits of this person? */
export const budgetKey = (userId: string, category: string, period: string, name?: string): Key => ({
  PK: user(userId),
  SK: `${BUDGET}${[category, period, ...(name === undefined ? [] : [name])].join('#')}`,
});
export const BUDGET = 'BUDGET#';

/** Both ends of the sort keys of a person's limits and contacts: nothing else may sort between them. */
export const planRange: readonly [string, string] = [BUDGET, `${CONTACT}~`];

/** What was spent on a day in a category and currency? A range of days is one query. */
export const spendKey = (userId: string, date: string, category: string, currency: string): Key => ({
  PK: user(userId),
  SK: `SPEND#${date}#${category}#${currency}`,
});

/** Both ends of the sort keys of all spending from one day to another, both included. `~` sorts after every name. */
export const spendRange = (start: string, end: string): readonly [string, string] => [
  `SPEND#${start}#`,
  `SPEND#${end}#~`,
];

/** Which expenses were booked, by day? One item per category of a document. */
export const expenseKey = (userId: string, purchasedOn: string, documentId: string, number: number): Key => ({
  PK: user(userId),
  SK: `${EXPENSE}${purchasedOn}#${documentId}#${String(number).padStart(2, '0')}`,
});
export const EXPENSE = 'EXPENSE#';

/** Both ends of the sort keys of all expenses from one day to another, both included. */
export const expenseRange = (start: string, end: string): readonly [string, string] => [
  `${EXPENSE}${start}#`,
  `${EXPENSE}${end}#~`,
];

/** What was spent in one category, newest first? */
export const expenseIndex = (userId: string, category: string, purchasedOn: string, documentId: string): IndexKey => ({
  GSI1PK: `${user(userId)}#CATEGORY#${category}`,
  GSI1SK: `${purchasedOn}#${documentId}`,
});

/** Both ends of the index's sort keys of a category's expenses from one day to another, both included. */
export const expenseIndexRange = (start: string, end: string): readonly [string, string] => [`${start}#`, `${end}#~`];

/** What is still to be paid, by due day? One item for each invoice and due day. */
export const dueKey = (userId: string, dueOn: string, documentId: string): Key => ({
  PK: user(userId),
  SK: `DUE#${dueOn}#${documentId}`,
});

/** Both ends of the sort keys of all open invoices due from one day to another, both included. */
export const dueRange = (start: string, end: string): readonly [string, string] => [`DUE#${start}#`, `DUE#${end}#~`];

/** Which thresholds of a budget does the person know of? */
export const stateKey = (userId: string, budgetId: string, periodStart: string): Key => ({
  PK: user(userId),
  SK: `STATE#${budgetId}#${periodStart}`,
});

/** What was spent against a budget in the periods that are closed? */
export const closedKey = (userId: string, budgetId: string): Key => ({ PK: user(userId), SK: `PAST#${budgetId}` });

/** How often was the spending of a month changed when it was long over? */
export const lateKey = (userId: string, month: string): Key => ({ PK: user(userId), SK: `${LATE}${month}` });
export const LATE = 'LATE#';

/** Was this crossing claimed, and was it sent? */
export const budgetAlertKey = (
  userId: string,
  budgetId: string,
  periodStart: string,
  trigger: Trigger,
  crossing: number,
): Key => ({
  PK: user(userId),
  SK: `${alertPrefix(budgetId, periodStart)}${trigger.kind}#${sortableThreshold(trigger)}#${crossing}`,
});

/** The limit stands as 100 percent. */
function sortableThreshold(trigger: Trigger): string {
  const threshold = trigger.kind === 'threshold' ? trigger.threshold : 100;
  return typeof threshold === 'number'
    ? String(threshold).padStart(4, '0')
    : `amount-${String(threshold.amountMinor).padStart(15, '0')}`;
}

/** All alerts of one budget in one period. */
const alertPrefix = (budgetId: string, periodStart: string): string => `${ALERT}${budgetId}#${periodStart}#`;
export const ALERT = 'ALERT#';

/** Was the person told that a document needs attention? Once per run and status. */
export const attentionAlertKey = (userId: string, documentId: string, status: string, run: number): Key => ({
  PK: user(userId),
  SK: `${ALERT}attention#${documentId}#${status}#${run}`,
});

/** Was the person's summary of this week or month claimed? */
export const digestAlertKey = (userId: string, period: 'week' | 'month', periodStart: string): Key => ({
  PK: user(userId),
  SK: `${ALERT}digest#${period}#${periodStart}`,
});

/**
 * Was the person told that an invoice falls due? Once for each document, whatever becomes of its due day, and once more
 * for each instalment after the first.
 */
export const dueAlertKey = (userId: string, documentId: string, instalment = 1): Key => ({
  PK: user(userId),
  SK: `${ALERT}due#${documentId}${instalment === 1 ? '' : `#${String(instalment).padStart(2, '0')}`}`,
});

/** Was the person told that a mailbox is unsubscribed? Once for each day on which it was seen to be. */
export const unsubscribedAlertKey = (userId: string, address: string, seenOn: string): Key => ({
  PK: user(userId),
  SK: `${ALERT}unsubscribed#${address}#${seenOn}`,
});

/**
 * Which item tells whether an alert is true still? The state of its budget, the status of a document that needs somebody, a
 * document that is to be paid; of the others none does. It follows from the alert's sort key.
 */
export function alertSubjectKey(userId: string, alertSortKey: string): Key | undefined {
  const [, about = '', of = ''] = alertSortKey.split('#');
  if (about === 'attention') return documentStatusKey(of);
  if (about === 'due') return documentKey(of);
  return about === 'digest' || about === 'unsubscribed' ? undefined : stateKey(userId, about, of);
}

/** What was claimed and not sent, by when it may be? Sparse: the attributes go when it is sent. */
export const unsentIndex = (closesAt: string): IndexKey => ({ GSI1PK: UNSENT, GSI1SK: closesAt });
export const UNSENT = 'ALERTS#UNSENT';

/** When was the person looked at last, as an earlier version kept it? */
export const dailyKey = (userId: string): Key => ({ PK: user(userId), SK: 'DAILY' });

/** Which window collects what this person has to know now? */
export const windowKey = (userId: string): Key => ({ PK: user(userId), SK: 'WINDOW' });

/** Which alerts were claimed in a window? One item for what a transaction claimed, by the first of its alerts. */
export const windowAlertKey = (userId: string, windowId: string, alertSortKey: string): Key => ({
  PK: user(userId),
  SK: `${windowAlertPrefix(windowId)}${alertSortKey}`,
});
export const windowAlertPrefix = (windowId: string): string => `WINDOW#${windowId}#`;

/** Which alerts wait beyond their windows? Their links sort behind those of every window. */
export const heldAlertKey = (userId: string, alertSortKey: string): Key => windowAlertKey(userId, HELD, alertSortKey);
const HELD = 'held';

/** Both ends of the sort keys of the links of a window, of all later ones, and of what is held. */
export const windowAlertRange = (windowId: string): readonly [string, string] => [
  windowAlertPrefix(windowId),
  `${windowAlertPrefix(HELD)}~`,
];
export const HELD_PREFIX = windowAlertPrefix(HELD);

/** What was sent to this person, by time? */
export const notificationKey = (userId: string, openedAt: string, messageId: string): Key => ({
  PK: user(userId),
  SK: `NOTIFICATION#${openedAt}#${messageId}`,
});

/** Both ends of the sort keys of what was claimed from one instant or day to another; `~` takes in the whole last day. */
export const notificationRange = (from: string, to: string): readonly [string, string] => [
  `NOTIFICATION#${from}`,
  `NOTIFICATION#${to}~`,
];

/** Which document was first with these bytes? */
export const fingerprintKey = (userId: string, contentHash: string): Key => ({
  PK: user(userId),
  SK: `FINGERPRINT#${contentHash}`,
});

/**
 * Which document has booked this invoice, and which one a later invoice of which it was paid as a part? By a tax number of its
 * seller and its own number.
 */
export const invoiceKey = (userId: string, mark: string): Key => ({ PK: user(userId), SK: `INVOICE#${mark}` });

/** Which purchases of a day in a currency may be the same as another? First the day's version, then one item a document. */
export const likenessDayKey = (userId: string, { date, currency }: LikenessDay): Key => ({
  PK: user(userId),
  SK: `LIKENESS#${date}#${currency}`,
});
export const likenessKey = (userId: string, day: LikenessDay, documentId: string): Key => ({
  PK: user(userId),
  SK: `${likenessDayKey(userId, day).SK}#${documentId}`,
});

/** What is known of a document? */
export const documentKey = (documentId: string): Key => ({ PK: document(documentId), SK: 'METADATA' });

/** Which documents has a person dropped, by time of upload? */
export const documentIndex = (userId: string, uploadedAt: string, documentId: string): IndexKey => ({
  GSI1PK: `${user(userId)}#DOCUMENT`,
  GSI1SK: `${uploadedAt}#${documentId}`,
});

/** Both ends of the index's sort keys of what was dropped from one instant or day to another; `~` takes in the whole last day. */
export const documentIndexRange = (from: string, to: string): readonly [string, string] => [from, `${to}~`];

/** How did a document end? */
export const documentStatusKey = (documentId: string): Key => ({ PK: document(documentId), SK: 'STATUS' });

/** Which documents need a person? And which are pending, as an earlier version kept them. */
export const statusIndex = (status: string, userId: string, updatedAt: string): IndexKey => ({
  GSI1PK: `STATUS#${status}`,
  GSI1SK: `${userId}#${updatedAt}`,
});

/** Which documents are pending beyond an instant, and which of them are one person's? By the span of the deadline. */
export const pendingIndex = (span: string, userId: string, deadlineAt: string): IndexKey => ({
  GSI1PK: PENDING,
  GSI1SK: `${span}#${userId}#${deadlineAt}`,
});
export const PENDING = 'DOCUMENTS#PENDING';

/** Both ends of the index's sort keys of all pending documents of a span: `$` is next to `#`. */
export const pendingIndexRange = (span: string): readonly [string, string] => [`${span}#`, `${span}$`];

/** The span that a pending document stands in. */
export const pendingSpanOf = ({ GSI1SK }: IndexKey): string => GSI1SK.split('#')[0] as string;

/** Both ends of those of one person. */
export const pendingIndexRangeOf = (span: string, userId: string): readonly [string, string] => [
  `${span}#${userId}#`,
  `${span}#${userId}#~`,
];

/** Both ends of the index's sort keys of all documents of one person that have a status. */
export const statusIndexRange = (userId: string): readonly [string, string] => [`${userId}#`, `${userId}#~`];

/** The lanes in which documents wait for Textract: each person's first two, those up to twenty, and what comes beyond. */
export type Lane = 'EXPRESS' | 'REGULAR' | 'BULK';

/** When is the next turn of a lane to start a Textract job? */
export const textractClockKey = (lane: Lane): Key => ({ PK: 'CLOCK#textract', SK: lane });

/** How many documents may this person have ahead of all bulk? */
export const expressAllowanceKey = (userId: string): Key => ({ PK: user(userId), SK: 'ALLOWANCE#textract' });

/** What was one euro worth on a day? A range of days is one query. */
export const rateKey = (date: string): Key => ({ PK: RATES, SK: `RATE#${date}` });
export const RATES = 'RATES';

/** How often were the rates of a month changed when it was long over? */
export const lateRatesKey = (month: string): Key => ({ PK: RATES, SK: `${LATE}${month}` });

/** Both ends of the sort keys of all rates from one day to another, both included. */
export const rateRange = (start: string, end: string): readonly [string, string] => [
  rateKey(start).SK,
  rateKey(end).SK,
];

/** A short, stable id of an item, for messages and logs. */
export const idOfKey = ({ PK, SK }: Key): string =>
  createHash('sha256').update(`${PK}\n${SK}`).digest('hex').slice(0, 16);

/** A short, stable id of what one contact is told of one window. */
export const messageIdOf = (protocol: 'email' | 'sms', address: string, windowId: string): string =>
  idOfKey({ PK: `${protocol}#${address}`, SK: windowId });
