import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildAt } from '../against/build-at.ts';

/** One function's bundle: what it weighs, and what it takes to import it in a process of its own. */
export interface ColdStart {
  /** Bytes of all files of the asset. */
  readonly bytes: number;
  /** Processor time of all threads of the process. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

interface Bundles {
  bundleFunctions(): Promise<void>;
  bundleDirectory(id: string): string;
}
type Functions = Readonly<Record<string, { directory: string; environment: Readonly<Record<string, string>> }>>;

const run = promisify(execFile);
const importer = join(import.meta.dirname, 'import-bundle.mjs');
const [root = '.', only = ''] = process.argv.slice(2);

const { load } = await buildAt(root);
const { bundleFunctions, bundleDirectory } = await load<Bundles>('lib/bundle.ts');
const { functions } = await load<{ functions: Functions }>('lib/topology.ts');
await bundleFunctions();

const coldStarts: Record<string, ColdStart> = {};
for (const [id, { directory, environment }] of Object.entries(functions)) {
  if (only !== '' && !only.split(',').includes(directory)) continue;
  const folder = bundleDirectory(id);
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const file = ['index.cjs', 'index.mjs'].map((name) => join(folder, name)).find(existsSync) ?? '';
  const { stdout } = await run(process.execPath, [importer, file], { env: { ...ofLambda(directory), ...environment } });
  coldStarts[directory] = { bytes, ...(JSON.parse(stdout) as Omit<ColdStart, 'bytes'>) };
}
console.log(JSON.stringify(coldStarts));
process.exit();

/** What Lambda adds to a function's own environment, as far as its import looks at it. */
function ofLambda(name: string): Record<string, string> {
  return {
    ...(process.env['PATH'] !== undefined && { PATH: process.env['PATH'] }),
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
    LAMBDA_TASK_ROOT: '/var/task',
    POWERTOOLS_SERVICE_NAME: name,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
