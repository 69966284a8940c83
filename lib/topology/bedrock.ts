import type { Grant } from './declarations.ts';

/** A foundation model, such as `amazon.nova-lite-v1:0`, or behind a geography the inference profile of one. */
const MODEL =
  /^(?<geography>(?:us|us-gov|eu|apac|jp|au|ca|global)\.)?(?<model>[a-z0-9]{3,}\.[a-z0-9][a-z0-9.-]*(?::[a-z0-9]+)*)$/;

/** Whether a text is the id of a model or of a system-defined inference profile. */
export const isBedrockModel = (id: string): boolean => MODEL.test(id);

/**
 * What the function that asks a model may do: invoke exactly this one. An inference profile sends the request to a region of
 * its geography, and the model has to be allowed in each of them.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 *
 * @param id Of a model or an inference profile.
 * @throws RangeError when it is neither.
 */
export function bedrockGrant(id: string): Grant {
  const { geography, model } = MODEL.exec(id)?.groups ?? {};
  if (model === undefined) throw new RangeError(`expected the id of a model or an inference profile, got ${id}`);
  const actions = ['bedrock:InvokeModel'];
  if (geography === undefined) {
    return { actions, resources: [`arn:\${Partition}:bedrock:\${Region}::foundation-model/${model}`] };
  }
  return {
    actions,
    resources: [
      `arn:\${Partition}:bedrock:\${Region}:\${Account}:inference-profile/${id}`,
      `arn:\${Partition}:bedrock:*::foundation-model/${model}`,
    ],
  };
}
