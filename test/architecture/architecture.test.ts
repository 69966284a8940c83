import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.ts';
import { imports, importsIn, ownImports, sources, textOf } from './imports.ts';
import { makesKey, spellsKey } from './spelled-keys.ts';

const CORE = /^lambdas\/core\//;
const ADAPTERS = /^lambdas\/adapters\//;
const RUNTIME = /^lambdas\/runtime\//;
const WIRING = /^lambdas\/[^/]+\/index\.ts$/;

/** The layers, the lowest first, and what each may stand on besides itself. */
const layers = [
  { name: 'printed-text', files: /^packages\/printed-text\//, standsOn: [] },
  { name: 'e-invoices', files: /^packages\/e-invoices\//, standsOn: [] },
  { name: 'laptop-cloud', files: /^packages\/laptop-cloud\//, standsOn: ['printed-text'] },
  { name: 'core', files: CORE, standsOn: ['printed-text', 'e-invoices'] },
  { name: 'adapters', files: ADAPTERS, standsOn: ['core', 'e-invoices'] },
  { name: 'runtime', files: RUNTIME, standsOn: ['core', 'adapters'] },
  { name: 'wiring', files: WIRING, standsOn: ['core', 'adapters', 'runtime', 'handlers'] },
  { name: 'handlers', files: /^lambdas\//, standsOn: ['core', 'e-invoices'] },
  { name: 'lib', files: /^lib\//, standsOn: ['core'] },
  { name: 'machines', files: /^statemachines\//, standsOn: ['core', 'lib'] },
  { name: 'events', files: /^events\//, standsOn: [] },
  { name: 'views', files: /^views\//, standsOn: ['core', 'adapters'] },
  { name: 'laptop', files: /^laptop\//, standsOn: ['laptop-cloud', 'lib', 'core', 'adapters', 'views'] },
  { name: 'tools', files: /^tools\//, standsOn: ['laptop-cloud', 'lib', 'core', 'adapters', 'views', 'laptop'] },
] as const;

const layerOf = (path: string): (typeof layers)[number] | undefined => layers.find(({ files }) => files.test(path));

/** Rooms of the core: its folders. */
const roomOf = (path: string): string => path.split('/')[2] ?? '';

const told = (found: readonly { from: string; to: string }[]) => found.map(({ from, to }) => `${from} -> ${to}`);

describe('the house', () => {
  it('has no arrow upward: each layer stands on lower ones only', () => {
    const upward = ownImports.filter(({ from, to }) => {
      const [above, below] = [layerOf(from), layerOf(to)];
      if (!above || above === below) return false;
      return below === undefined || !(above.standsOn as readonly string[]).includes(below.name);
    });

    expect(told(upward)).toEqual([]);
  });

  it('goes into its packages by their names only', () => {
    const packageOf = (path: string) => /^packages\/[^/]+\//.exec(path)?.[0];
    // A bench measures with what the package's own benches measure with, which is no part of what it offers.
    const measures = (from: string, to: string) => from.startsWith('bench/') && to.includes('/bench/measure/');
    const around = ownImports.filter(({ from, to }) => {
      const entered = packageOf(to);
      if (entered === undefined || entered === packageOf(from) || measures(from, to)) return false;
      return !to.startsWith(`${entered}src/`);
    });

    expect(told(around)).toEqual([]);
  });

  it('has no circle of files, by value or by type', () => {
    expect(circlesIn(ownImports).map((circle) => circle.join(' -> '))).toEqual([]);
  });

  it('has no circle of rooms in the core, and no file of it outside a room', () => {
    const within = ownImports.filter(({ from, to }) => CORE.test(from) && CORE.test(to));
    const between = within.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }));
    const loose = sources.filter((path) => CORE.test(path) && path.split('/').length < 4);

    expect(circlesIn(between.filter(({ from, to }) => from !== to)).map((circle) => circle.join(' -> '))).toEqual([]);
    expect(loose).toEqual([]);
  });
});

describe('the core', () => {
  it('asks nobody: no AWS client, no file, no network, no environment', () => {
    const allowed =
      /^(node:crypto|node:zlib|node:timers\/promises|zod\/mini|yaml|temporal-polyfill|fastest-levenshtein)$/;
    const outside = imports.filter(({ from, to }) => CORE.test(from) && !sources.includes(to) && !allowed.test(to));

    expect(told(outside.filter(({ isType }) => !isType))).toEqual([]);
    expect(sources.filter((path) => CORE.test(path) && /process\.env|Date\.now\(\)/.test(textOf(path)))).toEqual([]);
  });
});

describe('the adapters', () => {
  const KEYS = 'lambdas/adapters/ledger-keys.ts';
  const TABLE = 'lambdas/adapters/table.ts';

  it('send to AWS, each of them, by a client or through another adapter, or make the writes of one that does', () => {
    const isSending = (path: string): boolean =>
      imports.some(({ from, to, isType }) => {
        if (from !== path) return false;
        if (isType) return to === TABLE;
        return to.startsWith('@aws-sdk/client-') || (ADAPTERS.test(to) && isSending(to));
      });
    const idle = sources.filter((path) => ADAPTERS.test(path) && !isSending(path));

    expect(idle).toEqual([KEYS]);
  });

  it('alone spell the keys of the table, in one file', () => {
    const keys = textOf(KEYS);
    const prefixes = new Set([...keys.matchAll(/[`']([A-Z]{4,})#/g)].map(([, prefix]) => prefix));
    const key = new RegExp(`\\b(${[...prefixes].join('|')})#`);
    const others = sources.filter((path) => path !== KEYS && !/^(test|packages)\//.test(path));

    expect(prefixes.size).toBeGreaterThan(10);
    expect(others.filter((path) => key.test(textOf(path)))).toEqual([]);
    expect(others.filter((path) => ADAPTERS.test(path) && spellsKey(textOf(path)))).toEqual([]);
    expect(others.filter((path) => !ADAPTERS.test(path) && makesKey(textOf(path)))).toEqual([]);
  });
});

describe('what the rules go by', () => {
  it.each([
    ["import type { Write } from './table.ts';", true],
    ["import { type Table, type Write } from './table.ts';", true],
    ["export type { Write } from './table.ts';", true],
    ["import {\n  type Table,\n  type Write,\n} from './table.ts';", true],
    ["import { putItem, type Write } from './table.ts';", false],
    ["import { type Write, putItem } from './table.ts';", false],
    ["import { types } from './table.ts';", false],
    ["import * as table from './table.ts';", false],
    ["import type { Key } from './keys.ts';\nimport './table.ts';", false],
    ["import type { Key } from './keys.ts';\nconst table = await import('./table.ts');", false],
  ])('is whether an import is of types only: %j', (text, isType) => {
    expect(importsIn(text).at(-1)).toEqual({ specifier: './table.ts', isType });
  });

  it.each([
    "getItem(table, { PK: ['USER', 'alice'].join('#'), SK: 'PROFILE' })",
    "({ 'SK': day })",
    '({ ["GSI1PK"]: person })',
    'item.GSI1SK = until',
    'const PK = person',
  ])('is whether a source makes a key: %s', (text) => {
    expect(makesKey(text)).toBe(true);
  });

  it.each([
    'digests.set(alert.SK, text)',
    'alerts.filter(({ SK }) => SK === alert.SK)',
    'readonly SK: string;',
    "partitionKey: 'PK',",
    "index: { partitionKey: 'GSI1PK', sortKey: 'GSI1SK' }",
  ])('is whether a source only reads one: %s', (text) => {
    expect(makesKey(text)).toBe(false);
  });

  it.each([
    '`${userId}#`',
    '`${end}#~`',
    '`${to}~`',
    "[start, category].join('#')",
  ])('is whether a source spells a part of a key: %s', (text) => {
    expect(spellsKey(text)).toBe(true);
    expect(spellsKey('`SET #${name} = :${name}`')).toBe(false);
  });
});
