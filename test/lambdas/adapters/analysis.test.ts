import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ExpenseDocument, TextractClient } from '@aws-sdk/client-textract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAnalysis } from '../../../lambdas/adapters/analysis.ts';
import { SpendwireError } from '../../../lambdas/core/ground/errors.ts';
import type { Analysis } from '../../../lambdas/core/reading/analysis.ts';

/** A client of a Textract that answers each request so. The SDK's own second try would only cost time. */
async function clientOf(listener: RequestListener): Promise<TextractClient> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new TextractClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return client;
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(body);
}

const refusing = (status: number, name: string) =>
  clientOf((_request, response) => answer(response, status, JSON.stringify({ __type: name, message: 'no' })));

const failing = (StatusMessage: string) =>
  clientOf((_request, response) => answer(response, 200, JSON.stringify({ JobStatus: 'FAILED', StatusMessage })));

/** What reading a job throws. */
const thrownBy = (client: TextractClient): Promise<Error & { readonly kind?: string }> =>
  readAnalysis(client, 'job').then(
    () => expect.fail('expected an error'),
    (error) => error,
  );

async function documentsOf(analysis: Analysis): Promise<ExpenseDocument[]> {
  const documents: ExpenseDocument[] = [];
  if (analysis.finished) for await (const document of analysis.documents) documents.push(document);
  return documents;
}

describe('readAnalysis', () => {
  it.each([
    ['ThrottlingException', 400],
    ['Throttling', 400],
    ['ThrottledException', 429],
    ['RequestThrottledException', 400],
    ['TooManyRequestsException', 429],
    ['ProvisionedThroughputExceededException', 400],
    ['LimitExceededException', 400],
    ['InternalServerError', 500],
  ])('comes back later for %s', async (name, status) => {
    const error = await thrownBy(await refusing(status, name));

    expect(error).toMatchObject({ name: 'TextractThrottledError', kind: 'transient' });
    expect(error.message).toBe(`Textract asks to come back later (${name})`);
  });

  it.each([
    ['an error it has no name for', 500, JSON.stringify({ __type: 'InternalFailure', message: 'oh' })],
    ['an unavailable service', 503, JSON.stringify({ __type: 'ServiceUnavailable', message: 'oh' })],
    ['the page of a gateway', 502, '<html><body>Bad Gateway</body></html>'],
    ['nothing', 500, ''],
  ])('comes back later when the service answers with %s', async (_name, status, body) => {
    const error = await thrownBy(await clientOf((_request, response) => answer(response, status, body)));

    expect(error).toMatchObject({ name: 'TextractThrottledError', kind: 'transient' });
    expect(error.message).toMatch(new RegExp(`^Textract did not succeed \\(\\w+, status ${status}\\)$`));
  });

  it('comes back later when the connection is dropped before the answer', async () => {
    const error = await thrownBy(await clientOf((request) => request.socket.destroy()));

    expect(error).toMatchObject({ name: 'TextractThrottledError', kind: 'transient' });
    expect(error.message).toBe('no answer came from Textract (ECONNRESET)');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('comes back later when the connection is dropped within the answer', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"JobStatus": "SUCCE', () => response.destroy());
    });

    expect(await thrownBy(client)).toMatchObject({ name: 'TextractThrottledError', kind: 'transient' });
  });

  it('comes back later for an answer that is cut off, and quotes none of the receipt', async () => {
    const error = await thrownBy(
      await clientOf((_request, response) => answer(response, 200, '{"ExpenseDocuments": [{"Text": "Pharmacy')),
    );

    expect(error).toMatchObject({ name: 'TextractThrottledError', kind: 'transient' });
    expect(error.message).not.toContain('Pharmacy');
  });

  it.each([
    ['AccessDeniedException', 400],
    ['AccessDeniedException', 403],
    ['InvalidJobIdException', 400],
    ['UnrecognizedClientException', 400],
    ['InvalidParameterException', 400],
  ])('passes on %s (%i), a refusal for good', async (name, status) => {
    const error = await thrownBy(await refusing(status, name));

    expect(error.name).toBe(name);
    expect(error).not.toBeInstanceOf(SpendwireError);
  });

  it.each([
    'INVALID_IMAGE_TYPE',
    'UNSUPPORTED_DOCUMENT',
    'BadDocumentException: page 1 cannot be decoded',
    'DOCUMENT_TOO_LARGE',
    'InvalidS3ObjectException: the object is gone',
    'the PDF needs a password',
  ])('blames the file when the job failed with %s', async (message) => {
    expect(await thrownBy(await failing(message))).toMatchObject({ name: 'BrokenDocumentError', message });
  });

  it('blames the job when it failed with anything else', async () => {
    const message = 'InternalServerError: the model did not answer';

    expect(await thrownBy(await failing(message))).toMatchObject({ name: 'AnalysisFailedError', message });
  });

  it('reads every page of the answer', async () => {
    const tokens: unknown[] = [];
    const client = await clientOf(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { NextToken } = JSON.parse(Buffer.concat(chunks).toString()) as { NextToken?: string };
      tokens.push(NextToken);
      const page = { JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 }, ExpenseDocuments: [{ ExpenseIndex: 1 }] };
      answer(response, 200, JSON.stringify(NextToken === undefined ? { ...page, NextToken: 'more' } : page));
    });

    const analysis = await readAnalysis(client, 'job');

    expect(tokens).toEqual([undefined]);
    expect(analysis).toMatchObject({ finished: true, pages: 2, isPartial: false });
    expect(await documentsOf(analysis)).toHaveLength(2);
    expect(tokens).toEqual([undefined, 'more']);
  });

  it('waits where Textract asks to come back later amid the pages, and goes on there', async () => {
    let asked = 0;
    const page = { JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 }, ExpenseDocuments: [{ ExpenseIndex: 1 }] };
    const client = await clientOf((_request, response) => {
      asked++;
      if (asked === 2) answer(response, 400, JSON.stringify({ __type: 'ThrottlingException', message: 'no' }));
      else answer(response, 200, JSON.stringify(asked === 1 ? { ...page, NextToken: 'more' } : page));
    });

    expect(await documentsOf(await readAnalysis(client, 'job'))).toHaveLength(2);
    expect(asked).toBe(3);
  });
});
