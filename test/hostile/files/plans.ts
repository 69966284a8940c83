import { type DueEnd, either, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';

const invalid = rejected('PlanInvalidError');
const inForce: DueEnd = { ends: ['completed'] };
const CONTACTS = 'contacts:\n  - email: planner@example.com\n';
const GOOD = `name: Planner\ncurrency: USD\n${CONTACTS}budgets:\n  - { category: total, limit: "900.00", period: month }\n`;

/** `{a: {a: … 1 …}}` */
const nested = (levels: number): string => `${'{a: '.repeat(levels)}1${'}'.repeat(levels)}\n`;

/** Plans that are none, each of a person of its own. */
export function hostilePlans({ chance, stranger }: Kit): HostileFile[] {
  const plan = (what: string, content: string | Buffer, due: DueEnd = invalid, ending = 'yaml'): HostileFile => ({
    kind: 'plan',
    what,
    path: `budgets/${stranger()}.${ending}`,
    content: Buffer.from(content),
    due,
  });
  const values = [
    'null',
    '[]',
    '{}',
    'true',
    '"text"',
    '-1',
    '1e400',
    '.nan',
    '.inf',
    '2026-11-20',
    '!!binary aGk=',
    '[[[]]]',
    '{__proto__: 1}',
  ];
  const keys = ['name', 'currency', 'budgets', 'contacts', 'timeZone', 'locale', 'quietHours', 'categories', 'rules'];
  return [
    plan('nested 50 deep', nested(50)),
    plan('nested 500 deep', nested(500)),
    plan('lists 500 deep', `a: ${'['.repeat(500)}${']'.repeat(500)}\n`),
    plan('lists by indentation, 300 deep', `${'- '.repeat(300)}1\n`),
    plan('an alias', `${CONTACTS}name: X\ncurrency: USD\nbudgets: [&b { category: total, limit: "900.00" }, *b]\n`),
    plan('twenty aliases', `${GOOD}x: &x [1, 2]\ny: [${Array.from({ length: 20 }, () => '*x').join(', ')}]\n`),
    plan('aliases of aliases', 'a: &a [1, 1]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n'),
    plan('an alias of itself', 'a: &a [*a]\n'),
    plan('an alias of nothing', `${GOOD}x: *nobody\n`),
    plan('a merge', 'base: &b { name: X }\n<<: *b\ncurrency: USD\n'),
    plan('a tag that nobody knows', `${GOOD}x: !!js/function "function () {}"\n`),
    plan('a key twice', `${GOOD}name: Other\n`),
    plan('a key that is a map', '? {a: 1}\n: 2\n'),
    plan('a key that is null', `${GOOD}? \n: 1\n`),
    plan('two documents', `${GOOD}---\n${GOOD}`),
    plan('tabs', 'name:\tX\n\tcurrency: USD\n'),
    plan('text without end', 'name: "X\n'),
    plan('a picture', chance.bytes(400)),
    plan('nulls', Buffer.alloc(200)),
    plan('markup', '<!doctype html><p>name: X</p>\n'),
    plan(
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('name: '), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('\n')]),
    ),
    plan('half a character', Buffer.concat([Buffer.from(`${GOOD}# `), Buffer.from([0xe2, 0x82])])),
    plan('UTF-8 with a mark', `\ufeff${GOOD}`, inForce),
    plan('UTF-16 with a mark', Buffer.from(`\ufeff${GOOD}`, 'utf16le'), inForce),
    plan('UTF-16 without a mark', Buffer.from(GOOD, 'utf16le')),
    plan(
      'UTF-16, an odd number of bytes',
      Buffer.concat([Buffer.from(`\ufeff${GOOD}`, 'utf16le'), Buffer.from([0x41])]),
    ),
    plan(
      'a name with controls',
      GOOD.replace('Planner', '"X\\e[31m"'),
      rejected('PlanInvalidError', /control characters/),
    ),
    plan('a name with raw controls', GOOD.replace('Planner', 'X\u001b]0;owned\u0007')),
    plan('a category with controls', GOOD.replace('total', '"to\\u0007tal"')),
    plan('a name of 100,000 letters', GOOD.replace('Planner', 'X'.repeat(100_000))),
    plan('a key of 10,000 letters', `${GOOD}${'k'.repeat(10_000)}: 1\n`),
    plan(
      '1,000 unknown keys',
      `${GOOD}${Array.from({ length: 1000 }, (_, index) => `key${index}: ${index}\n`).join('')}`,
    ),
    plan(
      '5,000 budgets',
      `name: X\ncurrency: USD\nbudgets:\n${'  - { category: total, limit: "1.00", period: month }\n'.repeat(5000)}`,
      either(invalid, rejected('FileTooLargeError')),
    ),
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'].map((key) =>
      plan(`the key ${key}`, `${GOOD}${key}: { isAdmin: true }\n`),
    ),
    ...['__proto__', 'constructor', 'toString'].map((key) =>
      plan(`the key ${key} in a budget`, GOOD.replace('period:', `${key}: 1, period:`)),
    ),
    ...chance
      .shuffled(keys)
      .slice(0, 6)
      .map((key) => {
        const value = chance.pick(
          values.filter(
            (candidate) => candidate !== '[]' && candidate !== '{}' && candidate !== '"text"' && candidate !== 'null',
          ),
        );
        return plan(
          `${key}: ${value}`,
          `${GOOD.replace(new RegExp(`^${key}:.*\n(?:  .*\n)*`, 'm'), '')}${key}: ${value}\n`,
        );
      }),
    ...['1e400', '-5', '"NaN"', '"1,000.00"', '.inf', '"0.001"', '""', '"٩٠٠"'].map((limit) =>
      plan(`a limit of ${limit}`, GOOD.replace('"900.00"', limit)),
    ),
    plan('JSON cut off', '{"name": "X", "currency": "USD"', invalid, 'json'),
    plan('JSON with __proto__', '{"name": "X", "currency": "USD", "__proto__": {"budgets": []}}', invalid, 'json'),
    plan('a mailbox of two lines', GOOD.replace('planner@example.com', '"a@example.com\\r\\nBcc: b@example.com"')),
    plan('a mailbox of a script', GOOD.replace('planner@example.com', '"<script>@example.com"')),
    plan('a number of letters', GOOD.replace('email: planner@example.com', 'sms: "call me"')),
    plan('a time zone that is a path', `${GOOD}timeZone: ../../etc/localtime\n`),
    plan('a locale of nowhere', `${GOOD}locale: xx-${'y'.repeat(200)}\n`),
  ];
}
