import { defineConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

/** Suites that take long or need what is not installed by npm: `npm run test:durability`, `:clients`, `:contract`. */
export default defineConfig({ test: { ...everyday.test, include: ['test/**/*.optional.ts'] } });
