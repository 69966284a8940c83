import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { Journal } from './journal.ts';

export interface DurableQueueOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionDays: number;
  /** Where a message goes that was received too often. @default - it is received for ever */
  readonly deadLetters?: { readonly queue: DurableQueue; readonly maxReceiveCount: number };
}

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAtMs: number;
  readonly receiveCount: number;
  readonly firstReceivedAtMs?: number;
  /** Not handed out before this moment. */
  readonly visibleAtMs: number;
  /** When that was laid down. @default - when it was sent */
  readonly hiddenAtMs?: number;
  /** Whether somebody has received it and has not said how it went. */
  readonly isInWork?: boolean;
}

/** What the file holds: a message in its newest state, or that it is gone. */
type Entry = { readonly put: QueueMessage } | { readonly removed: string };

/** What was laid down this long after now was laid down by a clock that was wrong. */
const AHEAD_MS = 60_000;

/** Who received nothing for this long was asleep, or the clock has jumped. */
const ASLEEP_MS = 86_400_000;

/** The file is rewritten when it holds this many lines, and most of them are outdated. */
const COMPACT_FROM_LINES = 1000;

/**
 * A queue as SQS has it: a message that is received stays invisible for a while and comes back unless it is removed,
 * until it has been received too often. Everything is in a file before a call resolves.
 */
export class DurableQueue {
  readonly #options: DurableQueueOptions;
  readonly #journal: Journal<Entry>;
  readonly #messages = new Map<string, QueueMessage>();
  readonly #listeners = new Set<() => void>();
  /** Since when somebody has been there to receive. */
  #awakeSinceMs: number;
  #receivedAtMs: number;
  #lines: number;

  private constructor(options: DurableQueueOptions, journal: Journal<Entry>, entries: readonly Entry[]) {
    this.#options = options;
    this.#journal = journal;
    this.#awakeSinceMs = options.clock.now();
    this.#receivedAtMs = this.#awakeSinceMs;
    this.#lines = entries.length;
    for (const entry of entries) this.#apply(entry);
  }

  /**
   * Opens the queue with what an earlier process left in it; nobody is working on that any more, so it is visible. What
   * was in work when the process ended has not failed: that receive does not count, however often it happens.
   */
  static async open(options: DurableQueueOptions): Promise<DurableQueue> {
    const { journal, entries } = await Journal.open<Entry>(options.file);
    const queue = new DurableQueue(options, journal, entries);
    for (const message of queue.#messages.values()) {
      if (message.receiveCount > 0) queue.#messages.set(message.id, givenBack(message));
    }
    return queue;
  }

