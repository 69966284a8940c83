/** One alternative of a pattern's field: a question about the field's presence, or about one of its values. */
export type ValueMatcher =
  | { readonly kind: 'present' | 'absent' }
  | { readonly kind: 'value'; matches(value: unknown): boolean };

/**
 * Compiles one entry of a pattern's list: a literal, or an object with one operator.
 *
 * @throws RangeError naming the operator when it is unknown or its operand has another form.
 */
export function compileMatcher(entry: unknown): ValueMatcher {
  if (isLiteral(entry)) return value((candidate) => candidate === entry);
  const operators = entry !== null && typeof entry === 'object' ? Object.entries(entry) : [];
  const [operator, operand] = operators[0] ?? [];
  if (operator === undefined || operators.length > 1) throw unsupported(entry);
  switch (operator) {
    case 'exists':
      if (typeof operand !== 'boolean') throw unsupported(entry);
      return { kind: operand ? 'present' : 'absent' };
    case 'anything-but':
      return value(compileAnythingBut(operand));
    case 'numeric':
      return value(compileNumeric(operand));
    default:
      return value(compileText(operator, operand));
  }
}

type Test = (value: unknown) => boolean;

const value = (matches: Test): ValueMatcher => ({ kind: 'value', matches });

const isLiteral = (entry: unknown): boolean =>
  entry === null || typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean';

const unsupported = (entry: unknown): RangeError =>
  new RangeError(
    `expected a literal, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric or exists in the event pattern, got ${JSON.stringify(entry)}`,
  );

function compileText(operator: string, operand: unknown): Test {
  const ignoringCase = (operand as { 'equals-ignore-case'?: unknown } | null)?.['equals-ignore-case'];
  if (typeof ignoringCase === 'string' && operator !== 'equals-ignore-case') {
    const test = textTest(operator, ignoringCase.toLowerCase());
    return (candidate) => typeof candidate === 'string' && test(candidate.toLowerCase());
  }
  if (typeof operand !== 'string') throw unsupported({ [operator]: operand });
  const test = textTest(operator, operand);
  return (candidate) => typeof candidate === 'string' && test(candidate);
}

function textTest(operator: string, operand: string): (text: string) => boolean {
  switch (operator) {
    case 'prefix':
      return (text) => text.startsWith(operand);
    case 'suffix':
      return (text) => text.endsWith(operand);
    case 'equals-ignore-case':
      return (text) => text.toLowerCase() === operand.toLowerCase();
    case 'wildcard': {
      const parts = operand.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const expression = new RegExp(`^${parts.join('.*')}$`, 's');
      return (text) => expression.test(text);
    }
    default:
      throw unsupported({ [operator]: operand });
  }
}

/** The operand is a literal, a list of literals, or a text operator with one text or a list of them. */
function compileAnythingBut(operand: unknown): Test {
  const isOperator = operand !== null && typeof operand === 'object' && !Array.isArray(operand);
  const refused = isOperator ? textAlternatives(operand) : [operand].flat().map(literalTest);
  return (candidate) => !refused.some((test) => test(candidate));
}

const textAlternatives = (operators: object): Test[] =>
  Object.entries(operators).flatMap(([operator, operand]) =>
    [operand as unknown].flat().map((one) => compileText(operator, one)),
  );

function literalTest(literal: unknown): Test {
  if (!isLiteral(literal)) throw unsupported({ 'anything-but': literal });
  return (candidate) => candidate === literal;
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** `[">", 0, "<=", 5]` */
function compileNumeric(operand: unknown): Test {
  const terms = Array.isArray(operand) ? operand : [];
  if (terms.length !== 2 && terms.length !== 4) throw unsupported({ numeric: operand });
  const comparisons = Array.from({ length: terms.length / 2 }, (_, index) => {
    const compare = COMPARISONS[String(terms[2 * index])];
    const limit = terms[2 * index + 1];
    if (!compare || typeof limit !== 'number') throw unsupported({ numeric: operand });
    return (candidate: number) => compare(candidate, limit);
  });
  return (candidate) => typeof candidate === 'number' && comparisons.every((holds) => holds(candidate));
}
