import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SpendwireCloud, SpendwireCloudOptions } from '../../laptop/cloud.ts';

/** What a probe takes from the build whose root it was given. */
export interface BuildAt {
  /** Options and members that a build does not know are without effect, or absent. */
  startCloud(options: SpendwireCloudOptions): Promise<SpendwireCloud>;
  /** Path below the root of the command of `npm start`, for `lib/run.mjs`. */
  readonly command: string;
  /** A module of the build, by its path below the root. */
  load<T>(path: string): Promise<T>;
}

/** The laptop's cloud once lay in `local/`. */
const ROOMS = ['laptop', 'local'];

/** @throws Error when there is no laptop's cloud below the root. */
export async function buildAt(root: string): Promise<BuildAt> {
  const room = ROOMS.find((name) => existsSync(join(root, name, 'cloud.ts')));
  if (room === undefined) throw new Error(`expected ${ROOMS.join('/ or ')}/ with cloud.ts in ${root}, found neither`);
  const load = <T>(path: string): Promise<T> => import(pathToFileURL(join(root, path)).href) as Promise<T>;
  const { startCloud } = await load<Pick<BuildAt, 'startCloud'>>(`${room}/cloud.ts`);
  return { startCloud, command: `${room}/cli.ts`, load };
}
