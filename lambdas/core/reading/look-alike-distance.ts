/** Signs that readers of print take for each other; such a swap counts half. */
const LOOK_ALIKES = ['o0', 'il1jtf|!', '5s', '8b', 'nm', 'hn', 'uv', 'gq9', 'ce'];

/**
 * Letters to insert, drop or change to get from one word to the other; a swap of look-alikes counts half. Infinite when the
 * lengths differ by more than two.
 */
export function lookAlikeDistance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + costOf(from.charAt(i - 1), to.charAt(j - 1));
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[to.length] ?? Number.POSITIVE_INFINITY;
}

function costOf(from: string, to: string): number {
  if (from === to) return 0;
  return LOOK_ALIKES.some((group) => group.includes(from) && group.includes(to)) ? 0.5 : 1;
}
