import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bucketName } from '../../../laptop/names.ts';
import type { HostileFile } from '../hostile-file.ts';
import { exchange } from './exchange.ts';
import type { Product } from './product.ts';
import { signedAs } from './signed.ts';

/** Drops one file, by the folder or by PutObject. Problems of the drop itself are thrown: they are the run's, not the product's. */
export async function drop(product: Product, file: HostileFile, outside: string): Promise<void> {
  if (file.byRequest) return put(product, file);
  const path = wholePath(product.bucketDirectory, file.path);
  await mkdir(parentOf(path), { recursive: true });
  if (file.place) await file.place({ path, outside });
  else await writeFile(path, file.content ?? '');
}

const wholePath = (folder: string, path: string | Buffer): string | Buffer =>
  typeof path === 'string' ? join(folder, path) : Buffer.concat([Buffer.from(`${folder}/`), path]);

const parentOf = (path: string | Buffer): string | Buffer =>
  typeof path === 'string' ? dirname(path) : path.subarray(0, path.lastIndexOf('/'));

/** The key as it stands: a client would make `a/../b` shorter. */
async function put({ endpoint }: Product, { path, content = Buffer.alloc(0) }: HostileFile): Promise<void> {
  const key = path.toString().split('/').map(encodeURIComponent).join('/');
  const head = `PUT /${bucketName}/${key} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${signedAs('s3')}\r\nContent-Length: ${content.length}\r\n\r\n`;
  const { statuses, text } = await exchange(endpoint, [head, content], 1, 60_000);
  if (statuses[0] !== 200)
    throw new Error(`expected PutObject to take ${JSON.stringify(path.toString())}, got ${text.slice(0, 500)}`);
}
