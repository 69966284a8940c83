import { defineConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** Suites that need what npm does not install: `npm run test:clients`, `:contract`. */
export default defineConfig({ test: { ...everyday.test, include: ['test/**/*.optional.ts'] } });
