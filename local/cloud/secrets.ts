import { randomBytes } from 'node:crypto';
import { account } from '../account.ts';

/** The secrets that requests are signed with: a fixed one for people, a new one per function and process. */
export class Secrets {
  readonly #byFunction: ReadonlyMap<string, string>;

  constructor(functionIds: readonly string[]) {
    this.#byFunction = new Map(functionIds.map((id) => [id, randomBytes(30).toString('base64')]));
  }

  /** Undefined for an access key id that is not ours: its signatures are taken as they are. */
  of(accessKeyId: string): string | undefined {
    return accessKeyId === account.accessKeyId ? account.secretAccessKey : this.#byFunction.get(accessKeyId);
  }
}
