import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Plan } from '../lambdas/core/plan/plan.ts';

/** Where editors find it; `npx tsx tools/plan-schema.ts` writes it anew. */
export const PLAN_SCHEMA_FILE = 'docs/reference/plan.schema.json';

/**
 * The plan file as JSON Schema (2020-12), for editors. What only the whole plan tells, such as a category that stands
 * there twice, is found when the plan is dropped.
 */
export const planSchema = (): string => `${JSON.stringify(z.toJSONSchema(Plan, { io: 'input' }), null, 2)}\n`;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(import.meta.dirname, '..', PLAN_SCHEMA_FILE), planSchema());
  console.log(`wrote ${PLAN_SCHEMA_FILE}`);
}
