import { SpendwireError } from '../core/ground/errors.ts';
import type { Contact } from '../core/person/person.ts';

export interface ReleasePorts {
  /** Creating it again gives the same topic. */
  ensureTopic(protocol: Contact['protocol'], address: string): Promise<string>;
  /** Who has this address in a plan; from the index. */
  findUserIdsByAddress(address: string): Promise<string[]>;
  deleteTopic(topicArn: string): Promise<void>;
  /** False when the contact is in the plan again. */
  removeLeaving(contact: Contact): Promise<boolean>;
}

/**
 * Unsubscribes contacts that left the plan and forgets them. A topic belongs to an address: it stays while somebody
 * else has the address. Each is tried, whatever becomes of the others.
 *
 * @returns Those that a newer plan has again.
 * @throws SpendwireError `ContactNotReleasedError` when some could not be unsubscribed now; they stay as `leaving`.
 */
export async function releaseContacts(ports: ReleasePorts, leaving: readonly Contact[]): Promise<Contact[]> {
  const cameBack: Contact[] = [];
  const failures: unknown[] = [];
  for (const contact of leaving) {
    try {
      if (!(await release(ports, contact))) cameBack.push(contact);
    } catch (error) {
      failures.push(error);
    }
  }
  const [cause] = failures;
  if (cause === undefined) return cameBack;
  throw new SpendwireError(
    'ContactNotReleasedError',
    `${failures.length} of ${leaving.length} contacts that left the plan are still subscribed: ` +
      `${(cause as Error).name}: ${(cause as Error).message}; they get no messages, and the next plan tries again`,
    { cause },
  );
}

async function release(ports: ReleasePorts, contact: Contact): Promise<boolean> {
  const { userId, protocol, address, topicArn } = contact;
  const others = (await ports.findUserIdsByAddress(address)).filter((other) => other !== userId);
  // A run that broke off may have subscribed the address and not noted its topic.
  if (others.length === 0) await ports.deleteTopic(topicArn ?? (await ports.ensureTopic(protocol, address)));
  return ports.removeLeaving(contact);
}
