import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

it('builds a package that runs the example in plain JavaScript, with no sources at hand', {
  timeout: 120_000,
}, async () => {
  // Below the package, where what it depends on is found; a package file of its own keeps ours out of the way.
  const installed = join(root, '.build', `installed-${process.pid}`);
  const built = join(installed, 'node_modules', 'laptop-cloud');
  await mkdir(installed, { recursive: true });
  onTestFinished(() => rm(installed, { recursive: true }));
  await writeFile(join(installed, 'package.json'), '{ "name": "consumer", "type": "module" }');

  await run(process.execPath, ['--import', 'tsx', 'build.ts', built], { cwd: root });
  await cp(join(root, 'example'), installed, { recursive: true });
  const { stdout } = await run(process.execPath, ['run.mjs'], { cwd: installed });

  expect(stdout).toContain('Ben asks for 9780140449136: refused: BookNotAvailable\n');
  const { private: isPrivate, exports, bin } = JSON.parse(await readFile(join(built, 'package.json'), 'utf8'));
  expect({ isPrivate, exports, bin }).toEqual({
    isPrivate: undefined,
    exports: { '.': { types: './types/index.d.ts', default: './index.js' }, './package.json': './package.json' },
    bin: { 'laptop-cloud': 'cli.js' },
  });
});
