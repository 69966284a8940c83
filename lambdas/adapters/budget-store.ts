import type { Claimed, Claims } from '../core/alert/claim.ts';
import type { Decision, Opening, StateId } from '../core/alert/decision.ts';
import type { AlertWindow } from '../core/alert/window.ts';
import { budgetId } from '../core/budget/budget.ts';
import { periodsCarried } from '../core/budget/rollover.ts';
import type { DailySpend } from '../core/budget/spend.ts';
import type { Subject } from '../core/budget/spending.ts';
import type { VersionedState } from '../core/budget/threshold.ts';
import { NOTHING_REACHED, type TriggerState } from '../core/budget/threshold.ts';
import type { Person } from '../core/person/person.ts';
import { batchGet } from './batch-get.ts';
import { closedKey, type Key, personKey, spendRange, stateKey, windowKey } from './ledger-keys.ts';
import { claimWrites, type Outbox } from './outbox.ts';
import { getItem, queryItems, type Table, transact, type Write } from './table.ts';

/** Reads which triggers are known to hold. Read it before the spending, never after: a check is optimistic. */
export async function readState(
  table: Table,
  userId: string,
  budgetId: string,
  periodStart: string,
): Promise<VersionedState> {
  return versionedState(await getItem<StoredState>(table, stateKey(userId, budgetId, periodStart)));
}

type StoredState = TriggerState & { readonly version: number };

const versionedState = (item: StoredState | undefined): VersionedState =>
  item
    ? { version: item.version, state: { reached: item.reached, crossings: item.crossings } }
    : { version: 0, state: NOTHING_REACHED };

/** All spending of a range of days, both ends included; strongly consistent. */
export function readSpend(table: Table, userId: string, start: string, end: string): Promise<DailySpend[]> {
  const [from, to] = spendRange(start, end);
  return queryItems<DailySpend>(table, personKey(userId).PK, { from, to });
}

/**
 * Reads the person, their window, and of each subject its state and what is kept of its closed periods: in one request, strongly
 * consistent.
 */
export async function readOpening(table: Table, userId: string, subjects: readonly Subject[]): Promise<Opening> {
  const stateKeyOf = ({ budgetId: id, periodStart }: StateId) => stateKey(userId, id, periodStart);
  const keys = [
    personKey(userId),
    windowKey(userId),
    ...subjects.map(({ budget, period }) => stateKeyOf({ budgetId: budgetId(budget), periodStart: period.start })),
    ...subjects.filter(carries).map(({ budget }) => closedKey(userId, budgetId(budget))),
  ];
  const read = await batchGet<object>(table, keys);
  const items = new Map(keys.map(({ SK }, index) => [SK, read[index]]));
  const itemAt = <T extends object>({ SK }: Key) => items.get(SK) as T | undefined;
  const [person, window] = [itemAt<Person>(personKey(userId)), itemAt<AlertWindow>(windowKey(userId))];
  return {
    ...(person ? { person } : {}),
    ...(window ? { window } : {}),
    stateOf: (at) => versionedState(itemAt(stateKeyOf(at))),
    keptOf: (budget) => itemAt(closedKey(userId, budgetId(budget))),
  };
}

const carries = ({ budget, period }: Subject): boolean => periodsCarried(budget, period).length > 0;

/**
 * Writes what a check has decided about a person's budgets, and the alerts that it claims, in one transaction, where that has
 * room; of each budget all or nothing. The version of each state goes up even when nothing changed: a check that read older
 * spending than this one then cannot overwrite it. What is kept of closed periods tells by itself whether it holds, so whoever
 * writes it last does no harm.
 *
 * @returns Undefined when another check was faster, or the person's window closed meanwhile; start over.
 */
export async function writeDecisions(
  outbox: Outbox,
  decisions: readonly Decision[],
  { person, window }: Required<Omit<Claims, 'alerts'>>,
): Promise<Claimed | undefined> {
  let claimedIn: AlertWindow | undefined;
  for (const part of inTransactions(decisions)) {
    const alerts = part.flatMap((decision) => decision.alerts);
    const claims = await claimWrites(outbox, { alerts, person, window: claimedIn ?? window });
    const { written } = await transact(outbox.table, [...part.flatMap(writesOf), ...claims.writes]);
    if (!written) return undefined;
    claimedIn = claims.claimedIn ?? claimedIn;
  }
  return claimedIn ? { claimedIn } : {};
}

function writesOf({ userId, budgetId, periodStart, read, next, closed }: Decision): Write[] {
  const put = { ...stateKey(userId, budgetId, periodStart), userId, budgetId, periodStart, ...next };
  return [
    {
      put: { ...put, version: read.version + 1 },
      condition:
        read.version === 0
          ? { text: 'attribute_not_exists(PK)' }
          : { text: 'version = :read', values: { ':read': read.version } },
    },
    ...(closed ? [{ put: { ...closedKey(userId, budgetId), userId, budgetId, ...closed } }] : []),
  ];
}

/** Decisions by the transactions that they fit into. */
function inTransactions(decisions: readonly Decision[]): Decision[][] {
  const parts: Decision[][] = [];
  let room = 0;
  for (const decision of decisions) {
    const writes = writesOf(decision).length + decision.alerts.length;
    if (writes > room) {
      parts.push([]);
      room = WRITES_A_TRANSACTION - WRITES_A_CLAIM;
    }
    parts.at(-1)?.push(decision);
    room -= writes;
  }
  return parts;
}

/** As many as DynamoDB takes. */
const WRITES_A_TRANSACTION = 100;
/** Beside the alerts: the window and the link of the claim. */
const WRITES_A_CLAIM = 2;
