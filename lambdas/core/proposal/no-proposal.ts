/** What the log says when a model was asked and nothing came of it; a metric and an alarm count these lines. */
export const NO_PROPOSAL = 'Amazon Bedrock gave no proposal';
