import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/bundle.ts';

/** Every page under docs/ and at the top of the repository, as paths from the project's root. */
export const pages: readonly string[] = [
  ...readdirSync(projectRoot).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].sort();

/** A page's text; the path is from the project's root. */
export const readPage = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

const FENCE = /^( *)```(\w*)\n([\s\S]*?)^ *```$/gm;

/** The text without its code blocks: headings, links and names in there mean something else. */
export const prose = (text: string): string => text.replace(FENCE, '');

/** The contents of the code blocks in a language. */
export const codeBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(FENCE)].filter(([, , marked]) => marked === language).map(([, , , code = '']) => code);

/** Anchors that GitHub gives to the headings: lower case, words joined by hyphens, a repeat numbered. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return [...prose(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const repeat = seen.get(slug) ?? 0;
    seen.set(slug, repeat + 1);
    return repeat === 0 ? slug : `${slug}-${repeat}`;
  });
}

/** Targets of links and pictures that are not on the web. */
export const relativeLinks = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));

/** What stands below a heading of the second or third level, up to the next one of its level or above; '' when it is not there. */
export function section(text: string, heading: string): string {
  const start = text.split('\n').findIndex((line) => /^#{2,3} /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start < 0) return '';
  const lines = text.split('\n').slice(start);
  const level = (lines[0] as string).indexOf(' ');
  const end = lines.findIndex((line, index) => index > 0 && new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(1, end < 0 ? undefined : end).join('\n');
}

/** Rows of the tables in a text, without their heads, as cells. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n');
  return lines
    .filter((line, index) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

const isRule = (line: string): boolean => /^\|[-:| ]+\|$/.test(line);

/** Everything in backticks, without them. */
export const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
