import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WORKER_ENTRIES, writeWorker } from './src/bundle-worker.ts';

/**
 * Makes the package as others install it, in `dist/`: plain JavaScript, the bundles of its threads, its types and its
 * pages. `npm pack ./packages/laptop-cloud/dist` makes the tarball. Nobody inside the repository needs it: there
 * everything runs from `src/`.
 *
 *     npm run build -w laptop-cloud
 *
 * Another folder than `dist/` may be named behind the command; it then has no types.
 */
const root = fileURLToPath(new URL('.', import.meta.url));
const dist = process.argv[2] ?? join(root, 'dist');
const PAGES = ['README.md', 'FEATURES.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE', 'docs', 'example'];

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** Packages of the repository that are no package elsewhere, and where their sources lie: they are put in. */
const PUT_IN = { 'printed-text': join(root, '..', 'printed-text', 'src') };

/** What only the repository needs. */
const OURS = ['private', 'scripts', 'devDependencies', 'exports', 'bin'];

async function publishedPackage(): Promise<PackageFile> {
  const all = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as PackageFile;
  const kept = Object.fromEntries(Object.entries(all).filter(([member]) => !OURS.includes(member)));
  return {
    ...kept,
    bin: { 'laptop-cloud': 'cli.js' },
    exports: {
      '.': { types: './types/index.d.ts', default: './index.js' },
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(Object.entries(all.dependencies).filter(([name]) => !(name in PUT_IN))),
  };
}

await mkdir(dist, { recursive: true });
// `tsc` has written the types already.
for (const page of PAGES) {
  await rm(join(dist, page), { recursive: true, force: true });
  await cp(join(root, page), join(dist, page), { recursive: true });
}
await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts', 'src/cli.ts'],
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: PUT_IN,
  logLevel: 'warning',
});
await chmod(join(dist, 'cli.js'), 0o755);
for (const entry of WORKER_ENTRIES) await writeWorker(entry, join(dist, 'workers'));
await writeFile(join(dist, 'package.json'), `${JSON.stringify(await publishedPackage(), undefined, 2)}\n`);
