import { correctionHint } from '../correction/correction-hint.ts';
import { dayText } from './day-text.ts';
import type { Attention } from './message-content.ts';

const OPENING = {
  rejected: { subject: 'Not taken', text: 'was not taken, and nothing was changed by it.' },
  needs_review: { subject: 'Please look at', text: 'could not be settled without you. It is not counted yet.' },
  failed: { subject: 'Failed', text: 'could not be worked off to the end. The file is kept.' },
} as const;

/** Fifty mistakes of a plan are told in full; SNS takes 256 KB for all that a message tells. */
const LONGEST_REASON = 8_000;

/** `Please look at: lunch.jpg`. */
export const attentionTitle = ({ status, key }: Attention): string =>
  `${OPENING[status].subject}: ${key.slice(key.lastIndexOf('/') + 1) || key}`;

/** What became of a document, why, and how to settle it. */
export function attentionLines(attention: Attention, locale: string): string[] {
  const { status, key, reason, documentId, dueOn } = attention;
  const hint = status === 'needs_review' ? correctionHint(attention) : undefined;
  return [
    `${key} ${OPENING[status].text}`,
    `Reason: ${reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)} …` : reason}`,
    ...(dueOn === undefined ? [] : [`To be paid by ${dayText(dueOn, locale)}`]),
    ...(hint ? [`To settle it, do as the reason says, ${hint}`] : []),
    `Document ${documentId}`,
  ];
}
