import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { account, type Credentials } from '../account.ts';
import type { DataFolder } from '../data-folder.ts';

/** Only its owner may read it. */
const PRIVATE = 0o600;

/** The file that a shell loads: `. ./laptop-cloud-data/aws.env`. */
export const SHELL_FILE = 'aws.env';

/**
 * Key and secret of a data folder, made by chance at the first start. What is signed with them is verified, and an address can
 * be presigned with them alone: a page in a browser cannot know them.
 */
export async function ownCredentials(folder: Pick<DataFolder, 'state'>): Promise<Credentials> {
  const path = join(folder.state('credentials'), 'own.json');
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (kept !== undefined) return JSON.parse(kept) as Credentials;
  const credentials: Credentials = {
    accessKeyId: `LAPTOP${randomBytes(7).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
  await mkdir(dirname(path), { recursive: true });
  // Whole or not at all: half a key would stop every later start.
  await writeFile(`${path}.new`, JSON.stringify(credentials), { mode: PRIVATE });
  await rename(`${path}.new`, path);
  return credentials;
}

/** Writes what a shell loads so that the AWS CLI works against this cloud and can presign. */
export async function writeShellFile(
  { root }: Pick<DataFolder, 'root'>,
  { accessKeyId, secretAccessKey }: Credentials,
  endpoint: string,
): Promise<void> {
  const values = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_DEFAULT_REGION: account.region,
    AWS_ENDPOINT_URL: endpoint,
  };
  const lines = Object.entries(values).map(([name, value]) => `export ${name}=${value}\n`);
  await writeFile(join(root, SHELL_FILE), lines.join(''), { mode: PRIVATE });
}
