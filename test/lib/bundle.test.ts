import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildRoot, bundleDirectory, bundledInputs, bundleFunctions } from '../../lib/bundle.ts';
import { type FunctionId, functions } from '../../lib/topology.ts';

const run = promisify(execFile);

/** Kilobytes that a bundle may hold at most, but for those that read a file themselves. */
const MOST = 680;
const MOST_OF: Readonly<Partial<Record<FunctionId, number>>> = {
  // pdf.js, which reads the text layer of a PDF, is one file of 1.6 MB.
  ReadStructuredInvoice: 2230,
  // The words of a paper in the languages of the world.
  StructureExpense: 1000,
  // A parser of PDFs and one of XML, to see which files carry an invoice.
  StartWorkflow: 699,
};

const functionIds = Object.keys(functions) as FunctionId[];

const filesIn = ({ outputs }: Metafile): string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );

describe('the functions’ bundles', () => {
  it('leave out what no function says: zod would bring every language that it knows', async () => {
    const contents = Object.values(await bundledInputs()).flatMap(filesIn);

    expect(contents.filter((path) => path.includes('zod/v4/locales/'))).toEqual([]);
  });

  it('are made of our own packages as of any other of our files, so that a change there makes them anew', async () => {
    const { StructureExpense } = await bundledInputs();

    const ours = Object.keys(StructureExpense.inputs).filter((path) => path.startsWith('packages/printed-text/src/'));
    expect(ours).not.toEqual([]);
  });

  it('import nothing while they run, which code that was kept of them could not', async () => {
    const metafiles = await bundledInputs();

    const kinds = Object.values(metafiles).flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ imports }) => imports.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(['require-call']));
  });

  it('hold nothing that looks for credentials in files, in processes or at services', async () => {
    const contents = Object.values(await bundledInputs()).flatMap(filesIn);

    expect(
      contents.filter((path) =>
        /credential-provider-|@smithy\/credential-provider|client-(?:sso|sts)|sso-oidc/.test(path),
      ),
    ).toEqual([]);
  });

  it.each(functionIds)('hold no dead weight: %s', async (id) => {
    await bundleFunctions();

    const { length } = await readFile(join(bundleDirectory(id), 'index.cjs'));
    expect(length / 1000).toBeLessThan(MOST_OF[id] ?? MOST);
  });

  it('describe to S3 only what is asked of it', async () => {
    await bundleFunctions();

    const bundle = await readFile(join(bundleDirectory('ReadAnalysis'), 'index.cjs'), 'utf8');
    expect(bundle).toContain('PutObject');
    expect(bundle).not.toContain('PutBucketReplication');
  });

  it('sign with the credentials of the environment, its session token as well, and name functions in a stack trace', async () => {
    const calls = await listen();

    const { stdout } = await call('EnsureContacts', { userId: 'alice' }, calls.endpoint);

    expect(calls.headers[0]).toMatchObject({
      authorization: expect.stringContaining('Credential=AKIAOFTHEROLE/'),
      'x-amz-security-token': 'of-the-session',
    });
    // A function of ours, in a bundle whose names are a letter or two.
    expect(stdout).toContain('at async queryAll ');
  });

  it('fail with what is missing where the environment holds no credentials', async () => {
    const calls = await listen();

    const { stdout } = await call('EnsureContacts', { userId: 'alice' }, calls.endpoint, { AWS_ACCESS_KEY_ID: '' });

    expect(stdout).toContain('expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment');
    expect(calls.headers).toEqual([]);
  });
});

/** Takes the calls of a function and refuses each. */
async function listen() {
  const headers: Readonly<Record<string, unknown>>[] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers);
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: 'AccessDeniedException', message: 'refused' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { headers, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Runs the bundle of a function in a process of its own, and prints the stack of what it throws. */
async function call(id: FunctionId, event: unknown, endpoint: string, overrides: Record<string, string> = {}) {
  await bundleFunctions();
  const script = join(buildRoot, 'test', `call-${process.pid}.cjs`);
  await mkdir(join(buildRoot, 'test'), { recursive: true });
  const file = join(bundleDirectory(id), 'index.cjs');
  await writeFile(
    script,
    `require(${JSON.stringify(file)}).handler(${JSON.stringify(event)}, {}).catch((error) => console.log(error.stack)).finally(() => process.exit());`,
  );
  return run(process.execPath, [script], {
    env: {
      PATH: process.env['PATH'] ?? '',
      ...functions[id].environment,
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'AKIAOFTHEROLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'of-the-session',
      AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
      ...overrides,
    },
  });
}
