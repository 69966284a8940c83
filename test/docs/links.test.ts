import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { anchorsOf, pages, readPage, relativeLinks } from './markdown.ts';

/** Why a link on a page leads nowhere; undefined when it leads somewhere. */
function problemOf(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(projectRoot, target))) return `${link}: there is no ${target}`;
  if (anchor === undefined || anchorsOf(readPage(target)).includes(anchor)) return undefined;
  return `${link}: ${target} has no heading #${anchor}`;
}

describe('links', () => {
  it.each(pages)('of %s lead to a file and a heading that are there', (page) => {
    const mistakes = relativeLinks(readPage(page)).flatMap((link) => problemOf(page, link) ?? []);

    expect(mistakes).toEqual([]);
  });

  it('fail on a heading that is not there', () => {
    expect(problemOf('docs/README.md', 'reference/errors.md#nowhere')).toBe(
      'reference/errors.md#nowhere: docs/reference/errors.md has no heading #nowhere',
    );
  });

  it('lead from the map to every page', () => {
    const linked = relativeLinks(readPage('docs/README.md')).map((link) => join('docs', link.split('#')[0] as string));

    expect(
      pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md' && !linked.includes(page)),
    ).toEqual([]);
  });
});

describe('npm scripts', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  it.each(pages)('that %s names are in package.json', (page) => {
    const named = [...readPage(page).matchAll(/\bnpm (?:run(?: --?\S+)* ([\w:-]+)|(start|test)\b)/g)];

    const unknown = named.map(([, run, short]) => run ?? short ?? '').filter((name) => !(name in scripts));
    expect(unknown).toEqual([]);
  });
});

describe('decisions', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'));

  it('are numbered one after the other', () => {
    const numbers = decisions.map((page) => Number(/\/(\d{4})-/.exec(page)?.[1]));

    expect(numbers).toEqual(decisions.map((_, index) => index + 1));
  });

  it.each(decisions)('%s tells context, decision and what was rejected', (page) => {
    const [, ...anchors] = anchorsOf(readPage(page));

    expect(anchors).toEqual(['context', 'decision', 'rejected-alternatives']);
  });
});
