/** A person and the plan in force, as stored. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  /** The object that the plan came from, and the event that brought it; newer events win. */
  readonly plan: PlanSource;
  /** False once the plan's file was deleted: history stays, nothing is checked or sent any more. */
  readonly isActive: boolean;
}

export interface PlanSource {
  readonly key: string;
  readonly versionId: string;
  /** S3's: hexadecimal, comparable among events of one key after padding on the right. */
  readonly sequencer: string;
  /** ISO 8601 in UTC. */
  readonly eventTime: string;
}

/** Where a person is told, and whether SNS may deliver there yet. */
export interface Contact {
  readonly userId: string;
  readonly protocol: 'email' | 'sms';
  readonly address: string;
  readonly status: ContactStatus;
  readonly topicArn?: string;
  readonly subscribedAt?: string;
  /** What SNS said, where it takes no such address. */
  readonly refusal?: string;
}

/**
 * `confirmed`: delivered. `pending`: the person has not followed the link yet. `expired`: the link ran out after two
 * days. `sandboxed`: the account may text verified numbers only, and this is none. `refused`: SNS takes no such address.
 */
export type ContactStatus = 'new' | 'confirmed' | 'pending' | 'expired' | 'sandboxed' | 'refused';

/**
 * Whether an event is newer than the one a plan came from. Sequencers compare within one key only; across keys
 * (`alice.yaml`, then `alice.json`), and for a replay of an event that never arrived, the event's time decides. It
 * counts whole seconds, so an equal one is taken: a renamed plan is a deletion and an upload in the same second.
 */
export function isNewerPlan(candidate: PlanSource, current: PlanSource | undefined): boolean {
  if (!current) return true;
  const isComparable = candidate.key === current.key && candidate.sequencer !== '' && current.sequencer !== '';
  if (!isComparable) return candidate.eventTime >= current.eventTime;
  const length = Math.max(candidate.sequencer.length, current.sequencer.length);
  return candidate.sequencer.padEnd(length, '0') > current.sequencer.padEnd(length, '0');
}
