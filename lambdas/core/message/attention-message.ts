import { correctionHint } from '../correction/correction-hint.ts';
import { toSubject } from './gsm7.ts';
import type { Message } from './message.ts';

export interface AttentionContent {
  readonly name: string;
  readonly status: 'rejected' | 'needs_review' | 'failed';
  /** The object's key as the person dropped it. */
  readonly key: string;
  readonly reason: string;
  readonly documentId: string;
  readonly userId: string;
}

const OPENING = {
  rejected: { subject: 'Not taken', text: 'was not taken, and nothing was changed by it.' },
  needs_review: { subject: 'Please look at', text: 'could not be settled without you. It is not counted yet.' },
  failed: { subject: 'Failed', text: 'could not be worked off to the end. The file is kept.' },
} as const;

/** Tells a person by e-mail about a document that did not end in the books; phones are left in peace. */
export function attentionMessage({ name, status, key, reason, documentId, userId }: AttentionContent): Message {
  const { subject, text } = OPENING[status];
  return {
    subject: toSubject(`${subject}: ${key.slice(key.lastIndexOf('/') + 1) || key}`),
    body: [
      `Hello ${name},`,
      '',
      `${key} ${text}`,
      '',
      `Reason: ${reason}`,
      ...(status === 'needs_review'
        ? ['', `To settle it, do as the reason says, ${correctionHint(userId, documentId)}`]
        : []),
      '',
      `Document ${documentId}`,
      '',
      'Spendwire',
      '',
    ].join('\n'),
  };
}
