import pc from 'picocolors';
import { readDocument } from '../lambdas/adapters/document-store.ts';
import { findUserIds } from '../lambdas/adapters/person-store.ts';
import type { Table } from '../lambdas/adapters/table.ts';
import type { DocumentStatus } from '../lambdas/core/document/document.ts';
import { describeBudgets } from './budget-lines.ts';
import { describeContacts } from './contacts-view.ts';
import { type DocumentView, describeDocument, viewDocument } from './document-view.ts';
import { fileName, framed } from './text.ts';

/** A message as it reaches a phone or a mailbox. */
export interface StoryMessage {
  readonly protocol: 'email' | 'sms';
  readonly address: string;
  readonly subject?: string;
  readonly body: string;
}

/** The document that an execution works on, from its input. */
export interface StoryDocument {
  readonly documentId: string;
  readonly key: string;
}

export interface StoryOptions {
  readonly table: Table;
  print(line: string): void;
  /** Epoch milliseconds, by the clock that what is told of goes by. @default Date.now */
  now?(): number;
  /** Said once below a plan's contacts; the laptop tells here that addresses confirm themselves. */
  readonly aboutContacts?: string;
}

/** Messages wait this long for the document that set them off, so that the cause is told before the alert. */
const MESSAGE_WAIT_MS = 1500;

/** Tells what happens to each document, in the order a person wants to read it: the file, the budgets, the alerts. */
export class Story {
  readonly #options: StoryOptions;
  readonly #names = new Map<string, string>();
  readonly #ended = new Map<string, DocumentStatus>();
  #waiting: StoryMessage[] = [];
  #latestPurchase = '';
  #telling: Promise<void> = Promise.resolve();

  constructor(options: StoryOptions) {
    this.#options = options;
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  /** Documents under way, and how many have ended since the start. */
  progress(): { underWay: number; ended: number } {
    return { underWay: this.#names.size - this.#ended.size, ended: this.#ended.size };
  }

  started({ documentId, key }: StoryDocument): void {
    if (this.#names.has(documentId)) return;
    this.#names.set(documentId, fileName(key));
    this.#tell(() => this.#options.print(pc.dim(`→ ${fileName(key)}`)));
  }

  ended({ documentId, key }: StoryDocument): void {
    this.#names.set(documentId, fileName(key));
    this.#tell(async () => {
      const view = await viewDocument(this.#options.table, documentId);
      if (!view) return;
      this.#ended.set(documentId, view.status);
      await this.#tellDocument(view);
      this.#flush();
    });
  }

  message(message: StoryMessage): void {
    this.#waiting.push(message);
    setTimeout(() => this.#tell(() => this.#flush()), MESSAGE_WAIT_MS).unref();
  }

  /** How everybody's budgets stand, and what needs attention. */
  async summary(): Promise<void> {
    await this.#telling;
    this.#flush();
    const { print, table } = this.#options;
    const counts = [...this.#ended.values()].reduce(
      (sums, status) => sums.set(status, (sums.get(status) ?? 0) + 1),
      new Map<DocumentStatus, number>(),
    );
    print('');
    print(
      pc.bold(this.#ended.size === 0 ? 'No new documents' : `${this.#ended.size} documents`) +
        [...counts].map(([status, count]) => `, ${count} ${status.replace('_', ' ')}`).join(''),
    );
    const userIds = await findUserIds(table);
    const day = this.#latestPurchase || new Date(this.#now()).toISOString().slice(0, 10);
    for (const userId of userIds) {
      const lines = await describeBudgets(table, userId, day, this.#now());
      if (lines.length > 0) print([pc.bold(userId), ...lines].join('\n  '));
    }
  }

  /** Resolves when everything that happened so far is told. */
  async told(): Promise<void> {
    await this.#telling;
  }

  async #tellDocument(view: DocumentView): Promise<void> {
    const { print, table, aboutContacts } = this.#options;
    const first = await this.#nameOf(view.duplicateOf);
    print(describeDocument(view, first).join('\n'));
    const { userId } = view;
    if (userId === undefined || view.status !== 'completed') return;
    if (view.workflow === 'apply-plan') {
      const contacts = await describeContacts(table, userId);
      for (const line of contacts) print(`  ${line}`);
      if (contacts.length > 0 && aboutContacts) print(`  ${pc.dim(aboutContacts)}`);
      return;
    }
    const { purchasedOn, category, allocations = [] } = view;
    if (purchasedOn === undefined || category === undefined) return;
    const categories = allocations.length > 0 ? allocations.map((part) => part.category) : [category];
    if (purchasedOn > this.#latestPurchase) this.#latestPurchase = purchasedOn;
    for (const line of await describeBudgets(table, userId, purchasedOn, this.#now(), categories)) print(`  ${line}`);
  }

  /** The name of a document that may have come with an earlier start. */
  async #nameOf(documentId: string | undefined): Promise<string> {
    if (documentId === undefined) return '';
    const known = this.#names.get(documentId);
    if (known !== undefined) return known;
    const document = await readDocument(this.#options.table, documentId);
    return document ? fileName(document.key) : `document ${documentId}`;
  }

  #flush(): void {
    for (const { protocol, address, subject, body } of this.#waiting.splice(0)) {
      const title = protocol === 'sms' ? `SMS to ${address}` : `E-mail to ${address}`;
      const lines = [...(subject ? [pc.bold(subject), ''] : []), ...body.trimEnd().split('\n')];
      this.#options.print(framed(title, lines));
    }
  }

  /** One thing after the other, whatever finishes first; a view that cannot be read is said, not thrown. */
  #tell(step: () => void | Promise<void>): void {
    this.#telling = this.#telling.then(step).catch((error: unknown) => {
      this.#options.print(pc.red(`this could not be shown: ${(error as Error).message}`));
    });
  }
}
