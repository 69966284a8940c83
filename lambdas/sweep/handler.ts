import * as z from 'zod';
import type { Alert, Delivery } from '../core/alert/alert.ts';
import type { Claimed } from '../core/alert/claim.ts';
import { deliveriesOf, deliveryOf, uniqueDeliveries } from '../core/alert/window.ts';
import type { DocumentOutcome, DocumentRecord } from '../core/document/document.ts';
import { someAtOnce } from '../core/ground/some-at-once.ts';
import { type CloseAsFailedPorts, closeAsFailed } from '../core/outcome/close-as-failed.ts';

const Input = z.object({
  /** ARN of the execution that the step belongs to, and when that began: an attempt more takes up the same names. */
  startedBy: z.string().optional(),
  startedAt: z.iso.datetime().optional(),
});

export interface SweepPorts extends CloseAsFailedPorts {
  /** Claims whose window closed before an instant; may hold some that were sent meanwhile. */
  findUnsent(closedBefore: string): Promise<Alert[]>;
  /** Documents that are pending; may hold some that have ended meanwhile. */
  findPending(): Promise<{ documentId: string; deadlineAt?: string }[]>;
  readDocument(documentId: string): Promise<DocumentRecord | undefined>;
  readOutcome(documentId: string): Promise<DocumentOutcome | undefined>;
  /** Starts the execution that sends a window, by its name; a name that exists is success. */
  startDelivery(delivery: Delivery, startedBy: string | undefined): Promise<string>;
  readonly unsentAfterSeconds: number;
}

/** As many as one run has time and room for; the others are found the next time. */
const MOST_OVERDUE = 500;
const MOST_WINDOWS = 500;
const AT_ONCE = 10;

/**
 * Picks up what was left lying: documents that are pending past their deadline are closed as failed, and the delivery is
 * started of what that claims and of windows that have closed with alerts unsent. Safe to run twice: delivery skips what
 * is sent, and a closed document stays closed; what a run that broke off has claimed is found unsent by a later one.
 *
 * @throws SpendwireError `DeliveryNotStartedError` when a delivery cannot be started now; all others were tried before.
 */
export const createHandler =
  (ports: SweepPorts) =>
  async (event: unknown): Promise<{ closed: number; deliveries: string[] }> => {
    const { startedBy, startedAt } = Input.parse(event);
    const now = ports.now();
    // A backfill leaves thousands waiting for their turn: those that have time are not read one by one.
    const due = (await ports.findPending()).filter(({ deadlineAt }) => !deadlineAt || Date.parse(deadlineAt) < now);
    const overdue = await someAtOnce(AT_ONCE, due.slice(0, MOST_OVERDUE), ({ documentId }) =>
      closeOverdue(ports, documentId, now),
    );
    const closed = overdue.filter((each) => each !== undefined);
    const ours = closed.flatMap(({ userId, claimedIn }) => (userId && claimedIn ? deliveryOf(userId, claimedIn) : []));
    const stale = new Date(now - ports.unsentAfterSeconds * 1000).toISOString();
    const left = deliveriesOf(await ports.findUnsent(stale)).slice(0, MOST_WINDOWS);
    const sweptMs = startedAt === undefined ? now : Date.parse(startedAt);
    const all = [...uniqueDeliveries(ours), ...left.map((delivery) => again(delivery, sweptMs))];
    return { closed: closed.length, deliveries: await startAll(ports, all, startedBy) };
  };

/** The execution of the window's own name has ended, or never began: another one does its work. */
const again = ({ name, ...delivery }: Delivery, sweptMs: number): Delivery => ({
  ...delivery,
  name: `${name}-${Math.floor(sweptMs / 60_000).toString(36)}`,
});

/** One that cannot be started keeps no other waiting; then it is said. */
async function startAll(
  ports: SweepPorts,
  deliveries: readonly Delivery[],
  startedBy: string | undefined,
): Promise<string[]> {
  const failures: unknown[] = [];
  const started = await someAtOnce(AT_ONCE, deliveries, (delivery) =>
    ports.startDelivery(delivery, startedBy).catch((error: unknown) => void failures.push(error)),
  );
  if (failures.length > 0) throw failures[0];
  return started.filter((arn) => arn !== undefined);
}

/** Resolves with what its closing has claimed; undefined when there was nothing to close. */
async function closeOverdue(
  ports: SweepPorts,
  documentId: string,
  now: number,
): Promise<(Claimed & Pick<DocumentRecord, 'userId'>) | undefined> {
  const [document, outcome] = await Promise.all([ports.readDocument(documentId), ports.readOutcome(documentId)]);
  const isOverdue =
    outcome?.status === 'pending' && outcome.deadlineAt !== undefined && Date.parse(outcome.deadlineAt) < now;
  if (!document || !isOverdue) return undefined;
  const reason = `nothing was heard of the execution ${document.executionName} for hours; the file is kept, and a replay will try it again`;
  const { isOurs, ...closed } = await closeAsFailed(ports, document, { code: 'DeadlinePassedError', reason });
  return isOurs ? { ...closed, ...(document.userId === undefined ? {} : { userId: document.userId }) } : undefined;
}
