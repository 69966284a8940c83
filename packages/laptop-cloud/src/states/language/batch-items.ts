import type { Json } from '../../http/service.ts';

/** Items that one child execution gets. */
export interface Batch {
  readonly input: Json;
  readonly itemCount: number;
}

export interface BatchLimits {
  /** @default - as many as fit */
  readonly items?: number | undefined;
  /** UTF-8 bytes of the input. @default - as many as fit */
  readonly bytes?: number | undefined;
  /** Goes along with each batch as `BatchInput`. */
  readonly batchInput?: Json | undefined;
}

/** AWS's own limit for the input of a child execution. */
const LARGEST_INPUT_BYTES = 256 * 1024;

/** Groups items in their order, each batch as full as its limits allow and never empty. */
export function batchItems(items: readonly Json[], { items: most, bytes, batchInput }: BatchLimits): Batch[] {
  const extra = batchInput === undefined ? {} : { BatchInput: batchInput };
  const emptyBytes = Buffer.byteLength(JSON.stringify({ Items: [], ...extra }));
  const limitBytes = Math.min(bytes ?? LARGEST_INPUT_BYTES, LARGEST_INPUT_BYTES);
  const batches: Json[][] = [];
  let size = 0;
  for (const item of items) {
    const itemBytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    const last = batches.at(-1);
    if (!last || last.length >= (most ?? Number.POSITIVE_INFINITY) || size + itemBytes > limitBytes) {
      batches.push([item]);
      size = emptyBytes + itemBytes;
    } else {
      last.push(item);
      size += itemBytes;
    }
  }
  return batches.map((Items) => ({ input: { ...extra, Items }, itemCount: Items.length }));
}
