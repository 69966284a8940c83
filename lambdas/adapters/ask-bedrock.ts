import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { Question } from '../core/proposal/question.ts';
import { INSTRUCTIONS, proposalSchema, questionText, TOOL } from '../core/proposal/words-to-model.ts';

/** A reading waits so long for an answer, all attempts together; it has a minute for everything. */
const PATIENCE_MS = 20_000;
/** A proposal is some 100 tokens. */
const MOST_TOKENS = 500;

/**
 * Asks a model of Amazon Bedrock about a paper. It is made to call the one tool there is, whose input is the answer; all
 * models that take `toolChoice` of a tool will do: Anthropic's from Claude 3 on, and Amazon's Nova.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 *
 * @param model Id of a foundation model or an inference profile.
 * @param patienceMs How long it waits, all attempts together.
 * @returns The answer as it came, not checked; undefined when the model called no tool.
 * @throws What the client throws: throttling, a missing right, a model that is not there, a time that ran out.
 */
export async function askBedrock(
  client: BedrockRuntimeClient,
  model: string,
  question: Question,
  patienceMs = PATIENCE_MS,
): Promise<unknown> {
  const { output } = await client.send(
    new ConverseCommand({
      modelId: model,
      system: [{ text: INSTRUCTIONS }],
      messages: [{ role: 'user', content: [{ text: questionText(question) }] }],
      inferenceConfig: { temperature: 0, maxTokens: MOST_TOKENS },
      toolConfig: {
        tools: [
          {
            toolSpec: {
              name: TOOL,
              description: 'Takes what a paper says of an expense',
              inputSchema: { json: proposalSchema(question) },
            },
          },
        ],
        toolChoice: { tool: { name: TOOL } },
      },
    }),
    { abortSignal: AbortSignal.timeout(patienceMs) },
  );
  const calls = output?.message?.content?.flatMap(({ toolUse }) => (toolUse?.name === TOOL ? [toolUse] : [])) ?? [];
  return calls[0]?.input;
}
