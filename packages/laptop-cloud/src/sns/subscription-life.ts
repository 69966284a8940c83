import { invalidParameter } from './sns-input.ts';
import type { SnsStore, Subscription } from './sns-store.ts';

const HOUR_MS = 3_600_000;

/**
 * How long SNS lists what is not subscribed: a pending one for two days, one whose owner has left for three.
 * https://aws.amazon.com/about-aws/whats-new/2023/05/amazon-sns-automatic-deletion-unconfirmed-subscriptions/
 */
const LISTED_MS = { pending: 48 * HOUR_MS, deleted: 72 * HOUR_MS } as const;

/** Whether SNS knows of a subscription still. */
export const isListed = ({ state }: Subscription, nowMs: number): boolean =>
  state === undefined || nowMs - state.sinceMs < LISTED_MS[state.is];

/** What stands for the ARN of one that has none: nobody can unsubscribe it by API. */
export const listedArn = ({ arn, state }: Subscription): string => {
  if (state === undefined) return arn;
  return state.is === 'pending' ? 'PendingConfirmation' : 'Deleted';
};

/** What the owner of an address does by the links that SNS mails: the one to confirm, and the one below each message. */
export function ownerActions(store: SnsStore, now: () => number) {
  const find = (endpoint: string, is: 'pending' | undefined): Subscription[] => {
    const found = [...store.subscriptions.values()].filter(
      (subscription) =>
        subscription.endpoint === endpoint && subscription.state?.is === is && isListed(subscription, now()),
    );
    if (found.length === 0) throw invalidParameter(`no ${is ?? 'confirmed'} subscription of ${endpoint}`);
    return found;
  };
  return {
    /** @throws ServiceError `InvalidParameter` when nothing waits to be confirmed. */
    async confirm(endpoint: string): Promise<void> {
      for (const { state: _, ...subscription } of find(endpoint, 'pending')) await store.putSubscription(subscription);
    },
    /** @throws ServiceError `InvalidParameter` when nothing is confirmed. */
    async leave(endpoint: string): Promise<void> {
      const state = { is: 'deleted', sinceMs: now() } as const;
      for (const subscription of find(endpoint, undefined)) await store.putSubscription({ ...subscription, state });
    },
  };
}
