import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPlan } from '../../lambdas/core/plan/read-plan.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { PLAN_SCHEMA_FILE, planSchema } from '../../tools/plan-schema.ts';
import { codeBlocks, readPage } from '../docs/markdown.ts';
import { FULL_PLAN, PLAN, planWith } from '../lambdas/core/plan/a-plan.ts';

const published = readFileSync(join(projectRoot, PLAN_SCHEMA_FILE), 'utf8');
// Editors leave out formats that they do not know; the pattern beside them says the same.
const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(JSON.parse(published));
/** Where an editor would underline something, and why. */
const mistakesIn = (text: string): string[] =>
  validate(parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

const samples = join(projectRoot, 'events/samples/budgets');
const plans = [
  ['the shortest plan', PLAN],
  ['a plan that says everything', FULL_PLAN],
  ...readdirSync(samples).map((name) => [name, readFileSync(join(samples, name), 'utf8')] as const),
  ...codeBlocks(readPage('docs/reference/plan.md'), 'yaml')
    .filter((code) => code.includes('budgets:'))
    .map((code, index) => [`example ${index + 1} of the reference`, code] as const),
] as const;

describe(PLAN_SCHEMA_FILE, () => {
  it('is the one of the code; npx tsx tools/plan-schema.ts writes it anew', () => {
    expect(published).toBe(planSchema());
  });

  it.each(plans)('takes %s', (_, text) => {
    expect(readPlan(text)).toMatchObject({ ok: true });
    expect(mistakesIn(text)).toEqual([]);
  });

  it('is named by a line that editors read', () => {
    const [line = ''] = codeBlocks(readPage('docs/reference/plan.md'), 'yaml').flatMap((code) =>
      code.split('\n').filter((each) => each.startsWith('# yaml-language-server: $schema=')),
    );

    expect(line).toMatch(/plan\.schema\.json$/);
  });

  it.each([
    ['limit: "400.00"', 'limit: 400', '/budgets/0/limit type'],
    ['limit: "400.00"', 'limit: "400,00"', '/budgets/0/limit pattern'],
    ['limit: "400.00"', 'limt: "400.00"', '/budgets/0 additionalProperties'],
    ['    limit: "400.00"\n', '', '/budgets/0 oneOf'],
    ['limit: "400.00"', 'limit: "4"\n    limits: [{ limit: "5" }]', '/budgets/0 oneOf'],
    ['limit: "400.00"', 'limit: "4"\n    period: fortnight', '/budgets/0/period enum'],
    ['limit: "400.00"', 'limit: "4"\n    startDay: 32', '/budgets/0/startDay anyOf'],
    ['limit: "400.00"', 'limit: "4"\n    thresholds: [0]', '/budgets/0/thresholds/0 anyOf'],
    ['name: Alice', 'nme: Alice', ' required'],
    ['alice@example.com', 'alice', '/contacts/0/email pattern'],
    ['currency: USD', 'currency: USD\nquietHours: { from: "25:00", to: "07:00" }', '/quietHours/from pattern'],
    ['currency: USD', 'currency: USD\ngroups: { "our home": [pets] }', '/groups propertyNames'],
  ])('underlines in place of %j what is wrong with %j', (from, to, expected) => {
    const text = planWith([from, to]);

    expect(mistakesIn(text)).toContain(expected);
    expect(readPlan(text)).toMatchObject({ ok: false });
  });
});
