import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutboxMessage } from './message.ts';
import { smsParts } from './sms-parts.ts';

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
  // Under another name first: a kill must not leave half a message that looks whole.
  const draft = join(directory, `.${message.messageId}-${index}.new`);
  await writeFile(draft, readableMessage(message));
  await rename(draft, file);
  return file;
}

/** The message with its headings, its attributes among them, as it stands in the outbox; a text that costs more than once says so. */
export function readableMessage({ protocol, address, subject, body, attributes }: OutboxMessage): string {
  const parts = protocol === 'sms' ? smsParts(body) : 1;
  const headings = [
    `To: ${address}`,
    ...(protocol === 'email' ? [`Subject: ${subject ?? DEFAULT_SUBJECT}`] : []),
    ...(parts > 1 ? [`Parts: ${parts}`] : []),
    ...Object.entries(attributes).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${headings.join('\n')}\n\n${body}\n`;
}
