import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildRoot, projectRoot } from '../../lib/bundle.ts';

const run = promisify(execFile);

/**
 * A folder with the tree of another commit and the packages of its own lock file, to measure against. Made once for each
 * commit, below `.build/against`; it is no worktree, so git knows nothing of it.
 *
 * @param ref Anything that git resolves to a commit.
 * @throws Error when git knows no such commit, or `npm ci` fails there.
 */
export async function referenceCheckout(ref: string): Promise<string> {
  const { stdout } = await run('git', ['rev-parse', '--verify', `${ref}^{commit}`], { cwd: projectRoot });
  const folder = join(buildRoot, 'against', stdout.trim());
  if (existsSync(folder)) return folder;
  // Under its own name only when it is whole: an interrupted installation is made anew.
  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const archive = join(draft, 'tree.tar');
  await run('git', ['archive', '--output', archive, stdout.trim()], { cwd: projectRoot });
  await run('tar', ['-xf', archive, '-C', draft]);
  await rm(archive);
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: draft, shell: isWindows });
  await rename(draft, folder);
  return folder;
}

/** `npm` is a script there, which only a shell starts. */
const isWindows = process.platform === 'win32';
