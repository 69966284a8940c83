import type { EventBridgeEvent, EventSink } from '../../events/event.ts';
import type { Machine } from '../language/definition.ts';
import { flowAt } from '../language/flow-at.ts';
import { type ExecutionEnd, isExpress } from './execution-record.ts';
import type { Journal, JournalWriter } from './journal.ts';
import { type ExecutionPorts, runExecution } from './run-execution.ts';
import { statusEvent } from './status-event.ts';

export interface CarryOutPorts extends ExecutionPorts {
  readonly events: EventSink;
  /** The definition that an execution was started with. */
  definition(definitionId: string): Promise<Machine>;
  /** Aborted with ServiceClosed when the laptop cloud closes. */
  readonly closing: AbortSignal;
}

const EVENT_RETRY_MS = 1000;

/**
 * Does what is left to do of an execution: tells its start, runs it, tells its end; each mark in the journal comes after
 * the event it stands for, so that a kill in between tells it twice rather than never.
 *
 * @throws ServiceClosed when it was left for another process to finish.
 */
export async function carryOut(
  journal: Journal,
  ports: CarryOutPorts,
  writer: JournalWriter,
  controller: AbortController,
): Promise<ExecutionEnd> {
  const { start, redrivesMs } = journal;
  const { clock } = ports;
  // Express executions have no status events.
  const tell = async (end: ExecutionEnd | undefined) => {
    if (!isExpress(start.executionArn)) await emit(statusEvent(start, end, redrivesMs), ports);
  };
  if (!journal.isAnnounced) {
    await tell(undefined);
    writer.append({ kind: 'announced' });
  }
  const end = journal.outcome ?? (await runToOutcome(journal, ports, writer, controller));
  await clock.busy(() => writer.flushed());
  if (!journal.isEnded) await tell(end);
  writer.append({ kind: 'end' });
  await clock.busy(() => writer.flushed());
  return end;
}

async function runToOutcome(
  journal: Journal,
  ports: CarryOutPorts,
  writer: JournalWriter,
  controller: AbortController,
): Promise<ExecutionEnd> {
  const machine = await ports.clock.busy(() => ports.definition(journal.start.definitionId));
  const flow = flowAt(machine, journal.start.child?.place);
  const end = await runExecution(journal, flow, ports, writer, controller);
  writer.append({ kind: 'outcome', end });
  return end;
}

/** An event must not be lost: while the sink cannot store it, it is offered again. */
async function emit(event: EventBridgeEvent, { clock, events, closing }: CarryOutPorts): Promise<void> {
  for (;;) {
    closing.throwIfAborted();
    try {
      return await clock.busy(() => events(event));
    } catch {
      await clock.sleep(EVENT_RETRY_MS, closing);
    }
  }
}
