import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine, or the one that `CHROME_PATH` names; undefined, with a line that says so, where there is none. */
export const browserPath = [process.env['CHROME_PATH'], ...PLACES].find((path) => path && existsSync(path));
if (!browserPath)
  console.log('No Chromium here: the tests in a browser are left out; CHROME_PATH names one elsewhere.');

/** Opens it without a window, as a person's would behave: its reader of PDFs is there, too. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: String(browserPath),
    // The mode that Playwright takes by itself has no reader of PDFs.
    headless: false,
    args: [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
