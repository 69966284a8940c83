import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBedrock } from '../../../lambdas/adapters/ask-bedrock.ts';
import { type ConverseServer, openConverseServer } from '../../support/converse-server.ts';

const QUESTION = { rows: ['Zorg Blip', 'Wug  12.00'], categories: ['dining', 'travel'] };

let server: ConverseServer;
let client: BedrockRuntimeClient;
beforeAll(async () => {
  server = await openConverseServer();
  const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' };
  client = new BedrockRuntimeClient({ endpoint: server.endpoint, region: 'eu-central-1', credentials, maxAttempts: 2 });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

const ask = () => askBedrock(client, 'eu.amazon.nova-lite-v1:0', QUESTION);

describe('askBedrock', () => {
  it('makes the model call the one tool, at temperature 0, with the paper as JSON', async () => {
    server.answers({ input: { category: 'dining', because: 'food' } });

    expect(await ask()).toEqual({ category: 'dining', because: 'food' });

    const sent = server.requests.at(-1);
    expect(decodeURIComponent(sent?.path ?? '')).toBe('/model/eu.amazon.nova-lite-v1:0/converse');
    expect(sent?.body).toMatchObject({
      inferenceConfig: { temperature: 0, maxTokens: 500 },
      toolConfig: {
        tools: [{ toolSpec: { name: 'propose_expense' } }],
        toolChoice: { tool: { name: 'propose_expense' } },
      },
    });
    expect(sent?.body.messages).toHaveLength(1);
    expect(JSON.parse(sent?.body.messages[0]?.content[0]?.text ?? '')).toEqual(QUESTION);
  });

  it('gives nothing where the model answers in words', async () => {
    server.answers({ text: 'I would say dining.' });

    expect(await ask()).toBeUndefined();
  });

  it('fails by the name of the refusal where the model may not be asked, at once', async () => {
    server.answers({ error: 'AccessDeniedException', status: 403 });
    const before = server.requests.length;

    await expect(ask()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(server.requests.length).toBe(before + 1);
  });

  it('tries once more where it is throttled, and fails then', async () => {
    server.answers({ error: 'ThrottlingException', status: 429 });
    const before = server.requests.length;

    await expect(ask()).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(server.requests.length).toBe(before + 2);
  });

  it('waits no longer than it may for a model that says nothing', async () => {
    server.answers({ silent: true });

    await expect(askBedrock(client, 'amazon.nova-lite-v1:0', QUESTION, 50)).rejects.toMatchObject({
      name: expect.stringMatching(/^(AbortError|TimeoutError)$/),
    });
  });
});
