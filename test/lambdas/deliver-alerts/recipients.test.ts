import { describe, expect, it } from 'vitest';
import type { AttentionAlert } from '../../../lambdas/core/alert/alert.ts';
import type { Contact, ContactStatus } from '../../../lambdas/core/person/person.ts';
import { planRecipients } from '../../../lambdas/deliver-alerts/recipients.ts';

const ATTENTION = { kind: 'attention', SK: 'ALERT#attention#doc#failed#1' } as AttentionAlert;
const DRAFT = {
  ...{ told: [ATTENTION], overtaken: [], untold: [], budgets: [], contactsOf: () => undefined },
  invoices: new Map(),
};
const mailbox = (status: ContactStatus): Contact => ({
  ...{ userId: 'alice', protocol: 'email', address: 'alice@example.com', status },
});
const PHONE: Contact = { userId: 'alice', protocol: 'sms', address: '+12025550123', status: 'confirmed' };
const NOW = Date.parse('2026-11-20T12:00:00Z');
const told = (status: ContactStatus, sent = 0) =>
  planRecipients(DRAFT, [mailbox(status), PHONE], { isDone: () => false, nowMs: NOW, smsMs: Array(sent).fill(NOW) });

describe('a document that needs somebody', () => {
  it('leaves the phone in peace where a mailbox is confirmed', () => {
    expect(told('confirmed').now.map(({ contact }) => contact.protocol)).toEqual(['email']);
  });

  it.each([
    'pending',
    'expired',
    'unsubscribed',
    'refused',
  ] as const)('is told by phone where the mailbox is %s', (status) => {
    expect(told(status).now.map(({ contact }) => contact.protocol)).toContain('sms');
  });

  it('waits for the phone, not for a mailbox that nothing reaches, when the hour is used up', () => {
    expect(told('pending', 5).later?.alerts).toEqual([ATTENTION]);
  });
});
