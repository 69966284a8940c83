import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/**
 * What a person is told of one issue. Where one of several forms was expected, they are told what is wrong with the
 * form that they meant: the one of the right kind with the fewest mistakes. Where two are as near, they are told all
 * forms.
 */
export function toldIssues(issue: Issue): Issue[] {
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ ...inner, path: issue.path }));
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors
    .map((alternative) => alternative.flatMap(toldIssues))
    .filter((alternative) => !alternative.some(isOfAnotherKind))
    .sort((a, b) => countMistakes(a) - countMistakes(b));
  const [nearest, second] = meant;
  if (!nearest || (second && countMistakes(second) === countMistakes(nearest))) return [issue];
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A text where a map was expected, or none of the words that are allowed. */
const isOfAnotherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

const countMistakes = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
