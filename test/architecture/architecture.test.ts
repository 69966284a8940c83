import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.ts';
import { imports, ownImports, sources, textOf } from './imports.ts';

const CORE = /^lambdas\/core\//;
const ADAPTERS = /^lambdas\/adapters\//;
const RUNTIME = /^lambdas\/runtime\//;
const WIRING = /^lambdas\/[^/]+\/index\.ts$/;

/** The layers, the lowest first, and what each may stand on besides itself. */
const layers = [
  { name: 'printed-text', files: /^packages\/printed-text\//, standsOn: [] },
  { name: 'laptop-cloud', files: /^packages\/laptop-cloud\//, standsOn: ['printed-text'] },
  { name: 'core', files: CORE, standsOn: ['printed-text'] },
  { name: 'adapters', files: ADAPTERS, standsOn: ['core'] },
  { name: 'runtime', files: RUNTIME, standsOn: ['core', 'adapters'] },
  { name: 'wiring', files: WIRING, standsOn: ['core', 'adapters', 'runtime', 'handlers'] },
  { name: 'handlers', files: /^lambdas\//, standsOn: ['core'] },
  { name: 'lib', files: /^lib\//, standsOn: [] },
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
    const around = ownImports.filter(({ from, to }) => {
      const entered = packageOf(to);
      return entered !== undefined && entered !== packageOf(from) && !to.startsWith(`${entered}src/`);
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
    const allowed = /^(node:crypto|node:timers\/promises|zod|yaml|temporal-polyfill|fastest-levenshtein)$/;
    const outside = imports.filter(({ from, to }) => CORE.test(from) && !sources.includes(to) && !allowed.test(to));
    const isType = ({ from, to }: { from: string; to: string }) =>
      new RegExp(`import type [^;]+ from '${to}'`).test(textOf(from));

    expect(told(outside.filter((each) => !isType(each)))).toEqual([]);
    expect(sources.filter((path) => CORE.test(path) && /process\.env|Date\.now\(\)/.test(textOf(path)))).toEqual([]);
  });
});

describe('the adapters', () => {
  it('send to AWS, each of them, by a client or through the table', () => {
    const isSending = (path: string) =>
      imports.some(({ from, to }) => from === path && (to.startsWith('@aws-sdk/') || /\/(table|outbox)\.ts$/.test(to)));
    const idle = sources.filter((path) => ADAPTERS.test(path) && !isSending(path));

    expect(idle).toEqual(['lambdas/adapters/ledger-keys.ts']);
  });

  it('alone spell the keys of the table, in one file', () => {
    const keys = textOf('lambdas/adapters/ledger-keys.ts');
    const prefixes = new Set([...keys.matchAll(/[`']([A-Z]{4,})#/g)].map(([, prefix]) => prefix));
    const key = new RegExp(`\\b(${[...prefixes].join('|')})#`);
    const elsewhere = sources.filter(
      (path) =>
        path !== 'lambdas/adapters/ledger-keys.ts' && !/^(test|packages)\//.test(path) && key.test(textOf(path)),
    );

    expect(prefixes.size).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
  });
});
