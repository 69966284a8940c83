import { describe, expect, it } from 'vitest';
import { createChance } from './chance.ts';
import { allFiles } from './files/all-files.ts';
import { hostileCorrections } from './files/corrections.ts';
import type { Setting } from './hostile-request.ts';
import { createKit } from './kit.ts';
import { allRequests } from './requests/all-requests.ts';

const setting: Setting = {
  host: '127.0.0.1:4566',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  key: 'receipts/carol/first.pdf',
  pageKey: 'receipts/carol/page.html',
};

const filesOf = async (seed: number) => {
  const kit = createKit(createChance(seed));
  return [...(await allFiles(kit)), ...hostileCorrections(kit, 'abcdefghijklmnopqrstuvwxyz', 'carol')];
};

describe('what a seed makes', () => {
  it('is at least 300 files and 120 requests, the same each time and others for another seed', async () => {
    const [first, again, other] = [await filesOf(1), await filesOf(1), await filesOf(2)];
    const bytes = (files: typeof first) => files.map(({ path, content }) => [path, content?.toString('base64')]);

    expect(first.length).toBeGreaterThanOrEqual(300);
    expect(bytes(again)).toEqual(bytes(first));
    expect(bytes(other)).not.toEqual(bytes(first));
    expect(allRequests(createChance(1)).length).toBeGreaterThanOrEqual(120);
    expect(allRequests(createChance(1)).map(({ what }) => what)).toEqual(
      allRequests(createChance(1)).map(({ what }) => what),
    );
  });

  it('puts each file into a place of its own', async () => {
    const places = (await filesOf(1)).map(({ path }) => Buffer.from(path as string).toString('latin1'));

    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it('is small: nothing but what has to be too large has more than 2 MB', async () => {
    const large = (await filesOf(1)).filter(({ content }) => (content?.length ?? 0) > 2 * 1024 * 1024);

    expect(large.map(({ kind }) => kind).filter((kind) => kind !== 'file that is too large')).toEqual([]);
  });

  it('goes to no other host: requests name the port alone, and addresses in files nothing that is there', async () => {
    const texts = [
      ...(await filesOf(1)).map(({ content }) => content?.toString('latin1') ?? ''),
      ...allRequests(createChance(1)).map((request) =>
        Buffer.concat(request.pieces(setting).map((piece) => Buffer.from(piece as string))).toString('latin1'),
      ),
    ];
    const hosts = texts.flatMap((text) =>
      [...text.matchAll(/\b(?:https?|file):\/\/([^/\s"'<>)]*)/g)].map(([, host = '']) => host.replace(/:\d+$/, '')),
    );
    const known = ['127.0.0.1', 'example.com', 'localhost.example.com', 'www.w3.org', 'nowhere', ''];

    expect([...new Set(hosts)].filter((host) => !known.includes(host) && !host.startsWith('sync-127.0.0.1'))).toEqual(
      [],
    );
  });
});
