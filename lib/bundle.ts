import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type OutputFile, version } from 'esbuild';
import { isCurrent, recipeHash, recordOf } from './bundle-record.ts';
import { lean, leanSource } from './lean/plugin.ts';
import { type FunctionId, functions } from './topology.ts';

/** The repository's root folder. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where bundles are written: `{buildRoot}/lambdas/{directory}/index.cjs`. Git-ignored. */
export const buildRoot = join(projectRoot, '.build');

const BUNDLE = 'index.cjs';
/** What it was called when bundles were ES modules. */
const FORMER_BUNDLE = 'index.mjs';

/** The folder that holds one function's bundle; its handler is `index.handler`. */
export const bundleDirectory = (id: FunctionId): string => join(buildRoot, 'lambdas', functions[id].directory);

let bundled: Promise<void> | undefined;
/** The record of the last build, on its way to disk. Without one the next process builds anew. */
let recorded: Promise<void> = Promise.resolve();

/**
 * Bundles every function once, for AWS and for the laptop alike. What an earlier build made of the same inputs is
 * taken as it is, so that a start does not wait for it.
 */
export function bundleFunctions(): Promise<void> {
  bundled ??= bundleAll();
  return bundled;
}

const functionIds = Object.keys(functions) as FunctionId[];
const recordFile = join(buildRoot, 'lambdas', 'record.json');
const metafileFile = join(buildRoot, 'lambdas', 'metafile.json');

async function bundleAll(): Promise<void> {
  // One build for all: they share the SDK, which is then read once.
  const entryPoints = Object.fromEntries(
    functionIds.map((id) => [`${functions[id].directory}/index`, `lambdas/${functions[id].directory}/index.ts`]),
  );
  const options = {
    absWorkingDir: projectRoot,
    entryPoints,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    // As a script, for V8 keeps compiled code of scripts alone: the laptop's threads load what an earlier one compiled.
    format: 'cjs',
    // A script of such code can require, but not import.
    supported: {
      'dynamic-import': false,
      // esbuild believes that Node 20 lacks it, and would make a pattern anew wherever one is met, each time.
      'regexp-unicode-property-escapes': true,
    },
    mainFields: ['module', 'main'],
    // Short, and a stack trace names functions all the same: it lies in a log, where no source map is at hand.
    minify: true,
    keepNames: true,
    charset: 'utf8',
    legalComments: 'eof',
    metafile: true,
    logLevel: 'warning',
  } as const satisfies BuildOptions;
  const recipe = recipeHash([version, options]);
  const outputs = [metafileFile, ...functionIds.map((id) => join(bundleDirectory(id), BUNDLE))];
  if (await isCurrent(recordFile, { root: projectRoot, recipe, outputs })) return;

  const startedAtMs = Date.now();
  const drafts = join(buildRoot, 'drafts', randomUUID());
  const { metafile } = await build({ ...options, plugins: [lean], outdir: drafts });
  await Promise.all(
    functionIds.map(async (id) => {
      await mkdir(bundleDirectory(id), { recursive: true });
      // Another process may be reading the same bundle: it sees the old file or the new one, never half of one.
      await rename(join(drafts, functions[id].directory, BUNDLE), join(bundleDirectory(id), BUNDLE));
      // Left by an earlier version of this repository, it would be deployed, and run, in place of the new one.
      await rm(join(bundleDirectory(id), FORMER_BUNDLE), { force: true });
    }),
  );
  await rm(drafts, { recursive: true });
  recorded = writeRecord(recipe, metafile, startedAtMs).catch(() => undefined);
}

async function writeRecord(recipe: string, metafile: Metafile, startedAtMs: number): Promise<void> {
  await writeWhole({ path: metafileFile, contents: Buffer.from(JSON.stringify(metafile)) });
  const record = await recordOf(projectRoot, recipe, [...Object.keys(metafile.inputs), leanSource], startedAtMs);
  await writeWhole({ path: recordFile, contents: Buffer.from(JSON.stringify(record)) });
}

/** Bundles the functions and tells, as esbuild does, what went into each; permissions are told from it. */
export async function bundledInputs(): Promise<Readonly<Record<FunctionId, Metafile>>> {
  await bundleFunctions();
  await recorded;
  const { inputs, outputs } = JSON.parse(await readFile(metafileFile, 'utf8')) as Metafile;
  const entries = functionIds.map((id) => {
    const own = Object.entries(outputs).filter(([path]) => path.includes(`/${functions[id].directory}/`));
    const used = new Set(own.flatMap(([, output]) => Object.keys(output.inputs)));
    const read = Object.entries(inputs).filter(([path]) => used.has(path));
    return [id, { inputs: Object.fromEntries(read), outputs: Object.fromEntries(own) }] as const;
  });
  return Object.fromEntries(entries) as Record<FunctionId, Metafile>;
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
