import type { Facts } from './facts.ts';
import { type Finding, hint } from './finding.ts';

/**
 * Whoever looks at what the rules left open learns that nobody proposes anything for it on this computer. On AWS an alarm
 * tells the operator when a model gives nothing.
 */
export function proposalFindings({ isLaptop, toSettle, categoriesSeen }: Facts): Finding[] {
  if (!isLaptop || (toSettle === 0 && !categoriesSeen.has('other'))) return [];
  return [
    hint(
      'Amazon Bedrock is absent on this computer: what no rule sorts stays in other, and a doubt waits for a person',
      'add rules to the plan; on AWS the setting bedrockModel has a model propose it, as docs/how-to/deploy.md says',
    ),
  ];
}
