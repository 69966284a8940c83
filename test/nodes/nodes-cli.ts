/**
 * Runs `npm test` on the releases of Node beside the one at hand.
 *
 *     npm run test:nodes [-- 22 | 24]
 *
 * Their programs come from npm into `.build/nodes/`, once. The packages in `node_modules` are used as they are, native ones
 * included: all of them keep to Node-API, which is the same in every release. The exit status tells whether all passed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { buildRoot, projectRoot } from '../../lib/bundle.ts';
import { chosenReleases, nodePackage } from './node-release.ts';
import { type Tally, tallyOf } from './tally.ts';

interface Ended {
  readonly status: number;
  readonly output: string;
}

/** Runs npm on a Node of our choice, shows what it writes, and keeps it. */
function runNpm(node: string, args: readonly string[]): Promise<Ended> {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('expected to be started by npm: npm run test:nodes');
  // What npm starts is found on the path, so the folder of this Node stands first there.
  const env = { ...process.env, PATH: [dirname(node), process.env['PATH']].join(delimiter) };
  const child = spawn(node, [npm, ...args], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written: string[] = [];
  for (const [from, to] of [[child.stdout, process.stdout] as const, [child.stderr, process.stderr] as const]) {
    from.setEncoding('utf8').on('data', (text: string) => {
      written.push(text);
      to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? 1, output: written.join('') }));
  });
}

/** The program of a release, fetched when it is not there yet. */
async function programOf(release: string): Promise<string> {
  const name = nodePackage(process.platform, process.arch);
  const folder = join(buildRoot, 'nodes', release);
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  const options = ['--prefix', folder, '--ignore-scripts', '--no-save', '--no-package-lock'];
  const { status } = await runNpm(process.execPath, ['install', ...options, `${name}@${release}`]);
  if (status !== 0 || !existsSync(program)) {
    throw new Error(`no ${name}@${release} to be had: run npm test with a Node ${release.split('.')[0]} of your own`);
  }
  return program;
}

const told = (release: string, status: number, { passed, failed, skipped, warnings }: Tally): string =>
  [
    `Node ${release}: ${passed} passed, ${failed} failed, ${skipped} skipped; npm test ended with ${status}`,
    ...warnings.map((warning) => `  warned: ${warning}`),
  ].join('\n');

const reports: string[] = [];
for (const release of chosenReleases(process.argv.slice(2))) {
  const { status, output } = await runNpm(await programOf(release), ['test']);
  reports.push(told(release, status, tallyOf(output)));
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${reports.join('\n')}`);
