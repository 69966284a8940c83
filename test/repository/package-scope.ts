import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../lib/bundle.ts';

/** What a package.json says that these tests ask for. */
export interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package.json and the files that it speaks for: those that have no other one nearer above them. */
export interface PackageScope {
  /** Its folder from the repository's root; '.' for the root itself. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths from the repository's root. */
  readonly files: readonly string[];
}

/** Reads a JSON file by its path from the repository's root. */
export const readJson = <Content>(path: string): Content =>
  JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Content;

const ignored = readFileSync(join(projectRoot, '.gitignore'), 'utf8')
  .split('\n')
  .flatMap((line) => (line.endsWith('/') ? line.slice(0, -1) : []));

/** Every file of the repository, but for folders that git ignores; a copy without git's own folder will do. */
export const repositoryFiles = (folder = '.'): string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [join(folder, entry.name)];
    return ['.git', ...ignored].includes(entry.name) ? [] : repositoryFiles(join(folder, entry.name));
  });

/** Every package of the repository with its files. */
export function packageScopes(files: readonly string[] = repositoryFiles()): PackageScope[] {
  const folders = files.filter((path) => /(^|\/)package\.json$/.test(path)).map((path) => dirname(path));
  const ownerOf = (path: string): string => {
    let folder = dirname(path);
    while (!folders.includes(folder) && folder !== '.') folder = dirname(folder);
    return folder;
  };
  return folders.map((folder) => ({
    folder,
    manifest: readJson<Manifest>(join(folder, 'package.json')),
    files: files.filter((path) => ownerOf(path) === folder),
  }));
}
