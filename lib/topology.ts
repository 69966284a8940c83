/**
 * What Spendwire is made of: the one declaration that the CDK stacks deploy and the laptop cloud runs.
 *
 * Names in `${…}` are placeholders. `lib/placeholders.ts` fills them, with tokens on AWS and with local names
 * on a laptop.
 */
export * from './topology/bedrock.ts';
export * from './topology/declarations.ts';
export * from './topology/functions.ts';
export * from './topology/machines.ts';
export * from './topology/settings.ts';
export * from './topology/table.ts';
export * from './topology/triggers.ts';
export * from './topology/upload-key.ts';
