/** The stage that is deployed when none is named. Its names carry no stage: they are those of before there were stages. */
export const MAIN_STAGE = 'prod';

/** The word in all names, and so the one word that no stage may be called. */
const APPLICATION = 'spendwire';

/**
 * What a stage may be called. Without a hyphen, a stage's prefix ends at its first one, so no prefix begins with
 * another: `dev` never covers what belongs to `dev2`.
 */
export const isStageName = (text: string): boolean => /^[a-z][a-z0-9]{0,19}$/.test(text) && text !== APPLICATION;

/** What the parts of a stage are called, so that two stages live side by side in one account and region. */
export interface StageNames {
  /** What the names of all else begin with: topics of contacts (`{prefix}-{hash}`), the service in traces and logs. */
  readonly prefix: string;
  readonly dataStack: string;
  readonly pipelineStack: string;
}

/**
 * The names of a stage. The stage stands in front of the application's name: behind it, `spendwire-*` of the main
 * stage would cover `spendwire-dev-…`, in permissions and for whoever deletes topics by their prefix.
 */
export function stageNames(stage: string): StageNames {
  const isMain = stage === MAIN_STAGE;
  const word = isMain ? '' : `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
  return {
    prefix: isMain ? APPLICATION : `${stage}-${APPLICATION}`,
    dataStack: `Spendwire${word}Data`,
    pipelineStack: `Spendwire${word}Pipeline`,
  };
}
