import { type Machine, type Rule, type State, scopesOf, stateRule } from '../machine.ts';

const KEY_ORDER = [
  'Comment',
  'Type',
  'Resource',
  'Arguments',
  'Assign',
  'Output',
  'TimeoutSeconds',
  'Retry',
  'Catch',
  'Next',
];

const TITLE_CASE = /^[A-Z][A-Za-z0-9]*( [A-Z0-9][A-Za-z0-9]*)*\??$/;

/** Names that editors give: the state's type or service, alone or with a number. */
const EDITOR_DEFAULT =
  /^(Task|Pass|Choice|Wait|Map|Parallel|Succeed|Success|Fail|Lambda Invoke)( \(?\d+\)?| State)?\??$/;

/** How a machine is written down: names, comments and the order of keys. */
export const layoutRules: readonly Rule[] = [
  {
    says: 'is written in JSONata from top to bottom',
    check: (machine) => [
      ...(machine.QueryLanguage === 'JSONata' ? [] : [`expected QueryLanguage JSONata, got ${machine.QueryLanguage}`]),
      ...namesOf(machine, (state) => 'QueryLanguage' in state).map((name) => `${name}: has a QueryLanguage of its own`),
    ],
  },
  {
    says: 'says in its comment what goes in and what comes out',
    check: ({ Comment = '' }) =>
      Comment.length >= 40 ? [] : [`expected a Comment of a sentence or two, got "${Comment}"`],
  },
  stateRule('keeps comments of states to 160 characters', ({ Comment = '' }) =>
    Comment.length <= 160 ? [] : [`expected at most 160 characters, got ${Comment.length}`],
  ),
  stateRule('names its states in Title Case with at most 40 characters', (_, name) => [
    ...(TITLE_CASE.test(name) ? [] : ['expected Title Case words']),
    ...(name.length <= 40 ? [] : [`expected at most 40 characters, got ${name.length}`]),
    ...(EDITOR_DEFAULT.test(name) ? ["expected a verb and a noun, got an editor's default"] : []),
  ]),
  stateRule('asks a question in a Choice and only there', ({ Type }, name) =>
    (Type === 'Choice') === name.endsWith('?')
      ? []
      : [`expected a Choice to end in "?", and nothing else to, got a ${Type}`],
  ),
  stateRule('keeps the keys of its states in order', (state) => {
    const keys = Object.keys(state).filter((key) => KEY_ORDER.includes(key));
    const sorted = keys.toSorted((a, b) => KEY_ORDER.indexOf(a) - KEY_ORDER.indexOf(b));
    return keys.join() === sorted.join() ? [] : [`expected ${sorted.join(', ')}, got ${keys.join(', ')}`];
  }),
];

const namesOf = (machine: Machine, test: (state: State) => boolean): string[] =>
  scopesOf(machine).flatMap(({ States }) => Object.keys(States).filter((name) => test(States[name] as State)));
