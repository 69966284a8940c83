import { isBuiltin } from 'node:module';

/** Statements that are still there when types are gone; of `import type` nothing is. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?'([^'\n]+)'/gm;
/** A package that is loaded, or looked for on disk, while the program runs. */
const LOADED = /(?:\bimport|\brequire|\.resolve)\('([^'\n]+)'/g;

/** The npm packages whose types a source file uses, and those that it needs when it runs. */
export const namedPackages = (source: string): string[] =>
  importedPackages(source.replaceAll(/^(import|export) type\b/gm, '$1'));

/** The npm packages that a source file needs when it runs, each once: not what it imports of ours, of Node or of types. */
export function importedPackages(source: string): string[] {
  const specifiers = [IMPORT, LOADED].flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name));
  const names = specifiers
    .filter((name) => /^(@[\w.-]+\/)?[a-z][\w.-]*(\/|$)/.test(name) && !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)];
}
