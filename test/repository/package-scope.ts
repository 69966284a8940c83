import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** Every file that git holds or would take, and that is there. */
export const repositoryFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(projectRoot, path)));

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
