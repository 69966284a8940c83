import { randomBytes } from 'node:crypto';
import type { Credentials } from '../account.ts';

/** The secrets that requests are signed with: a fixed one for people, a new one per function and process. */
export class Secrets {
  readonly #byFunction: ReadonlyMap<string, string>;

  readonly #ofPeople: Credentials;

  constructor(functionIds: readonly string[], ofPeople: Credentials) {
    this.#ofPeople = ofPeople;
    this.#byFunction = new Map(functionIds.map((id) => [id, randomBytes(30).toString('base64')]));
  }

  /** Undefined for an access key id that is not ours: its signatures are taken as they are. */
  of(accessKeyId: string): string | undefined {
    return accessKeyId === this.#ofPeople.accessKeyId
      ? this.#ofPeople.secretAccessKey
      : this.#byFunction.get(accessKeyId);
  }
}
