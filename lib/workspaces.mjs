import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../packages', import.meta.url));

/** The names of our own packages. npm links them into node_modules, where they look like anybody's. */
export const workspaceNames = readdirSync(packages).map(
  (folder) => JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8')).name,
);

const OURS = new RegExp(`^(?:${workspaceNames.join('|')})(?:/|$)`);

/**
 * Bundles our own packages where esbuild leaves all others in node_modules (`packages: 'external'`): they are
 * TypeScript, which Node 20 does not load. Found by Node's own rules, so a package's `exports` decide here too.
 *
 * @type {import('esbuild').Plugin}
 */
export const bundleWorkspaces = {
  name: 'bundle-workspaces',
  setup(build) {
    build.onResolve({ filter: OURS }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
  },
};
