import * as z from 'zod/mini';
import { type Alert, type AttentionAlert, claimant, type Delivery } from '../core/alert/alert.ts';
import { heldTogether } from '../core/alert/held.ts';
import { deliveriesOf, deliveryOf, openedAtOf } from '../core/alert/window.ts';
import type { DocumentOutcome, DocumentRecord, PendingDocument } from '../core/document/document.ts';
import { once } from '../core/ground/once.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { isAhead } from '../core/ground/wrong-clock.ts';
import { type CloseAsFailedPorts, closeAsFailed } from '../core/outcome/close-as-failed.ts';

const Input = z.object({
  /** When it was due: an attempt more takes up the same names. @default - now */
  startedAt: z.optional(z.iso.datetime()),
});

export interface SweepPorts extends CloseAsFailedPorts {
  /** Claims whose window closed before an instant; may hold some that were sent meanwhile. */
  findUnsent(closedBefore: string): Promise<Alert[]>;
  /** Claims whose window closes at an instant or later; may lag, and hold some that were sent. */
  findWaiting(closingFrom: string): Promise<Alert[]>;
  /** So many of the documents that are pending beyond an instant; may hold some that have time, or have ended meanwhile. */
  findPending(before: string, most: number): Promise<PendingDocument[]>;
  readDocument(documentId: string): Promise<DocumentRecord | undefined>;
  readOutcome(documentId: string): Promise<DocumentOutcome | undefined>;
  /**
   * Starts the execution that sends a window, by its name; a name that exists is success.
   *
   * @param traceId The trace that it belongs to. @default - that of the sweep
   */
  startDelivery(delivery: Delivery, startedBy: undefined, traceId?: string): Promise<string>;
  readonly unsentAfterSeconds: number;
}

/** As many as one run has time and room for; the others are found the next time. */
const MOST_OVERDUE = 500;
const MOST_WINDOWS = 500;
const AT_ONCE = 10;

/**
 * Picks up what was left lying. Documents that are pending past their deadline are closed as failed. Then deliveries are
 * started, each window's once:
 *
 * - of what this attempt has claimed, and of every claim about a failed document in a window that is not over: an attempt
 *   before this one, or a `close-abandoned`, may have ended between its claim and the start. Such claims are few; what else
 *   waits in windows, for many people all night, is left to whoever claimed it;
 * - of windows that have closed with alerts unsent, and of those that were opened by a clock that was wrong.
 *
 * Safe to run twice: a closed document stays closed, a name is started once, and delivery skips what is sent.
 *
 * @throws SpendwireError `DeliveryNotStartedError` when a delivery cannot be started now; all others were tried before.
 */
export const createHandler =
  (given: SweepPorts) =>
  async (event: unknown): Promise<{ closed: number; deliveries: string[] }> => {
    const { startedAt } = Input.parse(event);
    const ports = { ...given, readPerson: once(given.readPerson) };
    const now = ports.now();
    // A backfill leaves thousands waiting for their turn: those that have time are not read.
    const pending = await ports.findPending(new Date(now).toISOString(), MOST_OVERDUE);
    const due = pending.filter(({ deadlineAt }) => !deadlineAt || Date.parse(deadlineAt) < now);
    const overdue = await someAtOnce(AT_ONCE, due.slice(0, MOST_OVERDUE), ({ documentId }) =>
      closeOverdue(ports, documentId, now),
    );
    const closed = overdue.filter((each) => each !== undefined);

    const staleBefore = new Date(now - ports.unsentAfterSeconds * 1000).toISOString();
    const unsent = await ports.findUnsent(staleBefore);
    const waiting = await ports.findWaiting(staleBefore);
    const stale = deliveriesOf(heldTogether([...unsent, ...ofWrongClock(waiting, now)])).slice(0, MOST_WINDOWS);
    const failures = waiting.filter((alert) => alert.kind === 'attention').filter(({ status }) => status === 'failed');
    const sweptMs = startedAt === undefined ? now : Date.parse(startedAt);
    const starts = [
      ...inOpenWindows(ports, { closed, failures, stale }),
      ...stale.map((delivery): Start => ({ delivery: again(delivery, sweptMs), traceId: async () => undefined })),
    ];
    return { closed: closed.length, deliveries: await startAll(ports, starts) };
  };

