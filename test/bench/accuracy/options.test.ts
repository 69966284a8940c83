import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../bench/accuracy/options.ts';

describe('readOptions', () => {
  it('reads files whole unless told to go by their print', () => {
    expect(readOptions(['--data', 'folder'])).toMatchObject({ data: 'folder', byPrint: false });
    expect(readOptions(['--data', 'folder', '--by-print'])).toMatchObject({ byPrint: true });
  });
});
