import { describe, expect, it } from 'vitest';
import { readPage } from './markdown.ts';

/** What the AWS CLI 2.9 of Debian 12 does not know; each was tried with it. */
const NEWER = [/aws sqs start-message-move-task/, /deletion-protection-enabled/, /LoggingConfig/];

const pages = [
  'docs/runbook.md',
  'docs/how-to/deploy.md',
  'docs/how-to/use-other-aws-clients.md',
  'packages/laptop-cloud/docs/other-aws-clients.md',
];

describe('commands of the AWS CLI', () => {
  it.each(pages)('in %s that an older one does not know stand under a heading that names the version', (page) => {
    const sections = readPage(page).split(/^#+ /m);

    const unsaid = sections.filter(
      (section) => NEWER.some((command) => command.test(section)) && !/\b2\.13\b/.test(section),
    );

    expect(unsaid).toEqual([]);
  });
});
