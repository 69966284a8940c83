import { compileExpression } from 'laptop-cloud/states/language/expression';
import { placeholderNames } from '../../../lib/placeholders.ts';
import { type Rule, stateRule, stringsIn } from '../machine.ts';

const LONGEST_EXPRESSION = 120;

const isExpression = (text: string) => text.startsWith('{%') && text.endsWith('%}');

/** What stands in the strings of a machine: expressions, placeholders, names of AWS. */
export const expressionRules: readonly Rule[] = [
  overStrings('has expressions that parse', (text) => {
    if (!isExpression(text)) return [];
    try {
      compileExpression(bodyOf(text));
      return [];
    } catch (error) {
      return [`expected JSONata, got ${text}: ${(error as Error).message}`];
    }
  }),
  overStrings('moves long expressions into lambdas/core', (text) =>
    !isExpression(text) || text.length <= LONGEST_EXPRESSION
      ? []
      : [`expected at most ${LONGEST_EXPRESSION} characters, got ${text.length}: ${text}`],
  ),
  overStrings('wraps the whole string or nothing as an expression', (text) =>
    isExpression(text) || !/\{%|%\}/.test(text) ? [] : [`expected {% at the start and %} at the end, got ${text}`],
  ),
  overStrings('keeps placeholders and double quotes out of expressions', (text) =>
    isExpression(text) && /\$\{|"/.test(text) ? [`expected single quotes and variables only, got ${text}`] : [],
  ),
  overStrings('evaluates no text as code', (text) =>
    isExpression(text) && text.includes('$eval')
      ? [`expected no $eval, which Step Functions refuses, got ${text}`]
      : [],
  ),
  stateRule('assigns no reserved variable', ({ Assign = {} }) =>
    'states' in Assign ? ['expected another name than states, which Step Functions reserves'] : [],
  ),
  overStrings('names no resource, account or region itself', (text) => {
    const integration = /^arn:aws:states:::[A-Za-z0-9:.-]+$/.test(text);
    const literal = integration ? null : /arn:aws[a-z-]*:|\b\d{12}\b|\b[a-z]{2}(-[a-z]+)+-\d\b/.exec(text);
    return literal ? [`expected a placeholder, got ${literal[0]} in ${text}`] : [];
  }),
];

/** Every placeholder has to be one that the stacks and the laptop fill. */
export const placeholderRule = (known: readonly string[]): Rule => ({
  says: 'uses placeholders that lib/topology.ts fills',
  check: (machine) =>
    placeholderNames(machine)
      .filter((name) => !known.includes(name))
      .map((name) => `expected one of ${known.join(', ')}, got ${name}`),
});

const bodyOf = (expression: string) => expression.slice(2, -2).trim();

function overStrings(says: string, check: (text: string) => readonly string[]): Rule {
  return {
    says,
    check: (machine) =>
      stringsIn(machine).flatMap(([path, text]) =>
        path.endsWith('Comment') ? [] : check(text).map((problem) => `${path}: ${problem}`),
      ),
  };
}
