import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { projectRoot } from '../../lib/bundle.ts';

/** One import in a source file. */
export interface Import {
  /** Paths from the repository's root, with `/`. */
  readonly from: string;
  /** Another source file of ours, or the name of a package or module such as `node:fs`. */
  readonly to: string;
  /** Nothing but types: it is gone when the file runs. */
  readonly isType: boolean;
}

const SOURCES = ['bench', 'events', 'lambdas', 'laptop', 'lib', 'packages', 'statemachines', 'test', 'tools', 'views'];
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** Packages of the repository, by name: where their sources lie. */
const workspaces: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(posix.join(projectRoot, 'packages')).map((folder) => {
    const manifest = readFileSync(posix.join(projectRoot, 'packages', folder, 'package.json'), 'utf8');
    return [(JSON.parse(manifest) as { name: string }).name, `packages/${folder}/src`];
  }),
);

/** Every source file of the repository, as a path from its root. */
export const sources: readonly string[] = SOURCES.flatMap((folder) =>
  readdirSync(posix.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|mjs)$/.test(path) && !/(^|\/)(node_modules|\.build|dist)\//.test(path))
    .map((path) => posix.join(folder, path)),
).sort();

/** The text of a source file. */
export const textOf = (path: string): string => readFileSync(posix.join(projectRoot, path), 'utf8');

const known = new Set(sources);

/** What a source imports, as it is written there. */
export const importsIn = (text: string): { specifier: string; isType: boolean }[] =>
  [...text.matchAll(IMPORT)].map((match) => ({
    specifier: match[1] ?? '',
    isType: isOfTypes(text.slice(0, match.index)),
  }));

/** Whether what stands between `import` or `export` and `from` names types only. */
function isOfTypes(before: string): boolean {
  const clause = before.slice(
    Math.max(before.lastIndexOf('import '), before.lastIndexOf('export ')) + 'import '.length,
  );
  const names = /^\{([^}]+)\}\s*$/.exec(clause)?.[1]?.split(',') ?? [];
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  return /^type\s[^;]*$/.test(clause) || (given.length > 0 && given.every((name) => /^type\s/.test(name)));
}

/** Every import of every source file, by value or by type. */
export const imports: readonly Import[] = sources.flatMap((from) =>
  importsIn(textOf(from)).map(({ specifier, isType }) => ({ from, to: resolved(from, specifier), isType })),
);

/** Imports that lead to another file of ours. */
export const ownImports: readonly Import[] = imports.filter(({ to }) => known.has(to));

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const [name = '', ...path] = specifier.split('/');
  const source = workspaces[name];
  if (source === undefined) return specifier;
  return posix.join(source, `${path.length === 0 ? 'index' : path.join('/')}.ts`);
}
