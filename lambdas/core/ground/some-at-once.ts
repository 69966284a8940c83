/**
 * Does something with every item, so many at once, and gives the results in the items' order. A failure ends it; what is
 * under way by then is not waited for.
 */
export async function someAtOnce<T, R>(
  count: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const queue = items.entries();
  const take = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, take));
  return results;
}
