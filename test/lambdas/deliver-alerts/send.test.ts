import { describe, expect } from 'vitest';
import { readToldBefore, writeNotification } from '../../../lambdas/adapters/notification-store.ts';
import type { AttentionAlert } from '../../../lambdas/core/alert/alert.ts';
import type { Message } from '../../../lambdas/core/message/message.ts';
import type { Contact } from '../../../lambdas/core/person/person.ts';
import { send } from '../../../lambdas/deliver-alerts/send.ts';
import { NOW, USER } from '../../support/books.ts';
import { it } from '../../support/fixtures.ts';

const at = { windowId: '20261120T120000000Z-abc123', closesAt: '', claimedAt: '', claimedBy: '' };
const refused = (index: number): AttentionAlert => ({
  ...{ ...at, kind: 'attention', userId: USER, SK: `ALERT#${index}`, alertId: String(index).padStart(16, '0') },
  ...{ documentId: `doc${index}`, status: 'rejected', key: `scans/${index}.jpg`, reason: 'no such folder' },
});

describe('a message about a night that left thousands of files', () => {
  it('fits into SNS and into the table, and goes out once', async ({ table }) => {
    const published: Message[] = [];
    const ports: Parameters<typeof send>[0] = {
      now: () => NOW,
      writeNotification: (windowId, notification) => writeNotification(table, windowId, notification),
      async publish(message) {
        published.push(message);
        return { outcome: 'accepted', messageId: 'm' };
      },
    };
    const address = 'alice@example.com';
    const contact: Contact = { userId: USER, protocol: 'email', address, status: 'confirmed', topicArn: 'arn:alice' };
    const attention = Array.from({ length: 25_000 }, (_, index) => refused(index));
    const content = {
      name: 'Alice',
      locale: 'en-US',
      budgets: [],
      causes: [],
      topCategories: [],
      due: [],
      digests: [],
      remarks: [],
    };
    const recipient = { contact, alerts: attention, remarks: [], tellsAttention: true };
    const attempt = async () => {
      const asked = { userId: USER, round: at.windowId, since: '2026-11-20T12:00:00.000Z' };
      const before = await readToldBefore(table, asked);
      await send(ports, { recipient, content: { ...content, attention }, round: at.windowId, before });
    };

    await attempt();
    await attempt();

    expect(published).toHaveLength(1);
    expect(JSON.stringify(published[0]).length).toBeLessThan(256 * 1024);
  });
});
