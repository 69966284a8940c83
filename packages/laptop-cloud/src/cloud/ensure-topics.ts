import { localArn } from '../account.ts';
import type { OperationService } from '../http/service.ts';
import type { TopicSpec } from './declaration.ts';

/** Creates each topic and its subscriptions, unless they are there. */
export async function ensureTopics({ operations }: OperationService, topics: readonly TopicSpec[]): Promise<void> {
  for (const { name, subscriptions = [] } of topics) {
    await operations.CreateTopic?.({ Name: name }, {});
    for (const { protocol, address } of subscriptions) {
      await operations.Subscribe?.({ TopicArn: localArn('sns', name), Protocol: protocol, Endpoint: address }, {});
    }
  }
}