/** What was claimed in windows that were opened in the future; that closes them now. */
const ofWrongClock = (waiting: readonly Alert[], nowMs: number): Alert[] =>
  waiting
    .filter(({ windowId }) => isAhead(openedAtOf(windowId), nowMs))
    .map((alert) => ({ ...alert, closesAt: new Date(nowMs).toISOString() }));

/** A delivery to be started, and how to find the trace that it belongs to. */
interface Start {
  readonly delivery: Delivery;
  traceId(): Promise<string | undefined>;
}

/** What the closing of a document has claimed, if anything. */
interface ClosedDocument {
  readonly delivery?: Delivery;
  readonly traceId: string;
}

/**
 * The windows that hold a claim about a failed document, in the trace of one such document, and by their own names: mostly
 * they have begun. The newest claims come first, for it is those that an attempt before this one may have left.
 */
function inOpenWindows(
  ports: Pick<SweepPorts, 'readDocument'>,
  found: {
    readonly closed: readonly ClosedDocument[];
    readonly failures: readonly AttentionAlert[];
    readonly stale: readonly Delivery[];
  },
): Start[] {
  const ours = found.closed.flatMap(({ delivery, traceId }): Start[] =>
    delivery ? [{ delivery, traceId: async () => traceId }] : [],
  );
  const theirs = found.failures
    .filter(({ sentAt }) => sentAt === undefined)
    .toSorted((a, b) => b.claimedAt.localeCompare(a.claimedAt))
    .map((alert): Start => ({ delivery: deliveryOf(alert.userId, alert), traceId: () => traceOf(ports, alert) }));
  const seen = new Set(found.stale.map(({ name }) => name));
  const each = [...ours, ...theirs].filter(({ delivery }) => !seen.has(delivery.name) && seen.add(delivery.name));
  return each.slice(0, MOST_WINDOWS);
}

/** The trace of the run that an alert tells of, unless a newer one has begun. */
async function traceOf(
  ports: Pick<SweepPorts, 'readDocument'>,
  { documentId, claimedBy }: AttentionAlert,
): Promise<string | undefined> {
  const document = await ports.readDocument(documentId);
  return document && claimant(documentId, document.run) === claimedBy ? document.traceId : undefined;
}

/** The execution of the window's own name has ended, or never began: another one does its work, and that of who held something. */
const again = ({ name, ...delivery }: Delivery, sweptMs: number): Delivery => ({
  ...delivery,
  takesOver: true,
  name: `${name}-${Math.floor(sweptMs / 60_000).toString(36)}`,
});

/** One that cannot be started keeps no other waiting; then it is said. */
async function startAll(ports: SweepPorts, starts: readonly Start[]): Promise<string[]> {
  const failures: unknown[] = [];
  const started = await someAtOnce(AT_ONCE, starts, async ({ delivery, traceId }) => {
    try {
      return await ports.startDelivery(delivery, undefined, await traceId());
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  });
  if (failures.length > 0) throw failures[0];
  return started.filter((arn) => arn !== undefined);
}

/** Resolves with what its closing has claimed; undefined when there was nothing to close. */
async function closeOverdue(ports: SweepPorts, documentId: string, now: number): Promise<ClosedDocument | undefined> {
  const [document, outcome] = await Promise.all([ports.readDocument(documentId), ports.readOutcome(documentId)]);
  const isOverdue =
    outcome?.status === 'pending' && outcome.deadlineAt !== undefined && Date.parse(outcome.deadlineAt) < now;
  if (!document || !isOverdue) return undefined;
  const { userId, traceId, executionName } = document;
  const reason = `nothing was heard of the execution ${executionName} for hours; the file is kept, and a replay will try it again`;
  const failure = { code: 'DeadlinePassedError', reason } as const;
  const { isOurs, claimedIn } = await closeAsFailed(ports, document, failure, { document, outcome });
  if (!isOurs) return undefined;
  return userId && claimedIn ? { delivery: deliveryOf(userId, claimedIn), traceId } : { traceId };
}
