import { stripVTControlCharacters } from 'node:util';
import { money } from '../../../lambdas/core/ground/money.ts';
import type { Notification } from '../../../lambdas/core/message/notification.ts';
import type { Person } from '../../../lambdas/core/person/person.ts';
import { checkUpText, findingsOf } from '../../../views/doctor/check-up.ts';
import type { ExaminedContact, Facts } from '../../../views/doctor/facts.ts';
import type { ReportedBudget } from '../../../views/report/report.ts';
import { NOW } from '../../support/books.ts';

/** Alice, with a plan in force. */
export const aPerson = (over: Partial<Person> = {}): Person => ({
  userId: 'alice',
  name: 'Alice',
  locale: 'en-US',
  timeZone: 'UTC',
  currency: 'USD',
  plan: { key: 'budgets/alice.yaml', versionId: 'v', sequencer: '01', uploadedAt: '2026-11-01T08:00:00Z' },
  isActive: true,
  ...over,
});

/** A mailbox that everything reaches. */
export const aContact = (over: Partial<ExaminedContact> = {}): ExaminedContact => ({
  userId: 'alice',
  protocol: 'email',
  address: 'alice@example.com',
  status: 'confirmed',
  subscription: 'confirmed',
  topicArn: 'arn:aws:sns:us-east-1:000000000000:t',
  subscribedAt: '2026-11-19T12:00:00.000Z',
  ...over,
});

/** A budget of 250.00 USD of which half is spent. */
export const aBudget = (over: Partial<ReportedBudget> = {}): ReportedBudget => ({
  category: 'groceries',
  period: 'month',
  dates: { start: '2026-11-01', end: '2026-11-30' },
  limit: money(25_000, 'USD'),
  carried: money(0, 'USD'),
  spent: money(12_500, 'USD'),
  isConverted: false,
  percent: 50,
  apart: [],
  thresholds: [50, 80, 100],
  forecast: false,
  ...over,
});

/** A message that SNS took. */
export const aMessage = (over: Partial<Notification> = {}): Notification => ({
  userId: 'alice',
  protocol: 'email',
  address: 'alice@example.com',
  contactStatus: 'confirmed',
  outcome: 'accepted',
  subject: 'Groceries',
  text: 'text',
  alertIds: ['a'],
  sentAt: '2026-11-20T11:00:00.000Z',
  ...over,
});

/** Facts in which nothing stands in the way; override what the test is about. */
export const someFacts = (over: Partial<Facts> = {}): Facts => ({
  userId: 'alice',
  now: NOW,
  isLaptop: false,
  person: aPerson(),
  contacts: [aContact()],
  refusedPlans: [],
  budgets: [aBudget()],
  categoriesSeen: new Set(['groceries']),
  messages: [],
  unsent: [],
  pending: [],
  failed: [],
  toSettle: 0,
  ...over,
});

/** What the check-up prints of such facts, without colours. */
export const printed = (facts: Facts): string =>
  checkUpText(facts, findingsOf(facts)).map(stripVTControlCharacters).join('\n');

/** What stands in the way, as said. */
export const problemsOf = (facts: Facts): string[] =>
  findingsOf(facts).flatMap(({ level, says }) => (level === 'obstacle' ? [says] : []));

/** What is only worth knowing, as said. */
export const hintsOf = (facts: Facts): string[] =>
  findingsOf(facts).flatMap(({ level, says }) => (level === 'hint' ? [says] : []));
