import { SpendwireError } from './errors.ts';

const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** NFC and lower case: `Alice` and `alice` are one person. */
export const normalizeName = (text: string): string => text.normalize('NFC').toLowerCase();

/** Whether a normalised name is usable in a key: a letter or digit first, then up to 39 of letters, digits, `.`, `_`, `-`. */
export const isName = (text: string): boolean => NAME.test(text);

/**
 * Reads the person's id out of a key's segment.
 *
 * @throws SpendwireError `BadUserNameError` that names a spelling which would do.
 */
export function parseUserId(segment: string): string {
  const name = normalizeName(segment);
  if (isName(name)) return name;
  throw new SpendwireError(
    'BadUserNameError',
    `the user name ${JSON.stringify(segment)} cannot be used: expected 1 to 40 letters a-z, digits, ".", "_" or "-", ` +
      `the first a letter or digit; ${suggest(name)}`,
  );
}

function suggest(name: string): string {
  const spelled = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 40);
  return isName(spelled)
    ? `drop the file again under "${spelled}"`
    : 'drop the file again under a name such as "alice"';
}
