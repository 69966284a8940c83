import type { Clock } from '../clock.ts';
import type { DurableQueue, QueueMessage } from './durable-queue.ts';

export interface QueueConsumerOptions {
  readonly queue: DurableQueue;
  readonly clock: Clock;
  readonly maximumConcurrency: number;
  /** Works on one message; rejecting leaves it in the queue. */
  consume(message: QueueMessage): Promise<void>;
  /** Seconds until a failed message is tried again. @default - the queue's visibility timeout */
  retryDelaySeconds?(receiveCount: number): number;
  /** Told why a message could not be worked on. */
  onFailure?(message: QueueMessage, error: unknown): void;
}

export interface QueueConsumer {
  /** Takes nothing more and resolves when the messages in work are done, or a few seconds have passed. */
  close(): Promise<void>;
}

/** How long messages in work may take to end after {@link QueueConsumer.close}; they come back otherwise. */
const CLOSING_GRACE_MS = 5_000;

/** Hands a queue's messages to a consumer, a limited number at a time; removes each only after it succeeded. */
export function startQueueConsumer(options: QueueConsumerOptions): QueueConsumer {
  const { queue, clock } = options;
  const closed = new AbortController();
  const inWork = new Set<Promise<void>>();
  let isTaking = false;
  let alarm = new AbortController();

  const take = async (): Promise<void> => {
    if (isTaking || closed.signal.aborted) return;
    isTaking = true;
    try {
      while (inWork.size < options.maximumConcurrency && !closed.signal.aborted) {
        const [message] = await clock.busy(() => queue.receive(1));
        if (!message) break;
        const work = clock
          .busy(() => workOn(message, options))
          .finally(() => {
            inWork.delete(work);
            wake();
          });
        inWork.add(work);
      }
    } finally {
      isTaking = false;
    }
    setAlarm();
  };

  const wake = () => void take();

  /** Comes back when the next hidden message shows up again. */
  const setAlarm = () => {
    alarm.abort();
    alarm = new AbortController();
    // Whoever ends its work wakes us then.
    if (closed.signal.aborted || inWork.size >= options.maximumConcurrency) return;
    const next = queue.nextVisibleAtMs();
    if (next === undefined) return;
    clock.sleepUntil(next, alarm.signal).then(wake, () => undefined);
  };

  const stopListening = queue.onChange(wake);
  wake();

  return {
    async close() {
      stopListening();
      closed.abort();
      alarm.abort();
      await Promise.race([Promise.all(inWork), grace(CLOSING_GRACE_MS)]);
    },
  };
}

async function workOn(message: QueueMessage, options: QueueConsumerOptions): Promise<void> {
  try {
    await options.consume(message);
  } catch (error) {
    options.onFailure?.(message, error);
    const seconds = options.retryDelaySeconds?.(message.receiveCount);
    if (seconds === undefined) await options.queue.fail(message.id);
    else await options.queue.changeVisibility(message.id, seconds);
    return;
  }
  await options.queue.remove(message.id);
}

const grace = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
