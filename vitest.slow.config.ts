import { defineConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** Suites that take longer than one waits for at a desk: `npm run test:slow`, which `.ci/run` calls as well. */
export default defineConfig({
  test: { ...everyday.test, include: ['test/**/*.slow.ts', 'packages/*/test/**/*.slow.ts'] },
});
