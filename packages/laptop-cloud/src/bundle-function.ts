import { join } from 'node:path';

export interface BundleFunctionOptions {
  /** The module that exports the handler, in TypeScript or JavaScript. */
  readonly entry: string;
  /** Folder for the bundle. */
  readonly directory: string;
}

/**
 * Makes one file of a function and all that it imports, so that it runs as on Lambda: `index.mjs`, whose exports are
 * those of the entry.
 *
 * @returns The folder, to be declared as the function's `bundleDirectory`.
 * @throws Error when the sources cannot be bundled; its message names file and line.
 */
export async function bundleFunction({ entry, directory }: BundleFunctionOptions): Promise<string> {
  // Only who bundles needs a bundler.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [entry],
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    // CommonJS packages inside an ES module bundle still call require().
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
  });
  return directory;
}
