import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutboxMessage } from './message.ts';

/** What AWS puts where a publisher gave no subject. */
const DEFAULT_SUBJECT = 'AWS Notification Message';

/**
 * Writes a message as a text file that a person can read: `{timestamp}-{messageId}-{sms|email}.txt`.
 *
 * @param index Tells apart the addresses of one message of a topic.
 * @returns the file's path, once the message is in it.
 */
export async function writeToOutbox(directory: string, message: OutboxMessage, index = 0): Promise<string> {
  await mkdir(directory, { recursive: true });
  const timestamp = new Date(message.acceptedAtMs).toISOString().replace(/[-:.]/g, '');
  const suffix = index === 0 ? '' : `-${index + 1}`;
  const file = join(directory, `${timestamp}-${message.messageId}-${message.protocol}${suffix}.txt`);
  await writeFile(file, readableMessage(message));
  return file;
}

/** The message with its headings, as it stands in the outbox. */
export function readableMessage({ protocol, address, subject, body }: OutboxMessage): string {
  const headings =
    protocol === 'sms' ? [`To: ${address}`] : [`To: ${address}`, `Subject: ${subject ?? DEFAULT_SUBJECT}`];
  return `${headings.join('\n')}\n\n${body}\n`;
}
