import type { Chance } from '../chance.ts';
import type { HostileRequest } from '../hostile-request.ts';
import { addresses } from './addresses.ts';
import { brokenHttp } from './broken-http.ts';
import { foreignPages } from './foreign-pages.ts';
import { formRequests } from './forms.ts';
import { functionRequests } from './functions.ts';
import { jsonRequests } from './json-bodies.ts';
import { objectBodies } from './object-bodies.ts';
import { objectRequests } from './objects.ts';
import { unsignedRequests } from './unsigned.ts';

/** Every hostile request of a seed, in a random order. */
export const allRequests = (chance: Chance): HostileRequest[] =>
  chance.shuffled([
    ...unsignedRequests(chance),
    ...foreignPages(chance),
    ...addresses(),
    ...objectRequests(),
    ...objectBodies(),
    ...jsonRequests(chance),
    ...formRequests(chance),
    ...functionRequests(),
    ...brokenHttp(),
  ]);
