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
  /** The sender's address. @default 'spendwire@localhost' */
  readonly from?: string;
  /** Where mail waits that could not be handed over yet. */
  readonly stateDirectory: string;
  readonly outboxDirectory: string;
  readonly clock: Clock;
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
 * `{message}.failed.txt` and repeated with growing pauses, eight times in all; success removes the record.
 */
export async function startMailDelivery(options: MailDeliveryOptions): Promise<MailDelivery> {
  const { clock, smtpUrl, from = 'spendwire@localhost', stateDirectory } = options;
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
        messageId: `<${message.messageId}@spendwire>`,
      });
      await rm(record, { force: true });
    } catch (error) {
      await writeFile(record, failureText(error as Error, receiveCount, clock.now()));
      throw error;
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

function failureText(error: Error, attempt: number, nowMs: number): string {
  const next = attempt < ATTEMPTS ? `tried again in ${retryDelaySeconds(attempt)} seconds` : 'given up';
  return `${new Date(nowMs).toISOString()} attempt ${attempt} of ${ATTEMPTS} failed: ${error.message}; ${next}\n`;
}
