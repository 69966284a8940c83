import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MessageProtocol } from './message.ts';

export interface Topic {
  readonly arn: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: MessageProtocol;
  readonly endpoint: string;
  /** Absent when it is confirmed: then messages go there. */
  readonly state?: SubscriptionState;
}

/** One whose owner has not followed the link, or has unsubscribed by the link below a message; and since when. */
export interface SubscriptionState {
  readonly is: 'pending' | 'deleted';
  readonly sinceMs: number;
}

interface SnsState {
  readonly topics: readonly Topic[];
  readonly subscriptions: readonly Subscription[];
}

/** Topics and subscriptions, by ARN; every change is in the file before it resolves. */
export class SnsStore {
  readonly topics: Map<string, Topic>;
  readonly subscriptions: Map<string, Subscription>;
  readonly #file: string;
  #saved: Promise<void> = Promise.resolve();

  private constructor(file: string, { topics, subscriptions }: SnsState) {
    this.#file = file;
    this.topics = new Map(topics.map((topic) => [topic.arn, topic]));
    this.subscriptions = new Map(subscriptions.map((subscription) => [subscription.arn, subscription]));
  }

  static async open(file: string): Promise<SnsStore> {
    await mkdir(dirname(file), { recursive: true });
    const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{"topics":[],"subscriptions":[]}';
      throw error;
    });
    return new SnsStore(file, JSON.parse(content) as SnsState);
  }

  subscriptionsOf(topicArn: string): Subscription[] {
    return [...this.subscriptions.values()].filter((subscription) => subscription.topicArn === topicArn);
  }

  async putTopic(topic: Topic): Promise<void> {
    this.topics.set(topic.arn, topic);
    await this.#save();
  }

  /** Removes a topic with its subscriptions. */
  async removeTopic(arn: string): Promise<void> {
    for (const subscription of this.subscriptionsOf(arn)) this.subscriptions.delete(subscription.arn);
    if (this.topics.delete(arn)) await this.#save();
  }

  async putSubscription(subscription: Subscription): Promise<void> {
    this.subscriptions.set(subscription.arn, subscription);
    await this.#save();
  }

  async removeSubscription(arn: string): Promise<void> {
    if (this.subscriptions.delete(arn)) await this.#save();
  }

  #save(): Promise<void> {
    const saved = this.#saved.then(async () => {
      const state: SnsState = { topics: [...this.topics.values()], subscriptions: [...this.subscriptions.values()] };
      await writeFile(`${this.#file}.new`, JSON.stringify(state, null, 2));
      await rename(`${this.#file}.new`, this.#file);
    });
    this.#saved = saved.catch(() => undefined);
    return saved;
  }
}
