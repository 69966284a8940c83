import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';

/** A request as the SDK's client sends it. */
export interface ConverseRequest {
  readonly path: string;
  readonly body: {
    readonly system: readonly { readonly text: string }[];
    readonly messages: readonly { readonly content: readonly { readonly text: string }[] }[];
    readonly inferenceConfig: object;
    readonly toolConfig: { readonly tools: readonly object[]; readonly toolChoice: object };
  };
}

/** What is answered: the input of the tool, an error by its name, text instead of a call, or nothing at all. */
export type ConverseAnswer =
  | { readonly input: unknown }
  | { readonly error: string; readonly status: number }
  | { readonly text: string }
  | { readonly silent: true };

export interface ConverseServer {
  readonly endpoint: string;
  readonly requests: readonly ConverseRequest[];
  answers(answer: ConverseAnswer): void;
  close(): Promise<void>;
}

/**
 * Speaks as Amazon Bedrock's Converse does, by HTTP/2 as its client does.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export async function openConverseServer(first: ConverseAnswer = { input: {} }): Promise<ConverseServer> {
  let next = first;
  const requests: ConverseRequest[] = [];
  const sessions = new Set<{ destroy(): void }>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
    if ('silent' in next) return;
    const type = { 'content-type': 'application/json' };
    if ('error' in next) {
      response.writeHead(next.status, { ...type, 'x-amzn-errortype': next.error });
      response.end(JSON.stringify({ message: 'refused' }));
    } else {
      response.writeHead(200, type);
      response.end(JSON.stringify(messageOf(next)));
    }
  });
  server.on('session', (session) => void sessions.add(session));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers(answer) {
      next = answer;
    },
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const messageOf = (answer: { readonly input: unknown } | { readonly text: string }) => ({
  output: {
    message: {
      role: 'assistant',
      content: [
        'text' in answer ? answer : { toolUse: { toolUseId: 'one', name: 'propose_expense', input: answer.input } },
      ],
    },
  },
  stopReason: 'text' in answer ? 'end_turn' : 'tool_use',
  usage: { inputTokens: 700, outputTokens: 60, totalTokens: 760 },
  metrics: { latencyMs: 1 },
});
