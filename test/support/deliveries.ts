import { type StartDelivery, startDelivery } from '../../lambdas/adapters/start-delivery.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import type { Delivery } from '../../lambdas/core/alert/alert.ts';

/** Who starts deliveries, and which were: a name stands for one execution, whoever starts it. */
export function openDeliveries(table: Table) {
  const started = new Map<string, Delivery>();
  const start: StartDelivery = async (delivery) => {
    const arn = `arn:deliver-alerts:${delivery.name}`;
    started.set(arn, delivery);
    return arn;
  };
  type Asked = Parameters<typeof startDelivery> extends [unknown, unknown, ...infer Rest] ? Rest : never;
  return {
    start,
    /** The port of functions that claim. */
    startDelivery: (...asked: Asked) => startDelivery(table, start, ...asked),
    /** What a function's answer says it started; none or one. */
    of: ({ delivery }: { readonly delivery?: string }): Delivery[] => {
      const found = delivery === undefined ? undefined : started.get(delivery);
      return found ? [found] : [];
    },
  };
}
