import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan, readPlanFile } from '../../../../lambdas/core/plan/read-plan.ts';
import { describeMistake } from '../../../../lambdas/core/yaml/read-yaml.ts';
import { anyText } from '../../../support/any-text.ts';
import { FULL_PLAN, PLAN, planWith } from './a-plan.ts';

/** Each mistake as `path@line`, with its message. */
const mistakesOf = (text: string): Record<string, string> => {
  const read = readPlan(text);
  return read.ok
    ? {}
    : Object.fromEntries(read.mistakes.map(({ path, line, message }) => [`${path}@${line}`, message]));
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
          { category: 'total', limit: '1500', period: 'month', thresholds: [100, 90, 90] },
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
      ['limit: "400.00"', 'limt: "400.00"'],
      'budgets[0].limt@8',
      'unknown key "limt"; did you mean "limit"?',
    ],
    [
      'the key that is then missing',
      ['limit: "400.00"', 'limt: "400.00"'],
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
    ['a number without quotes', ['"+12025550123"', '12025550123'], 'contacts[1].sms@5', 'E.164 in quotes'],
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
    ['no threshold', ['[100, 90, 90]', '[]'], 'budgets[1].thresholds@11', 'at least one threshold'],
    ['one percentage outside a list', ['[100, 90, 90]', '90'], 'budgets[1].thresholds@11', 'a list such as'],
    [
      'another period',
      ['limit: "1500"', 'limit: "1500"\n    period: fortnight'],
      'budgets[1].period@11',
      'expected week, month, quarter or year',
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
      'contacts[0].email@4',
      'budgets[0].limit@8',
      'budgets[1]@9',
    ]);
  });

  it.each([
    ['an amount', 'limit: "400.00"', 'limit: "1.200,00"', 'budgets[0].limit'],
    ['a currency', 'currency: EUR', 'currency: euros', 'currency'],
  ])('names mistakes between entries beside %s of the wrong form', (_, right, wrong, path) => {
    const text = `name: Alice
currency: EUR
contacts:
  - email: alice@example.com
budgets:
  - category: total
    limit: "400.00"
    period: week
    startDay: 3
`;

    const read = readPlan(text.replace(right, wrong));

    expect(read.ok ? [] : read.mistakes.map((mistake) => mistake.path).sort()).toEqual(
      [path, 'budgets[0].startDay'].sort(),
    );
  });

  it('reads a plan that says everything that a plan may say', () => {
    expect(mistakesOf(FULL_PLAN)).toEqual({});
  });

  it.each([
    ['two budgets apart by their names', ['category: total', 'category: groceries\n    name: treats']],
    ['two budgets apart by their periods', ['category: total', 'category: groceries\n    period: week']],
    ['days in quotes', ['limit: "400.00"', 'limits: [{ limit: "4" }, { validFrom: "2026-12-01", limit: "5" }]']],
    ['a group that nobody uses', ['currency: USD', 'currency: USD\ngroups: { living: [groceries] }']],
    ['both summaries', ['currency: USD', 'currency: USD\ndigest: [monthly, weekly]']],
    ['a phone among the contacts of a budget', ['limit: "400.00"', 'limit: "4"\n    contacts: ["+12025550123"]']],
  ] as const)('takes %s', (_name, replacement) => {
    expect(mistakesOf(planWith(replacement))).toEqual({});
  });

  /** What is written in place of the first budget's limit, where it is mistaken, and what is said. */
  it.each([
    ['limit: "4"\n    limits: [{ limit: "5" }]', 'budgets[0].limits@9', 'expected either limit or limits'],
    ['limits: []', 'budgets[0].limits@8', 'expected at least one limit'],
    ['limits: [{ limit: 5 }]', 'budgets[0].limits[0].limit@8', 'as text in quotes'],
    ['limits: ["5"]', 'budgets[0].limits[0]@8', 'expected an entry such as'],
    ['limits: [{ limit: "5.001" }]', 'budgets[0].limits[0].limit@8', 'at most 2 decimals'],
    ['limits: [{ limit: "5" }, { limit: "6" }]', 'budgets[0].limits[1].validFrom@8', 'is missing; expected the day'],
    ['limits: [{ limit: "5" }, { validFrom: 2026-02-30, limit: "6" }]', 'budgets[0].limits[1].validFrom@8', 'a day of'],
    [
      'limits: [{ limit: "5" }, { validFrom: 1.12.2026, limit: "6" }]',
      'budgets[0].limits[1].validFrom@8',
      'a day such',
    ],
    ['limits: [{ validFom: 2026-12-01, limit: "6" }]', 'budgets[0].limits[0].validFom@8', '"validFrom"?'],
    [
      'limits:\n      - { validFrom: 2026-12-01, limit: "5" }\n      - { validFrom: 2026-12-01, limit: "6" }',
      'budgets[0].limits[1].validFrom@10',
      'expected a day after 2026-12-01',
    ],
    ['limit: "4"\n    startDay: monday', 'budgets[0].startDay@9', 'a day from 1 to 31, for the month'],
    ['limit: "4"\n    startDay: 32', 'budgets[0].startDay@9', 'or a day of the month from 1 to 31'],
    ['limit: "4"\n    startDay: mon', 'budgets[0].startDay@9', 'expected a weekday such as monday, or'],
    [
      'limit: "4"\n    period: week\n    startDay: 1',
      'budgets[0].startDay@10',
      'expected a weekday such as monday, for',
    ],
    ['limit: "4"\n    period: year\n    startDay: 1', 'budgets[0].startDay@10', "a year is the calendar's"],
    ['limit: "4"\n    thresholds: [80%]', 'budgets[0].thresholds[0]@9', 'or amounts in quotes'],
    ['limit: "4"\n    thresholds: [50, "1.234"]', 'budgets[0].thresholds[1]@9', 'at most 2 decimals'],
    ['limit: "4"\n    thresholds: ["0"]', 'budgets[0].thresholds[0]@9', 'an amount above zero'],
    ['limit: "4"\n    forecast: always', 'budgets[0].forecast@9', 'expected true or false'],
    ['limit: "4"\n    rollover: all', 'budgets[0].rollover@9', 'expected none, positive, both, or {'],
    ['limit: "4"\n    rollover: { mode: none }', 'budgets[0].rollover.mode@9', 'expected positive or both'],
    ['limit: "4"\n    rollover: { mode: both, cap: 5 }', 'budgets[0].rollover.cap@9', 'in quotes'],
    ['limit: "4"\n    rollover: { mode: both, cup: "5" }', 'budgets[0].rollover.cup@9', 'did you mean "cap"?'],
    ['limit: "4"\n    rollover: { mode: both, cap: "5.005" }', 'budgets[0].rollover.cap@9', 'at most 2 decimals'],
    ['limit: "4"\n    contacts: [alice@example.co]', 'budgets[0].contacts[0]@9', 'did you mean "alice@example.com"?'],
    ['limit: "4"\n    contacts: [+12025550123]', 'budgets[0].contacts[0]@9', 'expected an address in quotes'],
    ['limit: "4"\n    contacts: []', 'budgets[0].contacts@9', 'expected at least one contact'],
    ['limit: "4"\n    name: two words', 'budgets[0].name@9', 'expected 1 to 40 letters'],
  ])('in place of a limit names what is wrong with %s', (written, at, message) => {
    const text = planWith(['limit: "400.00"', written]);

    expect(mistakesOf(text)).toEqual({ [at]: expect.stringContaining(message) });
  });

  /** What is written below the currency, where it is mistaken, and what is said. */
  it.each([
    ['quietHours: { from: "22:00" }', 'quietHours.to@3', 'is missing; expected a time'],
    ['quietHours: { from: "22:00", to: "24:00" }', 'quietHours.to@3', 'expected a time from "00:00" to "23:59"'],
    ['quietHours: { from: "22:00", to: "22:00" }', 'quietHours@3', 'expected two different times'],
    ['quietHours: night', 'quietHours@3', 'expected { from: "22:00", to: "07:00" }'],
    ['quietHours: { from: "22:00", to: "07:00", tz: UTC }', 'quietHours.tz@3', 'unknown key "tz"'],
    ['digest: daily', 'digest@3', 'expected weekly, monthly, or [weekly, monthly]'],
    ['digest: [weekly, daily]', 'digest[1]@3', 'expected weekly or monthly'],
    ['digest: []', 'digest@3', 'expected weekly, monthly, or both'],
    ['groups: [living]', 'groups@3', 'expected groups such as'],
    ['groups: { living: groceries }', 'groups.living@3', 'expected a list of categories'],
    ['groups: { living: [] }', 'groups.living@3', 'expected at least one category'],
    ['groups: { "our home": [groceries] }', 'groups.our home@3', 'expected 1 to 40 letters'],
    ['groups: { dining: [groceries] }', 'groups.dining@3', '"dining" is a category'],
    ['groups: { Other: [groceries] }', 'groups.other@3', '"other" is reserved'],
    ['groups: { living: [total] }', 'groups.living[0]@3', '"total" is no category'],
    ['groups:\n  home: [pets]\n  living: [groceries, home]', 'groups.living[1]@5', '"home" is a group'],
    ['rules: { rewe: groceries }', 'rules@3', 'expected a list such as'],
    ['rules: [rewe]', 'rules[0]@3', 'expected a rule such as'],
    ['rules: [{ category: pets }]', 'rules[0]@3', 'expected a merchant, items, or both'],
    ['rules: [{ merchant: rewe }]', 'rules[0].category@3', 'is missing; expected a category'],
    ['rules: [{ merchant: "*", category: pets }]', 'rules[0].merchant@3', 'at least one letter or digit'],
    ['rules: [{ items: wine, category: pets }]', 'rules[0].items@3', 'expected a list of words'],
    ['rules: [{ items: [7], category: pets }]', 'rules[0].items[0]@3', 'expected a word'],
    ['rules: [{ merchant: rewe, category: total }]', 'rules[0].category@3', '"total" is reserved'],
    ['groups: { home: [pets] }\nrules: [{ merchant: rewe, category: home }]', 'rules[0].category@4', 'is a group'],
    ['rules: [{ merchant: rewe, categry: pets, category: pets }]', 'rules[0].categry@3', 'did you mean "category"?'],
  ])('below the currency names what is wrong with %s', (written, at, message) => {
    const text = planWith(['currency: USD', `currency: USD\n${written}`]);

    expect(mistakesOf(text)).toEqual({ [at]: expect.stringContaining(message) });
  });

  it.each([
    [
      'an address of nobody',
      'name: Alice',
      'name: Al',
      '"+12025550123"',
      '"+12025550123"\n    hideAmounts: perhaps',
      'contacts[1].hideAmounts@6',
    ],
    [
      'hidden amounts in mails',
      'name: Alice',
      'name: Al',
      'alice@example.com',
      'a@example.com\n    hideAmounts: true',
      'contacts[0].hideAmounts@5',
    ],
  ])('names %s', (_name, from, to, from2, to2, at) => {
    expect(Object.keys(mistakesOf(planWith([from, to], [from2, to2])))).toEqual([at]);
  });

  it('misses a contact of the kind that a budget names', () => {
    const text = planWith(['limit: "400.00"', 'limit: "4"\n    contacts: [sms]'], ['  - sms: "+12025550123"\n', '']);

    expect(mistakesOf(text)).toEqual({ 'budgets[0].contacts[0]@8': expect.stringContaining('contact with sms') });
  });

  it.each([
    ['nothing', '', 'name@1', 'is missing'],
    ['a list', '- a\n', '@1', 'expected a plan with name'],
    ['a sentence', 'hello', '@1', 'expected a plan with name'],
    ['broken JSON', '{"name": "Alice",', '@1', 'no readable YAML or JSON'],
    ['a key that stands twice', `${PLAN}name: Bob\n`, '@12', 'the key "name" stands twice'],
    ['two plans', `${PLAN}---\n${PLAN}`, '@12', 'expected one plan a file'],
    ['an unknown alias', planWith(['"400.00"', '*nope']), '@1', 'Unresolved alias'],
    [
      'a bomb of aliases',
      `a: &a [${'x,'.repeat(10)}]\nb: &b [${'*a,'.repeat(20)}]\nname: [${'*b,'.repeat(20)}]\n`,
      '@1',
      'alias',
    ],
    ['brackets that nobody closes', `${PLAN}rules:\n  - ${'['.repeat(400)}\n`, '@13', 'at most 30 levels deep'],
    ['marks of lists in one line', `${PLAN}rules:\n  ${'- '.repeat(400)}\n`, '@13', 'at most 30 levels deep'],
    ['brackets that close in texts only', `${PLAN}rules: ${'["]",'.repeat(400)}\n`, '@12', 'at most 30 levels deep'],
    [
      'brackets that close in remarks only',
      `${PLAN}rules:\n${'  [ #]\n'.repeat(400)}`,
      '@313',
      'at most 30 levels deep',
    ],
    [
      'a name that no object can hold',
      `${PLAN}groups: { "__proto__": [dining] }\n`,
      '@12',
      'another name than "__proto__"',
    ],
    ['lists in lists', `${PLAN}rules: ${'['.repeat(40)}${']'.repeat(40)}\n`, '@12', 'at most 30 levels deep'],
    [
      'maps in maps',
      `a:\n${Array.from({ length: 40 }, (_, level) => `${' '.repeat(level + 1)}b:\n`).join('')}`,
      '@31',
      'at most 30 levels deep',
    ],
  ])('calls %s a mistake in the file', (_name, text, at, message) => {
    expect(mistakesOf(text)).toMatchObject({ [at]: expect.stringContaining(message) });
  });

  it.each([
    'Bo\\n\\nSubject: hello',
    'Bo\\tBo',
    'Bo\\u2028Bo',
    'Bo\\u200fBo',
    'Bo\\ufeffBo',
  ])('takes no name of more than one line, or with marks that nobody sees: %s', (name) => {
    const text = PLAN.replace('name: Alice', `name: "${name}"`);

    expect(mistakesOf(text)).toEqual({ 'name@1': 'expected a name in one line, without marks that nobody sees' });
  });

  it('takes names with letters that are joined or drawn together', () => {
    for (const name of ['Zoë', 'می\u200cخواهم', '👩\u200d🚀 Ada', "O'Neil-Smith"]) {
      expect(mistakesOf(PLAN.replace('name: Alice', `name: "${name}"`)), name).toEqual({});
    }
  });

  it('names the first fifty of ten thousand unknown keys', () => {
    const unknown = Array.from({ length: 10_000 }, (_, index) => `key${index}: 1\n`).join('');

    const read = readPlan(PLAN + unknown);

    expect(read.ok).toBe(false);
    const mistakes = read.ok ? [] : read.mistakes.map(describeMistake);
    expect(mistakes).toHaveLength(50);
    expect(mistakes[0]).toMatch(/^line 12, key0: unknown key "key0"/);
  });

  it('reads as many keys of one map as fit into a file', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `k${index.toString(36)}`).join(',');

    expect(mistakesOf(`${PLAN}x: {${many}}\n`)).toEqual({ 'x@12': expect.stringContaining('unknown key "x"') });
  });

  it('takes a category that is named like what every object has', () => {
    const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'];
    const budgets = names.map((name) => `  - category: ${name}\n    limit: "1.00"\n`).join('');

    expect(mistakesOf(`${PLAN}${budgets}groups:\n  living: [groceries, household]\n`)).toEqual({});
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
        expect(read.mistakes.length).toBeGreaterThan(0);
        for (const { line } of read.mistakes) expect(line).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
    expect(readPlan('['.repeat(20_000))).toMatchObject({ ok: false });
  });
});

describe('describeMistake', () => {
  it('writes line, path and message', () => {
    expect(describeMistake({ path: 'budgets[0].limit', line: 7, message: 'expected text' })).toBe(
      'line 7, budgets[0].limit: expected text',
    );
    expect(describeMistake({ path: '', line: 1, message: 'unreadable' })).toBe('line 1: unreadable');
  });

  it('stays short when a key is as long as the file, so that it fits into a state', () => {
    const read = readPlan(`${PLAN}? ${'k'.repeat(200_000)}\n: 1\n`);

    const lines = read.ok ? [] : read.mistakes.map(describeMistake);

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

    expect(read).toMatchObject({ ok: false, mistakes: [{ line: 1, message: expect.stringContaining('UTF-8') }] });
  });
});
