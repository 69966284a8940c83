import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '../clock.ts';
import { DurableQueue, type QueueMessage } from '../events/durable-queue.ts';
import { startQueueConsumer } from '../events/queue-consumer.ts';
import type { OutboxMessage } from './message.ts';

export interface MailDeliveryOptions {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly smtpUrl: string;
  /** The sender's address. @default 'sns@localhost' */
  readonly from?: string;
  /** Where mail waits that could not be handed over yet. */
  readonly stateDirectory: string;
  readonly outboxDirectory: string;
  readonly clock: Clock;
  /** Told of every try that failed, and of what comes next. */
  onFailure?(reason: string): void;
}

export interface MailDelivery {
  /** Stores an e-mail for sending; `file` is its place in the outbox, beside which a failure is recorded. */
  enqueue(message: OutboxMessage, file: string): Promise<void>;
  /** E-mails not handed over to the server yet. */
  pending(): number;
  close(): Promise<void>;
}

const ATTEMPTS = 8;
const FIRST_RETRY_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 3600;

interface Mail {
  readonly message: OutboxMessage;
  readonly file: string;
}

/**
 * Hands e-mails over to an SMTP server, at least once each, also after a restart. A failed try is recorded in
 * `{message}.failed.txt` and repeated with growing pauses, eight times in all; success removes the record. What the
 * server refuses for good is not tried again. Given-up mail is kept as dead letters.
 */
export async function startMailDelivery(options: MailDeliveryOptions): Promise<MailDelivery> {
  const { clock, smtpUrl, from = 'sns@localhost', stateDirectory } = options;
  const open = (name: string) => ({ file: join(stateDirectory, name), clock, visibilityTimeoutSeconds: 120 });
  const givenUp = await DurableQueue.open({ ...open('mail-dead-letters.jsonl'), retentionDays: 14 });
  const queue = await DurableQueue.open({
    ...open('mail.jsonl'),
    retentionDays: 14,
    deadLetters: { queue: givenUp, maxReceiveCount: ATTEMPTS },
  });
  const transport = createTransport(smtpUrl);

  const deliver = async ({ body, receiveCount }: QueueMessage) => {
    const { message, file } = JSON.parse(body) as Mail;
    const record = join(options.outboxDirectory, `${basename(file, '.txt')}.failed.txt`);
    try {
      await transport.sendMail({
        from,
        to: message.address,
        subject: message.subject ?? '',
        text: message.body,
        messageId: `<${message.messageId}@laptop-cloud>`,
      });
      await rm(record, { force: true });
    } catch (error) {
      const isFinal = isRefusal(error) || receiveCount >= ATTEMPTS;
      const reason = failureText(error as Error, receiveCount, isFinal);
      await writeFile(record, `${new Date(clock.now()).toISOString()} ${reason}\n`);
      options.onFailure?.(`mail to ${message.address}, ${reason}`);
      if (!isFinal) throw error;
      // Kept there before the queue forgets it: a kill in between leaves it twice rather than nowhere.
      await givenUp.send(body);
    }
  };
  const consumer = startQueueConsumer({ queue, clock, maximumConcurrency: 2, consume: deliver, retryDelaySeconds });

  return {
    async enqueue(message, file) {
      await queue.send(JSON.stringify({ message, file } satisfies Mail));
    },
    pending: () => queue.size,
    async close() {
      await consumer.close();
      await Promise.all([queue.close(), givenUp.close()]);
      transport.close();
    },
  };
}

const retryDelaySeconds = (receiveCount: number): number =>
  Math.min(FIRST_RETRY_SECONDS * 2 ** (receiveCount - 1), LONGEST_RETRY_SECONDS);

/** A reply of 5xx: the server will not take this mail, however often it is asked. RFC 5321, section 4.2.1. */
const isRefusal = (error: unknown): boolean => Number((error as { responseCode?: number }).responseCode ?? 0) >= 500;

function failureText({ message }: Error, attempt: number, isFinal: boolean): string {
  const next = isFinal ? 'given up' : `tried again in ${retryDelaySeconds(attempt)} seconds`;
  return `attempt ${attempt} of ${ATTEMPTS} failed: ${message}; ${next}`;
}
