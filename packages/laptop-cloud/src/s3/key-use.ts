import type { Caller } from '../http/service.ts';
import type { StoredObject } from './object-version.ts';
import { customerKeyOf } from './protocol/encryption.ts';

/**
 * Throws the refusal for a caller that may not use a key of KMS. S3 uses it with the permissions of whoever asks.
 *
 * @throws ServiceError `AccessDenied`
 */
export type AssertMayUseKey = (caller: Caller, use: 'Decrypt' | 'GenerateDataKey', keyArn: string) => void;

/** Uses keys for one caller. */
export class KeyUse {
  readonly #assert: AssertMayUseKey;
  readonly #caller: Caller;

  constructor(assert: AssertMayUseKey, caller: Caller) {
    this.#assert = assert;
    this.#caller = caller;
  }

  /** Before an object's bytes are read. @throws ServiceError `AccessDenied` */
  decrypt({ encryption }: Pick<StoredObject, 'encryption'>): void {
    this.#use('Decrypt', encryption);
  }

  /** Before an object's bytes are written. @throws ServiceError `AccessDenied` */
  encrypt({ encryption }: Pick<StoredObject, 'encryption'>): void {
    this.#use('GenerateDataKey', encryption);
  }

  #use(use: 'Decrypt' | 'GenerateDataKey', encryption: StoredObject['encryption']): void {
    const keyArn = customerKeyOf(encryption);
    if (keyArn !== undefined) this.#assert(this.#caller, use, keyArn);
  }
}
