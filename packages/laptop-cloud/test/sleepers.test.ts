import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sleeper, Sleepers } from '../src/sleepers.ts';

/** Everybody who is left, group by group, as a clock would wake them. */
function wakeAll(sleepers: Sleepers): Sleeper[][] {
  const groups: Sleeper[][] = [];
  while (sleepers.size > 0) groups.push(sleepers.takeEarliest());
  return groups;
}

const asleep = (at: number): Sleeper => ({ at, wake: () => undefined });

describe('Sleepers', () => {
  it('wakes the earliest first, and those of one instant together, in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.array(fc.nat(60)), (instants, leaving) => {
        const sleepers = new Sleepers();
        const came = instants.map((at) => ({ sleeper: { at }, leave: sleepers.add(asleep(at)) }));
        const left = new Set(leaving.flatMap((index) => (came[index] ? [came[index]] : [])));

        for (const { leave } of left) leave();

        const stayed = came.filter((one) => !left.has(one)).map(({ sleeper }) => sleeper.at);
        const expected = [...new Set(stayed)].sort((a, b) => a - b);
        expect(sleepers.size).toBe(stayed.length);
        expect(wakeAll(sleepers).map((group) => group.map(({ at }) => at))).toEqual(
          expected.map((at) => stayed.filter((other) => other === at)),
        );
      }),
    );
  });

  it('keeps the order in which sleepers of one instant came, also after others left', () => {
    const sleepers = new Sleepers();
    const woken: string[] = [];
    const leave = ['a', 'b', 'c', 'd', 'e'].map((name) => sleepers.add({ at: 7, wake: () => void woken.push(name) }));

    leave[1]?.();
    for (const { wake } of sleepers.takeEarliest()) wake();

    expect(woken).toEqual(['a', 'c', 'd', 'e']);
  });

  it('takes nobody else out when one leaves who was woken, or leaves twice', () => {
    const sleepers = new Sleepers();
    const leaveFirst = sleepers.add(asleep(1));
    const leaveSecond = sleepers.add(asleep(2));
    sleepers.add(asleep(3));

    sleepers.takeEarliest();
    leaveFirst();
    leaveSecond();
    leaveSecond();

    expect(wakeAll(sleepers).map(([first]) => first?.at)).toEqual([3]);
  });
});
