import { proposalKeyOf } from '../core/document/artifacts.ts';
import { readProposal, type StoredProposal } from '../core/proposal/proposal.ts';
import { type Question, sameQuestion } from '../core/proposal/question.ts';
import { INSTRUCTIONS } from '../core/proposal/words-to-model.ts';

/** A model that may be asked, and where its answers are kept. */
export interface ModelPorts {
  /** Id of the model or inference profile. */
  readonly id: string;
  /** The answer as it came. Throws when there is none. */
  ask(question: Question): Promise<unknown>;
  readProposal(key: string): Promise<StoredProposal | undefined>;
  writeProposal(key: string, proposal: StoredProposal): Promise<void>;
  /** Tells the operator, without the text of a paper. */
  tellOfNone(code: string, reason: string): void;
}

/**
 * What the model proposes. The same question is asked once: its answer is kept with the document, so that an attempt or a
 * replay more comes to the same. Never throws over the model: without an answer it goes on as without a model, and the
 * operator is told.
 */
export async function propose(
  model: ModelPorts,
  documentId: string,
  question: Question,
): Promise<StoredProposal | undefined> {
  const key = proposalKeyOf(documentId, sameQuestion(model.id, INSTRUCTIONS, question));
  const stored = await model.readProposal(key);
  if (stored) return stored;
  const answer = await answerOf(model, question);
  if (!answer) return undefined;
  const { says, wrong } = readProposal(answer.input);
  if (!says) {
    model.tellOfNone('ProposalInvalid', wrong);
    return undefined;
  }
  const proposal: StoredProposal = { model: model.id, says };
  await model.writeProposal(key, proposal);
  return proposal;
}

async function answerOf(model: ModelPorts, question: Question): Promise<{ readonly input: unknown } | undefined> {
  try {
    return { input: await model.ask(question) };
  } catch (error) {
    const { name, message } = error as Error;
    model.tellOfNone(name, message);
    return undefined;
  }
}
