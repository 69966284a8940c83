import { setMaxListeners } from 'node:events';
import { setTimeout as realSleep } from 'node:timers/promises';
import { diskFailure } from '../disk-guard.ts';
import { Limiter } from '../limiter.ts';
import type { Bucket } from './bucket.ts';
import { uploadDropped } from './dropped-file.ts';
import { changedAtMs, hasFingerprint } from './file-fingerprint.ts';
import type { FolderNotices } from './folder-listener.ts';
import { listenToFolder, whyDeaf } from './folder-notices.ts';
import { scanFolder } from './folder-scan.ts';
import { OpenFiles } from './open-files.ts';
import { TakingTurns } from './taking-turns.ts';
import { becomesWhole } from './whole-file.ts';

/** At start, a file that was last changed longer ago than this is not waited for. */
const OLD_MS = 5000;
const RETRY_MS = 300;
const MOST_FAILURES = 3;
/** Where nobody tells, the folder is looked at this often, or as seldom as keeps the looks below this share of the time. */
const POLL_MS = 2000;
const POLL_SHARE = 0.05;
/** Notices may stay away for good: of a bucket's folder that is removed and made again nothing is told. */
const LOOK_MS = 60_000;

export interface FolderWatcherOptions {
  /** How often the folder is looked at whatever is told. @default a minute */
  readonly lookMs?: number;
  /** Told of files that cannot be taken, each once. @default a warning of the process */
  readonly tell?: (line: string) => void;
}

/**
 * Follows the folder and uploads what is dropped there. The file system's notices only say where to look;
 * what happened is decided by comparing file and bucket, so a missed or doubled notice does no harm.
 */
export class FolderWatcher {
  readonly #bucket: Bucket;
  readonly #openFiles: OpenFiles;
  readonly #following = new Map<string, Promise<void>>();
  /** Keys that changed again while they were being followed. */
  readonly #again = new Set<string>();
  readonly #stat = new Limiter(32);
  readonly #upload = new Limiter(4);
  readonly #closing = new AbortController();
  readonly #lookMs: number;
  readonly #tell: (line: string) => void;
  /** Keys that a look has found once: what can never be taken, such as by its permissions, shows at each. */
  readonly #unheard = new Set<string>();
  /** Lines that were told already. */
  readonly #told = new Set<string>();
  #notices: FolderNotices | undefined;
  /** Whether some of the folder is not listened to, though it should be. */
  #isDeaf = false;
  #polling: Promise<void> | undefined;
  /** Whether notices have been missed since the folder was listened to last. */
  #hasMissed = false;
  #mending: Promise<void> | undefined;
  #look: NodeJS.Timeout | undefined;

