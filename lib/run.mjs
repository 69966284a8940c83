import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleWorkspaces } from './workspaces.mjs';

/**
 * Runs one of our commands: `node lib/run.mjs laptop/cli.ts --port 0`.
 *
 * esbuild puts the command and all it imports of ours into one file, anew each time, in less than a tenth of a second.
 * Loading 250 TypeScript files through a loader takes half a second more, and people wait for these commands.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const [entry] = process.argv.splice(2, 1);
if (!entry?.endsWith('.ts')) {
  console.error(`expected a command such as laptop/cli.ts after lib/run.mjs, got ${JSON.stringify(entry)}`);
  process.exit(2);
}

// One folder below the root, like the modules in lib/ that look for the root beside themselves.
const outfile = join(root, '.build', `${entry.replaceAll('/', '-').replace(/\.ts$/, '')}.mjs`);
const draft = `${outfile.slice(0, -'.mjs'.length)}.${process.pid}.mjs`;
await mkdir(join(root, '.build'), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: draft,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  plugins: [bundleWorkspaces],
  sourcemap: 'inline',
  sourcesContent: false,
  logLevel: 'warning',
});
// Another process may be starting the same command: it finds a whole file, this one or its own.
await rename(draft, outfile);
process.argv[1] = join(root, entry);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
