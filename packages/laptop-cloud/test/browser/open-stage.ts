import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type CloudDeclaration, type LaptopCloud, startLaptopCloud } from '../../src/index.ts';
import { openForeignServer } from './foreign-server.ts';
import { openBrowser } from './open-browser.ts';

/** A cloud, a site that is not ours on another port, and a browser that may reach both. */
export interface Stage {
  readonly cloud: LaptopCloud;
  readonly foreign: Awaited<ReturnType<typeof openForeignServer>>;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Opens all three for a file of tests. */
export async function openStage(declaration: CloudDeclaration): Promise<Stage> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'laptop-cloud-'));
  const cloud = await startLaptopCloud(declaration, { dataDirectory, port: 0 });
  const [browser, foreign] = await Promise.all([openBrowser(), openForeignServer()]);
  return {
    ...{ cloud, foreign, browser },
    async close() {
      await browser.close();
      await foreign.close();
      await cloud.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