  constructor(bucket: Bucket, { lookMs = LOOK_MS, tell = warn }: FolderWatcherOptions = {}) {
    this.#bucket = bucket;
    this.#lookMs = lookMs;
    this.#tell = tell;
    this.#openFiles = new OpenFiles(bucket.folder.directory);
    // Every file that settles listens; a thousand dropped at once are no leak.
    setMaxListeners(0, this.#closing.signal);
  }

  /** Resolves after the first scan: files that were dropped before are on their way by then. */
  async start(): Promise<void> {
    await this.#listen();
    await this.scan('', OLD_MS);
    this.#look = setInterval(() => void this.#lookAgain().catch((error) => this.#say(error)), this.#lookMs).unref();
  }

  /** What nobody has told of shows that a folder is no longer listened to, such as one that was made again. */
  async #lookAgain(): Promise<void> {
    const unheard = (await this.scan()).filter((key) => !this.#unheard.has(key));
    for (const key of unheard) this.#unheard.add(key);
    if (unheard.length > 0 || this.#isDeaf) this.#mend();
  }

  async #listen(): Promise<void> {
    this.#isDeaf = false;
    const before = this.#notices;
    this.#notices = await listenToFolder(this.#bucket.folder.directory, {
      onFile: (key) => this.#follow(key, true),
      onFolder: (key) => void this.scan(key).catch((error) => this.#say(error)),
      onLost: () => this.#mend(),
      onDeaf: (error) => this.#poll(error),
    });
    // Not before: what happens in between would not be told.
    before?.close();
    if (this.#closing.signal.aborted) this.#notices.close();
  }

  /** Listens anew, and takes what was missed. */
  #mend(): void {
    this.#hasMissed = true;
    const mend = async () => {
      while (this.#hasMissed && !this.#closing.signal.aborted) {
        this.#hasMissed = false;
        await this.#listen();
        await this.scan();
      }
    };
    this.#mending ??= mend()
      .catch((error) => this.#say(error))
      .finally(() => {
        this.#mending = undefined;
      });
  }

  /** Looks at the folder as often as is fair, until it is listened to again. */
  #poll(error: NodeJS.ErrnoException): void {
    this.#say(whyDeaf(error));
    this.#isDeaf = true;
    const poll = async () => {
      while (this.#isDeaf && !this.#closing.signal.aborted) {
        const began = performance.now();
        await this.scan();
        const tookMs = performance.now() - began;
        await this.#sleep(Math.min(Math.max(POLL_MS, tookMs / POLL_SHARE), LOOK_MS));
      }
    };
    this.#polling ??= poll()
      .catch((error) => this.#say(error))
      .finally(() => {
        this.#polling = undefined;
      });
  }

  /**
   * Compares the folder, or one below it, with the bucket and follows every difference.
   *
   * @param oldMs Files unchanged for longer than this are taken as whole. @default - none are
   * @returns The keys of which nobody has told before.
   */
  async scan(below = '', oldMs = Number.POSITIVE_INFINITY): Promise<string[]> {
    const { folder, catalog } = this.#bucket;
    const seen = new Set<string>();
    const news: string[] = [];
    const compared: Promise<void>[] = [];
    const follow = (key: string, mustSettle: boolean) => {
      if (this.#follow(key, mustSettle)) news.push(key);
    };
    const tellOfName = (path: string) => this.#say(`${path} is not taken: its name is no UTF-8; rename it`);
    const closed: string[] = [];
    const tellOfFolder = (path: string, code: string) => {
      closed.push(`${path}/`);
      this.#say(`${path}/ is not looked into: it may not be read (${code}); let this user read it`);
    };
    const turns = new TakingTurns();
    for await (const key of scanFolder(folder, below, { onOddName: tellOfName, onUnreadable: tellOfFolder })) {
      await turns.pause();
      seen.add(key);
      const known = this.#bucket.currentObject(key)?.fingerprint;
      if (known !== undefined && hasFingerprint(folder.pathOf(key), known)) continue;
      compared.push(this.#stat.run(() => this.#compare(key, oldMs, follow)));
    }
    const prefix = below === '' ? '' : `${below}/`;
    for (const key of catalog.index.keysFrom(prefix)) {
      if (!key.startsWith(prefix)) break;
      // What lies where nobody may look is not deleted.
      if (seen.has(key) || closed.some((folder) => key.startsWith(folder))) continue;
      if (this.#bucket.currentObject(key)?.fingerprint) follow(key, true);
    }
    await Promise.all(compared);
    return news;
  }

  /** Resolves when every difference found now is uploaded or deleted, and announced. */
  async settled(): Promise<void> {
    await this.scan();
    while (this.#following.size > 0) await Promise.all(this.#following.values());
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#look);
    this.#notices?.close();
    await Promise.all([this.#mending, this.#polling]);
    await Promise.all(this.#following.values());
  }

  async #compare(key: string, oldMs: number, follow: (key: string, mustSettle: boolean) => void): Promise<void> {
    const fingerprint = await this.#bucket.folder.fingerprint(key);
    if (fingerprint === this.#bucket.currentObject(key)?.fingerprint) {
      if (fingerprint === undefined) await this.#sayWhyNoFile(key);
      return;
    }
    if (fingerprint === undefined) return follow(key, true);
    follow(key, Date.now() - changedAtMs(fingerprint) < oldMs);
  }

  /** @returns Whether nobody was following it yet. */
  #follow(key: string, mustSettle: boolean): boolean {
    if (this.#closing.signal.aborted) return false;
    if (this.#following.has(key)) {
      this.#again.add(key);
      return false;
    }
    // Settling happens in the file system's time, during which a virtual clock must not run ahead.
    const work = this.#bucket.clock.busy(() => this.#uploadWhenWhole(key, mustSettle));
    this.#following.set(
      key,
      work.finally(() => this.#following.delete(key)),
    );
    return true;
  }

  async #uploadWhenWhole(key: string, mustSettle: boolean): Promise<void> {
    let settle = mustSettle;
    let failures = 0;
    do {
      this.#again.delete(key);
      try {
        if (settle && !(await this.#isWhole(key))) return await this.#sayWhyNoFile(key);
        if (!(await this.#upload.run(() => uploadDropped(key, this.#bucket)))) this.#again.add(key);
      } catch (error) {
        failures += 1;
        // Unreadable for good, such as by its permissions: the next scan or change tries anew.
        if (failures === MOST_FAILURES) return this.#say(unreadable(key, error));
        this.#again.add(key);
        await this.#sleep(RETRY_MS);
      }
      settle = true;
    } while (this.#again.has(key) && !this.#closing.signal.aborted);
  }

  #isWhole(key: string): Promise<boolean> {
    return becomesWhole(key, {
      folder: this.#bucket.folder,
      openFiles: this.#openFiles,
      known: () => this.#bucket.currentObject(key)?.fingerprint,
      sleep: async (milliseconds) => {
        await this.#sleep(milliseconds);
        return !this.#closing.signal.aborted;
      },
    });
  }

  async #sleep(milliseconds: number): Promise<void> {
    await realSleep(milliseconds, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }

  async #sayWhyNoFile(key: string): Promise<void> {
    const why = await this.#bucket.folder.whyNoFile(key);
    if (why !== undefined) this.#say(`${key} is not taken: ${why}`);
  }

  #say(what: unknown): void {
    const line = typeof what === 'string' ? what : `the bucket's folder cannot be read: ${what}`;
    if (this.#told.has(line)) return;
    this.#told.add(line);
    this.#tell(line);
  }
}

function unreadable(key: string, error: unknown): string {
  const { code = error } = error as NodeJS.ErrnoException;
  return `${key} is not taken: ${diskFailure(error) ?? `it cannot be read (${code}); let this user read it`}`;
}

const warn = (line: string): void => process.emitWarning(line, 'S3FolderWarning');