  /** @returns the message's id, once the message is stored. */
  async send(body: string, delaySeconds = 0): Promise<string> {
    const now = this.#options.clock.now();
    const id = randomUUID();
    await this.#record({
      put: { id, body, sentAtMs: now, receiveCount: 0, visibleAtMs: now + delaySeconds * 1000 },
    });
    return id;
  }

  /** Takes the oldest visible messages and hides them from others for a while. */
  async receive(
    limit: number,
    visibilityTimeoutSeconds = this.#options.visibilityTimeoutSeconds,
  ): Promise<QueueMessage[]> {
    const now = this.#options.clock.now();
    if (now - this.#receivedAtMs > ASLEEP_MS) this.#awakeSinceMs = now;
    this.#receivedAtMs = now;
    const received: QueueMessage[] = [];
    const stored: Promise<void>[] = [];
    // No waiting in between: two receivers at the same time must not take the same message.
    for (const message of this.#messages.values()) {
      if (received.length >= limit) break;
      if (isHidden(message, now)) continue;
      const reason = this.#reasonToDrop(message, now);
      if (reason) {
        stored.push(this.#drop(message, reason));
        continue;
      }
      const taken = hidden(message, now, visibilityTimeoutSeconds);
      received.push(taken);
      stored.push(this.#record({ put: taken }));
    }
    await Promise.all(stored);
    return received;
  }

  /** Removes a message for good; one that is gone already is no error. */
  async remove(id: string): Promise<void> {
    if (this.#messages.has(id)) await this.#record({ removed: id });
  }

  /** Says that the work on a received message has failed: it comes back after its visibility timeout. */
  async fail(id: string): Promise<void> {
    const message = this.#messages.get(id);
    if (message) await this.#record({ put: { ...message, isInWork: false } });
  }

  /** Makes a received message visible again after so many seconds from now. */
  async changeVisibility(id: string, seconds: number): Promise<void> {
    const message = this.#messages.get(id);
    if (message) {
      const now = this.#options.clock.now();
      const visibleAtMs = now + seconds * 1000;
      await this.#record({ put: { ...message, visibleAtMs, hiddenAtMs: now, isInWork: false } });
    }
  }

  async purge(): Promise<void> {
    for (const id of [...this.#messages.keys()]) await this.remove(id);
  }

  /** How many messages wait to be received, and how many are hidden because they were received or delayed. */
  counts(): { visible: number; inFlight: number; delayed: number } {
    const now = this.#options.clock.now();
    const hidden = [...this.#messages.values()].filter((message) => isHidden(message, now));
    const delayed = hidden.filter(({ receiveCount }) => receiveCount === 0).length;
    return { visible: this.#messages.size - hidden.length, inFlight: hidden.length - delayed, delayed };
  }

  get size(): number {
    return this.#messages.size;
  }

  /** When the next message becomes visible, or has become so; undefined when there is none. */
  nextVisibleAtMs(): number | undefined {
    const now = this.#options.clock.now();
    let next: number | undefined;
    for (const message of this.#messages.values()) {
      // Behind it there is nothing to find: it is to be had now.
      if (!isHidden(message, now)) return Math.min(message.visibleAtMs, now);
      next = Math.min(next ?? message.visibleAtMs, message.visibleAtMs);
    }
    return next;
  }

  /** Calls back after every change; returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything is in the file. */
  async close(): Promise<void> {
    await this.#journal.flush();
  }

  #reasonToDrop(message: QueueMessage, now: number): 'too old' | 'worn out' | undefined {
    const { retentionDays, deadLetters } = this.#options;
    // Nothing grows old while nobody is there to receive it.
    const agesFromMs = Math.max(message.sentAtMs, this.#awakeSinceMs);
    if (agesFromMs + retentionDays * 86_400_000 < now) return 'too old';
    return deadLetters && message.receiveCount >= deadLetters.maxReceiveCount ? 'worn out' : undefined;
  }

  async #drop(message: QueueMessage, reason: 'too old' | 'worn out'): Promise<void> {
    this.#messages.delete(message.id);
    // Stored there before it is removed here: a kill in between leaves it twice rather than nowhere.
    if (reason === 'worn out') await this.#options.deadLetters?.queue.send(message.body);
    await this.#record({ removed: message.id });
  }

  async #record(entry: Entry): Promise<void> {
    this.#apply(entry);
    this.#lines += 1;
    if (this.#lines > COMPACT_FROM_LINES && this.#lines > 4 * this.#messages.size) {
      this.#lines = this.#messages.size;
      await this.#journal.rewrite([...this.#messages.values()].map((put) => ({ put })));
    } else {
      await this.#journal.append(entry);
    }
    for (const listener of this.#listeners) listener();
  }

  #apply(entry: Entry): void {
    if ('put' in entry) this.#messages.set(entry.put.id, entry.put);
    else this.#messages.delete(entry.removed);
  }
}

const isHidden = ({ visibleAtMs, hiddenAtMs, sentAtMs }: QueueMessage, now: number): boolean =>
  now < visibleAtMs && (hiddenAtMs ?? sentAtMs) <= now + AHEAD_MS;

const hidden = (message: QueueMessage, now: number, seconds: number): QueueMessage => ({
  ...message,
  receiveCount: message.receiveCount + 1,
  firstReceivedAtMs: message.firstReceivedAtMs ?? now,
  visibleAtMs: now + seconds * 1000,
  hiddenAtMs: now,
  isInWork: true,
});

const givenBack = ({ hiddenAtMs: _, ...message }: QueueMessage): QueueMessage => ({
  ...message,
  receiveCount: message.receiveCount - (message.isInWork ? 1 : 0),
  visibleAtMs: message.sentAtMs,
  isInWork: false,
});
