import { defineConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** Suites in a real browser: `npm run test:browser`, which `.ci/run` calls as well. Where there is none, they say so. */
export default defineConfig({
  test: { ...everyday.test, include: ['packages/*/test/**/*.browser.ts', 'test/**/*.browser.ts'] },
});
