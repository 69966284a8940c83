import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { SNSClient } from '@aws-sdk/client-sns';
import { readUnsent } from '../../lambdas/adapters/alert-store.ts';
import { findLatestExpense } from '../../lambdas/adapters/expense-store.ts';
import { readNotifications } from '../../lambdas/adapters/notification-store.ts';
import { readContacts, readPerson } from '../../lambdas/adapters/person-store.ts';
import { readMonthlySmsLimit } from '../../lambdas/adapters/sms-account.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { calendarDay } from '../../lambdas/core/budget/period.ts';
import type { WorkflowName } from '../../lambdas/core/document/document.ts';
import { someAtOnce } from '../../lambdas/core/ground/some-at-once.ts';
import type { Contact, Person } from '../../lambdas/core/person/person.ts';
import type { DocumentView } from '../document-view.ts';
import { viewUnsettled } from '../find-documents.ts';
import { readBudgetsOn } from '../report/budgets-on.ts';
import type { ReportedBudget } from '../report/report.ts';
import { examineContact } from './examine-contact.ts';
import type { ExaminedContact, Facts } from './facts.ts';
import { readStartQuota } from './start-quota.ts';

/** Where a check-up looks. */
export interface Surgery {
  readonly table: Table;
  readonly sns: SNSClient;
  /** Not asked on a laptop. */
  readonly quotas: ServiceQuotasClient;
  readonly isLaptop: boolean;
  /** Epoch milliseconds. */
  now(): number;
}

const DAY_MS = 24 * 3600_000;
const MESSAGES_OF_DAYS = 30;
const READS_AT_ONCE = 10;
/** Workflows of files that may hold an expense; a refused plan or correction is none that waits to be counted. */
const HOLDING_EXPENSES: ReadonlySet<WorkflowName> = new Set<WorkflowName>(['ingest-receipt', 'reject-object']);

/** Reads all that a check-up of a person looks at; changes nothing. */
export async function readFacts(surgery: Surgery, userId: string): Promise<Facts> {
  const { table, isLaptop } = surgery;
  const now = surgery.now();
  const person = await readPerson(table, userId);
  const since = new Date(now - MESSAGES_OF_DAYS * DAY_MS).toISOString();
  const until = new Date(now + DAY_MS).toISOString();
  const budgets = person?.isActive ? await readBudgetsNow(table, person, now) : [];
  const [categoriesSeen, unsent, messages, contacts, pending, unsettled] = await Promise.all([
    findCategoriesSeen(table, userId, budgets),
    readUnsent(table, userId),
    readNotifications(table, userId, since, until),
    readContacts(table, userId),
    viewUnsettled(table, userId, ['pending']),
    viewUnsettled(table, userId, ['needs_review', 'rejected', 'failed']),
  ]);
  const isFailed = ({ workflow, status }: DocumentView) => workflow === 'ingest-receipt' && status === 'failed';
  const plans = unsettled.filter(({ workflow, status }) => workflow === 'apply-plan' && status !== 'needs_review');
  return {
    userId,
    now,
    isLaptop,
    ...(person ? { person } : {}),
    ...(await askSns(surgery, contacts)),
    ...(await askQuota(surgery, pending)),
    refusedPlans: plans.sort(newestFirst),
    budgets,
    categoriesSeen,
    messages: [...messages].sort((a, b) => a.sentAt.localeCompare(b.sentAt)),
    unsent,
    pending,
    failed: unsettled.filter(isFailed).sort(newestFirst),
    toSettle: unsettled.filter((view) => HOLDING_EXPENSES.has(view.workflow) && !isFailed(view)).length,
  };
}

const newestFirst = (a: DocumentView, b: DocumentView): number => b.uploadedAt.localeCompare(a.uploadedAt);

function readBudgetsNow(table: Table, { userId, timeZone }: Person, now: number) {
  const today = calendarDay(now, timeZone);
  return readBudgetsOn(table, userId, today, today);
}

/** The quota matters to who waits for a turn; a check-up goes on without it. */
async function askQuota(
  { quotas, isLaptop, now }: Surgery,
  pending: readonly DocumentView[],
): Promise<Pick<Facts, 'startsPerSecond'>> {
  const waits = pending.some(({ turnAt }) => turnAt !== undefined && Date.parse(turnAt) > now());
  const startsPerSecond = waits && !isLaptop ? await readStartQuota(quotas).catch(() => undefined) : undefined;
  return startsPerSecond === undefined ? {} : { startsPerSecond };
}

/** Where nothing of a person's own says what a receipt is for. */
const UNSORTED = 'other';

/** Asks of each category that a budget names for its latest expense: however many there are, it takes one look. */
async function findCategoriesSeen(
  table: Table,
  userId: string,
  budgets: readonly ReportedBudget[],
): Promise<ReadonlySet<string>> {
  const named = budgets.flatMap(({ category, categories }) => categories ?? [category]);
  const asked = [undefined, ...new Set([...named.filter((name) => name !== 'total'), UNSORTED])];
  const found = await someAtOnce(READS_AT_ONCE, asked, (category) => findLatestExpense(table, userId, category));
  return new Set(found.flatMap((expense) => (expense ? [expense.category] : [])));
}

/** A check-up goes on without SNS, with what was noted last, and says so. */
async function askSns(
  { sns, isLaptop }: Surgery,
  contacts: readonly Contact[],
): Promise<Pick<Facts, 'contacts' | 'monthlySmsLimitUsd' | 'snsError'>> {
  const examined: ExaminedContact[] = [];
  let snsError: string | undefined;
  const orElse = async <T>(ask: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await ask;
    } catch (error) {
      snsError ??= `${(error as Error).name}: ${(error as Error).message}`;
      return otherwise;
    }
  };
  for (const contact of contacts) {
    examined.push(await orElse<ExaminedContact>(examineContact(sns, contact, isLaptop), contact));
  }
  const texts = !isLaptop && contacts.some(({ protocol }) => protocol === 'sms');
  const limit = texts ? await orElse(readMonthlySmsLimit(sns), undefined) : undefined;
  return {
    contacts: examined,
    ...(limit === undefined ? {} : { monthlySmsLimitUsd: limit }),
    ...(snsError ? { snsError } : {}),
  };
}
