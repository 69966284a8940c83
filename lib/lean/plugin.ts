import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';

/** Path of this file below the repository's root: when it changes, so does every bundle. */
export const leanSource = 'lib/lean/plugin.ts';

/** What stands in a bundle for a package, for a function needs little of it; each file says what it leaves out. */
const STANDING_IN: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': 'environment-credentials.ts',
  '@cantoo/pdf-lib': 'pdf-reading.ts',
  semver: 'version-order.ts',
};

/** Files of which a bundle takes a part. */
const PARTS: readonly { readonly filter: RegExp; part(text: string): OnLoadResult }[] = [
  // Of a manifest the clients and the tracer tell name and version.
  {
    filter: /[\\/]node_modules[\\/].*[\\/]package\.json$/,
    part: (text) => ({ contents: nameAndVersion(text), loader: 'json' }),
  },
  { filter: /[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/, part: (text) => ({ contents: withPlainKeys(text) }) },
  // Of the fonts that every PDF reader has, the parser asks their names, and those only of who writes.
  {
    filter: /[\\/]pdf-lib[\\/]es[\\/]packages[\\/]standard-fonts[\\/]index\.js$/,
    part: () => ({ contents: 'export const FontNames = {};' }),
  },
  // The tables of East Asian character sets, which `decodeXml` has the platform decode, and encodings of no XML file.
  {
    filter: /[\\/]iconv-lite[\\/]encodings[\\/](?:dbcs-(?:codec|data)|utf32|utf7)\.js$/,
    part: () => ({ contents: 'module.exports = {};' }),
  },
];

/**
 * Keeps out of a bundle what no function of ours uses, and what no bundler can see that it is unused. The build works in the
 * repository's root.
 */
export const lean: Plugin = {
  name: 'lean',
  setup({ initialOptions: { absWorkingDir = '' }, onResolve, onLoad }) {
    // Not beside this module: a command of ours is bundled too, and then the module is where the command is.
    const folder = join(absWorkingDir, dirname(leanSource));
    const names = Object.keys(STANDING_IN).map((name) => name.replace(/[/-]/g, '\\$&'));
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
      path: join(folder, STANDING_IN[path] as string),
    }));
    for (const { filter, part } of PARTS) {
      onLoad({ filter }, async ({ path }) => part(await readFile(path, 'utf8')));
    }
  },
};

function nameAndVersion(manifest: string): string {
  const { name, version } = JSON.parse(manifest) as { name: string; version: string };
  return JSON.stringify({ name, version });
}

/**
 * A client of the SDK describes every operation of its service. Their descriptions have keys that are reckoned when the
 * module is run, which might do anything, so a bundler keeps them all; with the keys spelled out it keeps those in use.
 */
function withPlainKeys(schemas: string): string {
  const constants = new Map([...schemas.matchAll(/^const (\w+) = ("\w+");$/gm)].map(([, name, text]) => [name, text]));
  return schemas.replace(/\[(\w+)\]:/g, (key, name: string) => (constants.has(name) ? `${constants.get(name)}:` : key));
}
