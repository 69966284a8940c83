import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExpenseDocument } from '@aws-sdk/client-textract';
import { z } from 'zod';

/** A started analysis, as it survives a restart. */
export const Job = z.object({
  jobId: z.string(),
  /** What was asked, to tell a repeated request from another one with the same token. */
  request: z.string(),
  jobTag: z.string().optional(),
  status: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'PARTIAL_SUCCESS']),
  statusMessage: z.string().optional(),
  startedAtEpochMs: z.number(),
  /** That somebody was told how it ended; that a start has found it outdated since, so that it goes with the next one. */
  use: z.enum(['fetched', 'outdated']).optional(),
  /** Known once the document was opened. */
  pages: z.number().optional(),
  /** Pages that could not be read, counted from 1, by the name of the error. */
  failedPages: z.array(z.object({ page: z.number(), code: z.string() })).default([]),
});
/** As parsed by the schema of the same name. */
export type Job = z.infer<typeof Job>;

/** Keeps each job in a folder of its own: the job, its document until it is done, and one file a finished page. */
export interface JobStore {
  /** Stores a new job and its document; the job is there only once both are written. */
  add(job: Job, content: Buffer): Promise<void>;
  get(jobId: string): Promise<Job | undefined>;
  update(job: Job): Promise<void>;
  documentPath(jobId: string): string;
  dropDocument(jobId: string): Promise<void>;
  /** @param page Counted from 1. */
  putPage(jobId: string, page: number, document: ExpenseDocument): Promise<void>;
  getPage(jobId: string, page: number): Promise<ExpenseDocument | undefined>;
  list(): Promise<Job[]>;
  remove(jobId: string): Promise<void>;
}

const JOB_ID = /^[0-9a-f]{64}$/;

/** A job's id: 64 hexadecimal digits. The same name gives the same id, so that a token finds its job again. */
export const jobIdFor = (name: string): string => createHash('sha256').update(name).digest('hex');

/** @param directory Made when it is absent. */
export async function openJobStore(directory: string): Promise<JobStore> {
  await mkdir(directory, { recursive: true });
  const folder = (jobId: string) => join(directory, jobId);
  const jobPath = (jobId: string) => join(folder(jobId), 'job.json');
  const pagePath = (jobId: string, page: number) => join(folder(jobId), `page-${String(page).padStart(4, '0')}.json`);
  const documentPath = (jobId: string) => join(folder(jobId), 'document');

  async function get(jobId: string): Promise<Job | undefined> {
    // An id is used as a folder's name, so nothing else may pass.
    if (!JOB_ID.test(jobId)) return undefined;
    const text = await readIfPresent(jobPath(jobId));
    return text === undefined ? undefined : Job.parse(JSON.parse(text));
  }

  return {
    get,
    documentPath,
    async add(job, content) {
      await mkdir(folder(job.jobId), { recursive: true });
      await writeFile(documentPath(job.jobId), content);
      await writeWhole(jobPath(job.jobId), JSON.stringify(job));
    },
    update: (job) => writeWhole(jobPath(job.jobId), JSON.stringify(job)),
    dropDocument: (jobId) => rm(documentPath(jobId), { force: true }),
    putPage: (jobId, page, document) => writeWhole(pagePath(jobId, page), JSON.stringify(document)),
    async getPage(jobId, page) {
      const text = await readIfPresent(pagePath(jobId, page));
      return text === undefined ? undefined : (JSON.parse(text) as ExpenseDocument);
    },
    async list() {
      const jobs = await Promise.all((await readdir(directory)).map(get));
      return jobs.filter((job) => job !== undefined).sort((a, b) => a.startedAtEpochMs - b.startedAtEpochMs);
    },
    remove: (jobId) => rm(folder(jobId), { recursive: true, force: true }),
  };
}

/**
 * Writes beside and renames, so that a killed process leaves the old file or the new one. Directly, as reading does: files
 * of some kilobytes take a tenth of the processor that the way through threads of the pool takes.
 */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
