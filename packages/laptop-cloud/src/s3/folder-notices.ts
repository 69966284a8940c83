import type { FolderListener, FolderNotices } from './folder-listener.ts';
import { listenByDirectory } from './listen-by-directory.ts';
import { listenToTree } from './listen-to-tree.ts';

/** Systems that tell of all below one folder by themselves; elsewhere Node would list and watch each file for it. */
const TELLS_OF_TREES = ['darwin', 'win32'].includes(process.platform);

/** Resolves when every folder that is there is listened to. Nothing is listed for a file that comes, changes or goes. */
export function listenToFolder(directory: string, listener: FolderListener): Promise<FolderNotices> {
  return TELLS_OF_TREES ? listenToTree(directory, listener) : listenByDirectory(directory, listener);
}

/** What would help, by the error of Linux; https://man7.org/linux/man-pages/man2/inotify_add_watch.2.html */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: '; raise fs.inotify.max_user_watches',
  EMFILE: '; raise fs.inotify.max_user_instances',
};

/** For a person: why what is dropped shows later than it should. */
export const whyDeaf = ({ code = '' }: NodeJS.ErrnoException): string =>
  `the system does not tell of all changes in the bucket's folder (${code})${REMEDIES[code] ?? ''}; until then it is looked at every few seconds, when it is large every minute`;
