import { describe, expect, it } from 'vitest';
import { attentionMessage } from '../../../../lambdas/core/message/attention-message.ts';

const CONTENT = {
  name: 'Alice',
  status: 'rejected',
  key: 'receipts/alice/lunch.jpg',
  reason: 'the file is empty',
  documentId: 'doc',
  userId: 'alice',
} as const;

describe('attentionMessage', () => {
  it.each([
    ['rejected', 'Not taken: lunch.jpg', 'was not taken, and nothing was changed by it.'],
    ['needs_review', 'Please look at: lunch.jpg', 'could not be settled without you. It is not counted yet.'],
    ['failed', 'Failed: lunch.jpg', 'could not be worked off to the end. The file is kept.'],
  ] as const)('tells of a document that is %s, by e-mail only', (status, subject, text) => {
    const message = attentionMessage({ ...CONTENT, status });

    expect(message.subject).toBe(subject);
    expect(message.body).toContain(`receipts/alice/lunch.jpg ${text}`);
    expect(message.body).toContain('Reason: the file is empty');
    expect(message.body).toContain('Document doc');
    expect(message.sms).toBeUndefined();
  });

  it('says how to settle a document that waits for the person, and only that', () => {
    const hint = 'corrections/alice/doc.yaml';

    expect(attentionMessage({ ...CONTENT, status: 'needs_review' }).body).toContain(hint);
    expect(attentionMessage({ ...CONTENT, status: 'rejected' }).body).not.toContain(hint);
  });

  it('has a subject for every key', () => {
    expect(attentionMessage({ ...CONTENT, key: 'レシート/' }).subject).toBe('Not taken: ????/');
    expect(attentionMessage({ ...CONTENT, key: `receipts/${'x'.repeat(900)}` }).subject).toHaveLength(100);
  });
});
