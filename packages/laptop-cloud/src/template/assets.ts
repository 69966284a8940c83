import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { NotRun, type TemplateResource } from './template.ts';

/** What a template's resources are made of, as the CDK laid it beside the template. */
export interface Assets {
  /**
   * The folder of a resource's code.
   *
   * @throws NotRun when there is none.
   */
  folderOf(resource: TemplateResource, key: unknown): string;
  /**
   * The text of a file.
   *
   * @throws NotRun when there is none.
   */
  textOf(key: unknown): Promise<string>;
}

interface Manifest {
  readonly files?: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
}

/** Reads the lists of assets that lie beside templates: `Library.assets.json` beside `Library.template.json`. */
export async function readAssets(templateFiles: readonly string[]): Promise<Assets> {
  const folder = dirname(templateFiles[0] ?? '');
  const paths = new Map((await Promise.all(templateFiles.map(listedAssets))).flat());

  /** Assets are stored under the hash by which the list names them. */
  const pathOf = (key: unknown): string | undefined =>
    typeof key === 'string' ? paths.get(basename(key, extname(key))) : undefined;

  return {
    folderOf({ Metadata = {} }, key) {
      const named = Metadata['aws:asset:path'];
      const path = pathOf(key) ?? (typeof named === 'string' ? join(folder, named) : undefined);
      if (path === undefined) throw new NotRun('its code is not among the assets beside the template');
      if (!existsSync(path)) throw new NotRun(`its code is not there: expected ${path}`);
      if (!statSync(path).isDirectory()) throw new NotRun(`its code is the file ${path}, expected a folder`);
      return path;
    },
    async textOf(key) {
      const path = pathOf(key);
      if (path === undefined || !existsSync(path)) {
        throw new NotRun('its definition is not among the assets beside the template');
      }
      return readFile(path, 'utf8');
    },
  };
}

/** Hashes and paths of a template's assets; none where there is no list. */
async function listedAssets(templateFile: string): Promise<[hash: string, path: string][]> {
  const listFile = templateFile.replace(/\.template\.json$/, '.assets.json');
  if (listFile === templateFile || !existsSync(listFile)) return [];
  const { files = {} } = JSON.parse(await readFile(listFile, 'utf8')) as Manifest;
  return Object.entries(files).flatMap(([hash, { source }]) =>
    source.path === undefined ? [] : [[hash, join(dirname(templateFile), source.path)]],
  );
}
