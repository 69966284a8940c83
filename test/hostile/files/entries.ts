import { execFile } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { booked, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf } from '../papers.ts';

/** The folder in which a socket is bound by its short name: the whole path of one may have a hundred bytes. */
export const SOCKET_NAME = 'socket.pdf';

const kind = 'no plain file';

/** What stands in a folder and is no file of its own. */
export async function oddEntries({ purchase, receipt, receiptCalled }: Kit): Promise<HostileFile[]> {
  const bought = purchase();
  const content = await asPdf(bought);
  const at = (path: string | Buffer) => path.toString();
  const untaken = (path: string, why: RegExp) => ({ line: new RegExp(`${escaped(path)}.*${why.source}`) });
  const entry = (
    what: string,
    name: string,
    due: (path: string) => HostileFile['due'],
    place: NonNullable<HostileFile['place']>,
  ): HostileFile => {
    const path = receipt(name);
    return { kind, what, path, due: due(path), place };
  };
  const isNoFile = (path: string) => untaken(path, /is not taken: it is /);
  return [
    entry('a link to a file outside', 'link-out.pdf', isNoFile, async ({ path, outside }) => {
      await writeFile(join(outside, 'secret.pdf'), content);
      await symlink(join(outside, 'secret.pdf'), at(path));
    }),
    entry('a link to a folder outside', 'link-folder', isNoFile, async ({ path, outside }) => {
      await mkdir(join(outside, 'folder'), { recursive: true });
      await writeFile(join(outside, 'folder', 'secret.pdf'), content);
      await symlink(join(outside, 'folder'), at(path));
    }),
    entry('a link to itself', 'link-loop.pdf', isNoFile, ({ path }) => symlink(at(path), at(path))),
    entry('a link to nothing', 'link-nowhere.pdf', isNoFile, ({ path, outside }) =>
      symlink(join(outside, 'nothing.pdf'), at(path)),
    ),
    entry('a link to a device', 'link-device.pdf', isNoFile, ({ path }) => symlink('/dev/zero', at(path))),
    entry('a pipe', 'pipe.pdf', isNoFile, async ({ path }) => void (await promisify(execFile)('mkfifo', [at(path)]))),
    entry('a socket', SOCKET_NAME, isNoFile, ({ path }) => bindSocket(at(path))),
    entry(
      'an empty folder called like a receipt',
      'folder.pdf',
      () => 'nothing',
      ({ path }) => mkdir(at(path)).then(() => undefined),
    ),
    {
      kind,
      what: 'a receipt in a folder called like one',
      path: `${receipt('folder.jpg')}/inside.pdf`,
      content: await asPdf(bought),
      due: booked(bought.total),
    },
    ...(process.getuid?.() === 0
      ? []
      : [
          entry(
            'a file that may not be read',
            'locked.pdf',
            (path) => untaken(path, /is not taken: it cannot be read/),
            async ({ path }) => {
              await writeFile(path, content);
              await chmod(path, 0);
            },
          ),
        ]),
    ...['upload.pdf.part', '.~lock.pdf#', '~$receipt.pdf', '.DS_Store', 'receipt.pdf~', '.receipt.pdf.Xa81bc'].map(
      (name): HostileFile => ({
        kind,
        what: `a half of another program, ${name}`,
        path: receiptCalled(name),
        content,
        due: 'nothing',
      }),
    ),
    {
      kind,
      what: 'an empty file that stays empty',
      path: receipt('stays-empty.pdf'),
      content: Buffer.alloc(0),
      due: rejected('EmptyFileError'),
    },
  ];
}

/** Files whose names are no UTF-8, as old disks hold them. */
export async function namelessFiles({ purchase, receipt }: Kit): Promise<HostileFile[]> {
  // Other systems' disks refuse such names themselves.
  if (process.platform !== 'linux') return [];
  const content = await asPdf(purchase());
  return [[0xff], [0xc3, 0x28], [0xe9], [0xf0, 0x9f, 0x98]].map((bytes, index): HostileFile => {
    const name = receipt(`latin-${index}-`);
    return {
      kind: 'name that is no UTF-8',
      what: Buffer.from(bytes).toString('hex'),
      path: Buffer.concat([Buffer.from(name), Buffer.from(bytes), Buffer.from('.pdf')]),
      content,
      due: { line: new RegExp(`${escaped(name)}.*is not taken: its name is no UTF-8`) },
    };
  });
}

/** Binds a socket that nobody answers, and leaves its file behind. */
async function bindSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  server.unref();
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
