import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest; begun last, one of them would run on while every other core stands still. */
const LONGEST = ['test/cloud/scenarios.test.ts', 'test/durability/kill.slow.ts', 'test/durability/full-disk.slow.ts'];

/** Begins with the longest files, then goes on as vitest would. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.endsWith(path));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
