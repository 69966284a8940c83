import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ListObjectVersionsCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { EventBridgeEvent } from '../../src/events/event.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { Bucket, startStorage } from './storage.ts';

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** Runs the writer until it has finished so many rounds, kills it, and resolves to what it had told of. */
async function writeAndKill(home: string, rounds: number): Promise<[string, string][]> {
  const running = spawn(process.execPath, ['--import', 'tsx', child, home], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(running, 'close');
  const told: [string, string][] = [];
  let lines = 0;
  createInterface({ input: running.stdout }).on('line', (line) => {
    told.push(...(JSON.parse(line) as [string, string][]));
    lines += 1;
    if (lines >= rounds) running.kill('SIGKILL');
  });
  await closed;
  return told;
}

const objectOf = ({ detail }: EventBridgeEvent) => detail.object as Record<string, string>;

describe('the bucket after a kill', () => {
  it('holds every finished write, announced at least once, and shows it in the folder', async () => {
    const home = await temporaryDirectory();
    const told: [string, string][] = [];

    for (const rounds of [1, 5, 23, 2]) told.push(...(await writeAndKill(home, rounds)));
    const storage = await startStorage({ root: home });
    await storage.service.watch();
    await storage.service.settled();

    const taken = (await readFile(join(home, 'events.jsonl'), 'utf8')).split('\n').slice(0, -1);
    const events = [...taken.map((line) => JSON.parse(line) as EventBridgeEvent), ...storage.events];
    const announced = new Set(events.map((event) => objectOf(event)['version-id']));
    const keys: string[] = [];
    for await (const page of paginateListObjectsV2({ client: storage.client }, { Bucket })) {
      keys.push(...(page.Contents ?? []).map(({ Key }) => String(Key)));
    }
    const { Versions } = await storage.client.send(new ListObjectVersionsCommand({ Bucket }));
    for (const [key, versionId] of told) {
      expect(keys).toContain(key);
      expect(announced).toContain(versionId);
    }
    for (const { VersionId } of Versions ?? []) expect(announced).toContain(VersionId);
    for (const key of keys) {
      const { body } = await storage.service.read(key);
      const bytes = Buffer.concat(await body.toArray()).toString();
      expect(bytes.startsWith(`${key} of `)).toBe(true);
      if (!key.startsWith('..')) expect(await readFile(join(storage.folder, key), 'utf8')).toBe(bytes);
    }
    expect(await readdir(storage.folder)).toEqual(['new', 'shared.txt']);
    expect(await readdir(join(home, 'state', 'incoming'))).toEqual([]);
    const kept = await readdir(join(home, 'state', 'versions'), { recursive: true });
    expect(
      kept
        .map((name) => basename(name))
        .filter((name) => name.length > 1)
        .sort(),
    ).toEqual((Versions ?? []).map(({ VersionId }) => String(VersionId)).sort());
    await storage.close();
  });
});
