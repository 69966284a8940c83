import { type CloseAsFailedPorts, closeAsFailed } from '../adapters/close-as-failed.ts';
import { someAtOnce } from '../adapters/some-at-once.ts';
import type { Alert, Delivery } from '../core/alert.ts';
import type { DocumentOutcome, DocumentRecord } from '../core/document.ts';
import { deliveriesOf } from '../core/window.ts';

export interface SweepPorts extends CloseAsFailedPorts {
  /** Claims whose window closed before an instant; may hold some that were sent meanwhile. */
  findUnsent(closedBefore: string): Promise<Alert[]>;
  /** Documents that are pending; may hold some that have ended meanwhile. */
  findPending(): Promise<{ documentId: string; deadlineAt?: string }[]>;
  readDocument(documentId: string): Promise<DocumentRecord | undefined>;
  readOutcome(documentId: string): Promise<DocumentOutcome | undefined>;
  readonly unsentAfterSeconds: number;
}

/** As many as one run has time and room for; the others are found the next time. */
const MOST_OVERDUE = 500;
const MOST_WINDOWS = 500;
const AT_ONCE = 10;

/**
 * Picks up what was left lying: documents that are pending past their deadline are closed as failed, and windows that
 * have closed with alerts unsent are returned for delivery. Safe to run twice: delivery skips what is
 * sent, and a closed document stays closed.
 */
export const createHandler =
  (ports: SweepPorts) =>
  async (_event: unknown): Promise<{ closed: number; deliveries: Delivery[] }> => {
    const now = ports.now();
    // A backfill leaves thousands waiting for their turn: those that have time are not read one by one.
    const due = (await ports.findPending()).filter(({ deadlineAt }) => !deadlineAt || Date.parse(deadlineAt) < now);
    const ours = await someAtOnce(AT_ONCE, due.slice(0, MOST_OVERDUE), ({ documentId }) =>
      closeOverdue(ports, documentId, now),
    );
    const closed = ours.filter((isOurs) => isOurs).length;
    const stale = new Date(now - ports.unsentAfterSeconds * 1000).toISOString();
    const deliveries = deliveriesOf(await ports.findUnsent(stale));
    return { closed, deliveries: deliveries.slice(0, MOST_WINDOWS).map((delivery) => again(delivery, now)) };
  };

/** The execution of the window's own name has ended, or never began: another one does its work. */
const again = ({ name, ...delivery }: Delivery, nowMs: number): Delivery => ({
  ...delivery,
  name: `${name}-${Math.floor(nowMs / 60_000).toString(36)}`,
});

async function closeOverdue(ports: SweepPorts, documentId: string, now: number): Promise<boolean> {
  const [document, outcome] = await Promise.all([ports.readDocument(documentId), ports.readOutcome(documentId)]);
  const isOverdue =
    outcome?.status === 'pending' && outcome.deadlineAt !== undefined && Date.parse(outcome.deadlineAt) < now;
  if (!document || !isOverdue) return false;
  const reason = `nothing was heard of the execution ${document.executionName} for hours; the file is kept, and a replay will try it again`;
  const { isOurs } = await closeAsFailed(ports, document, { code: 'DeadlinePassedError', reason });
  return isOurs;
}
