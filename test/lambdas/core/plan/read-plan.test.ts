import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan, readPlanFile } from '../../../../lambdas/core/plan/read-plan.ts';
import { describeProblem } from '../../../../lambdas/core/yaml/read-yaml.ts';
import { anyText } from '../../../support/any-text.ts';
import { PLAN, planWith } from './a-plan.ts';

/** Each mistake as `path@line`, with its message. */
const mistakesOf = (text: string): Record<string, string> => {
  const read = readPlan(text);
  return read.ok
    ? {}
    : Object.fromEntries(read.problems.map(({ path, line, message }) => [`${path}@${line}`, message]));
};

describe('readPlan', () => {
  it('reads a plan and fills in what may be left out', () => {
    expect(readPlan(PLAN)).toEqual({
      ok: true,
      plan: {
        name: 'Alice',
        currency: 'USD',
        contacts: [{ email: 'alice@example.com' }, { sms: '+12025550123' }],
        budgets: [
          { category: 'groceries', limit: '400.00', period: 'month', thresholds: [50, 80, 100] },
          { category: 'total', limit: '1500', period: 'month', thresholds: [90, 100] },
        ],
      },
    });
  });

  it('reads the same from JSON, with tabs, and behind a byte order mark', () => {
    const read = readPlan(PLAN);
    const json = JSON.stringify((read as { plan: unknown }).plan, null, '\t');

    expect(readPlan(json)).toEqual(read);
    expect(readPlan(`\ufeff${PLAN}`)).toEqual(read);
    expect(readPlan(PLAN.replaceAll('\n', '\r\n'))).toEqual(read);
  });

  it('takes lower-case currencies, upper-case categories and every period spelled out', () => {
    const text = planWith(
      ['USD', 'eur'],
      ['groceries', 'Groceries'],
      ['limit: "400.00"', 'limit: "400.00"\n    period: month'],
    );

    expect(readPlan(text)).toMatchObject({
      ok: true,
      plan: { currency: 'EUR', budgets: [{ category: 'groceries' }, {}] },
    });
  });

  it.each([
    [
      'a misspelt key',
      ['limit: "400.00"', 'limits: "400.00"'],
      'budgets[0].limits@8',
      'unknown key "limits"; did you mean "limit"?',
    ],
    [
      'the key that is then missing',
      ['limit: "400.00"', 'limits: "400.00"'],
      'budgets[0].limit@7',
      'is missing; expected the amount as text',
    ],
    ['a key of its own', ['name: Alice', 'name: Alice\nnickname: Al'], 'nickname@2', 'expected one of name, locale'],
    ['a key that every object has', ['name: Alice', 'name: Alice\n__proto__: 1'], '__proto__@2', 'unknown key'],
    ['an amount without quotes', ['"400.00"', '400.00'], 'budgets[0].limit@8', 'as text in quotes'],
    ['an amount with a comma', ['"400.00"', '"400,00"'], 'budgets[0].limit@8', 'a plain amount in quotes'],
    ['an amount with its currency', ['"400.00"', '"USD 400"'], 'budgets[0].limit@8', 'a plain amount in quotes'],
    ['a limit of nothing', ['"400.00"', '"0.00"'], 'budgets[0].limit@8', 'an amount above zero'],
    ['a limit below zero', ['"400.00"', '"-400"'], 'budgets[0].limit@8', 'a plain amount in quotes'],
    ['too many decimals', ['"400.00"', '"400.001"'], 'budgets[0].limit@8', 'at most 2 decimals in USD'],
    ['decimals of a currency without', ['USD', 'JPY'], 'budgets[0].limit@8', 'at most 0 decimals in JPY'],
    ['an unknown currency', ['USD', 'XYZ'], 'currency@2', 'an ISO 4217 code'],
    ['a metal', ['USD', 'XAU'], 'currency@2', 'an ISO 4217 code'],
    ['a reserved category', ['groceries', 'other'], 'budgets[0].category@7', '"other" is reserved'],
    ['a category with a space', ['groceries', 'eating out'], 'budgets[0].category@7', '1 to 40 letters'],
    ['a repeated category', ['total', 'Groceries'], 'budgets[1]@9', 'groceries per month stands here a second time'],
    [
      'a repeated contact',
      ['sms: "+12025550123"', 'email: alice@example.com'],
      'contacts[1]@5',
      'stands here a second time',
    ],
    ['a number without quotes', ['"+12025550123"', '12025550123'], 'contacts[1]@5', 'E.164 in quotes'],
    ['a number without its country', ['"+12025550123"', '"2025550123"'], 'contacts[1].sms@5', 'a number in E.164'],
    ['a broken address', ['alice@example.com', 'alice'], 'contacts[0].email@4', 'an e-mail address'],
    [
      'another kind of contact',
      ['email: alice@example.com', 'telegram: alice'],
      'contacts[0]@4',
      'expected either email',
    ],
    [
      'a contact that is two',
      ['email: alice@example.com', 'email: a@example.com\n    sms: "+12025550199"'],
      'contacts[0]@4',
      'expected either email',
    ],
    ['an unknown time zone', ['USD', 'USD\ntimeZone: Mars/Olympus'], 'timeZone@3', 'an IANA time zone'],
    ['a locale that is none', ['USD', 'USD\nlocale: english please'], 'locale@3', 'a BCP 47 locale'],
    ['a half percentage', ['[100, 90, 90]', '[99.5]'], 'budgets[1].thresholds[0]@11', 'whole percentages'],
    ['a percentage of nothing', ['[100, 90, 90]', '[100, 0]'], 'budgets[1].thresholds[1]@11', 'from 1 to 1000'],
    ['no percentage', ['[100, 90, 90]', '[]'], 'budgets[1].thresholds@11', 'at least one percentage'],
    ['one percentage outside a list', ['[100, 90, 90]', '90'], 'budgets[1].thresholds@11', 'a list of percentages'],
    [
      'another period',
      ['limit: "1500"', 'limit: "1500"\n    period: week'],
      'budgets[1].period@11',
      'expected "month"',
    ],
    [
      'an empty entry',
      ['  - category: total', '  -\n  - category: total'],
      'budgets[1]@9',
      'expected a budget such as',
    ],
  ] as const)('names %s with its path and line', (_name, replacement, at, message) => {
    expect(mistakesOf(planWith(replacement))).toMatchObject({ [at]: expect.stringContaining(message) });
  });

  it('names all mistakes in one go, also those between entries, in the order of the lines', () => {
    const text = planWith(
      ['name: Alice', 'nme: Alice'],
      ['"400.00"', '"400.001"'],
      ['total', 'groceries'],
      ['alice@example.com', '5'],
    );

    expect(Object.keys(mistakesOf(text))).toEqual([
      'name@1',
      'nme@1',
      'contacts[0]@4',
      'budgets[0].limit@8',
      'budgets[1]@9',
    ]);
  });

  it.each([
    ['nothing', '', 'name@1', 'is missing'],
    ['a list', '- a\n', '@1', 'expected a plan with name'],
    ['a sentence', 'hello', '@1', 'expected a plan with name'],
    ['broken JSON', '{"name": "Alice",', '@1', 'no readable YAML or JSON'],
    ['a key that stands twice', `${PLAN}name: Bob\n`, '@12', 'Map keys must be unique'],
    ['two plans', `${PLAN}---\n${PLAN}`, '@12', 'expected one plan a file'],
    ['an unknown alias', planWith(['"400.00"', '*nope']), '@1', 'Unresolved alias'],
    [
      'a bomb of aliases',
      `a: &a [${'x,'.repeat(10)}]\nb: &b [${'*a,'.repeat(20)}]\nname: [${'*b,'.repeat(20)}]\n`,
      '@1',
      'alias',
    ],
  ])('calls %s a mistake in the file', (_name, text, at, message) => {
    expect(mistakesOf(text)).toMatchObject({ [at]: expect.stringContaining(message) });
  });

  it('never throws, whatever the file holds', () => {
    const text = fc.oneof(
      anyText({ maxLength: 200 }),
      fc.json(),
      fc
        .tuple(fc.nat({ max: PLAN.length }), fc.nat({ max: 20 }), fc.string())
        .map(([from, length, inserted]) => PLAN.slice(0, from) + inserted + PLAN.slice(from + length)),
    );
    fc.assert(
      fc.property(text, (file) => {
        const read = readPlan(file);
        if (read.ok) return;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const { line } of read.problems) expect(line).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
    expect(readPlan('['.repeat(20_000))).toMatchObject({ ok: false });
  });
});

describe('describeProblem', () => {
  it('writes line, path and message', () => {
    expect(describeProblem({ path: 'budgets[0].limit', line: 7, message: 'expected text' })).toBe(
      'line 7, budgets[0].limit: expected text',
    );
    expect(describeProblem({ path: '', line: 1, message: 'unreadable' })).toBe('line 1: unreadable');
  });

  it('stays short when a key is as long as the file, so that it fits into a state', () => {
    const read = readPlan(`${PLAN}? ${'k'.repeat(200_000)}\n: 1\n`);

    const lines = read.ok ? [] : read.problems.map(describeProblem);

    expect(lines).toHaveLength(1);
    expect(lines[0]?.length).toBeLessThan(400);
  });
});

describe('readPlanFile', () => {
  const utf16 = Buffer.from(`\ufeff${PLAN}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(PLAN)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${PLAN}`)],
    ['UTF-16, low byte first', utf16],
    ['UTF-16, high byte first', Buffer.from(utf16).swap16()],
  ])('reads a plan in %s', (_, bytes) => {
    expect(readPlanFile(bytes)).toEqual(readPlan(PLAN));
  });

  it('fails on letters of another encoding instead of guessing a name', () => {
    const read = readPlanFile(Buffer.from(PLAN.replace('Alice', 'J\u00fcrgen'), 'latin1'));

    expect(read).toMatchObject({ ok: false, problems: [{ line: 1, message: expect.stringContaining('UTF-8') }] });
  });
});
