import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitAdvice } from '../../../../lambdas/core/reading/reading-advice.ts';

const folder = new URL('../../../../lambdas/core/reading/', import.meta.url);
/** What each file says of another picture, up to the end of its text. */
const advices = readdirSync(folder).flatMap((file) =>
  file === 'reading-advice.ts'
    ? []
    : [...readFileSync(new URL(file, folder), 'utf8').matchAll(/[^'`\n]*\bpicture\b[^'`\n]*(?=['`][;,)]?)/g)].map(
        ([text]) => text,
      ),
);
const messages = [...new Set(advices)].filter((text) => !/^\s*(?:\/\/|\/?\*)/.test(text));

describe('fitAdvice', () => {
  it('finds what the reasons advise', () => {
    expect(messages.length).toBeGreaterThanOrEqual(10);
  });

  it.each(messages)('asks for no picture of a PDF: %s', (message) => {
    const reason = { code: 'TotalUnreadableError', message } as const;
    expect(fitAdvice(reason, { isPdf: true }).message).not.toMatch(/picture/);
    expect(fitAdvice(reason, { isPdf: true }).message).toMatch(/compare it with the PDF/);
    expect(fitAdvice(reason, { isPdf: false })).toEqual(reason);
  });

  it('keeps what else can be done', () => {
    const message = 'it may be 45.00 EUR; drop a picture that shows which way the money went, or state the total';
    expect(fitAdvice({ code: 'TotalsDisagreeError', message }, { isPdf: true }).message).toBe(
      'it may be 45.00 EUR; compare it with the PDF, or state the total',
    );
  });
});
