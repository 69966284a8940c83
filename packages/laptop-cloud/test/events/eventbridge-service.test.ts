import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { EventBridgeEvent } from '../../src/events/event.ts';
import { createEventBridgeService } from '../../src/events/eventbridge-service.ts';

describe('PutEvents', () => {
  it('stores each entry as an event of its own, and lets a wrong one fail alone', async () => {
    const stored: EventBridgeEvent[] = [];
    const { operations } = createEventBridgeService({
      clock: systemClock,
      put: async (event) => void stored.push(event),
    });
    const entries = [
      { Source: 'test', DetailType: 'Expense Recorded', Detail: '{"documentId":"d1"}', Time: 1_795_000_000 },
      { Source: 'test', DetailType: 'Expense Recorded', Detail: 'no JSON' },
    ];

    const result = await operations['PutEvents']?.({ Entries: entries }, {});

    expect(result).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ EventId: stored[0]?.id }, { ErrorCode: 'MalformedDetail' }],
    });
    expect(stored).toMatchObject([
      { source: 'test', 'detail-type': 'Expense Recorded', time: '2026-11-18T11:06:40Z', detail: { documentId: 'd1' } },
    ]);
  });
});
