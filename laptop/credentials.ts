import type { Credentials } from 'laptop-cloud';

/** The credentials that the quick start prints; requests signed with them are verified. */
export const credentials: Credentials = { accessKeyId: 'spendwire', secretAccessKey: 'spendwire' };
