import { describe, expect, it } from 'vitest';
import { errorKinds, errorNames, SpendwireError } from '../../../../lambdas/core/ground/errors.ts';

describe('SpendwireError', () => {
  it.each(errorNames)('%s carries its name and reaction as own properties, which no bundler renames', (name) => {
    const error = new SpendwireError(name, 'expected this, got that');

    expect(Object.hasOwn(error, 'name')).toBe(true);
    expect(error).toMatchObject({ name, kind: errorKinds[name], message: 'expected this, got that' });
    expect(name).toMatch(/^[A-Z][A-Za-z]+Error$/);
  });

  it('keeps what set it off', () => {
    const cause = new Error('below');

    expect(new SpendwireError('LedgerBusyError', 'busy', { cause }).cause).toBe(cause);
  });
});
