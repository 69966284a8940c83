import type { JsonObject } from '../http/service.ts';

/** An event as EventBridge delivers it. */
export interface EventBridgeEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601 in UTC, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: JsonObject;
}

/**
 * Takes an event and resolves once it is stored durably; it is then delivered at least once to every rule that
 * matches. A room must not report its own work as done before this has resolved.
 */
export type EventSink = (event: EventBridgeEvent) => Promise<void>;
