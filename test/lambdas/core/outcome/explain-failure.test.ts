import { describe, expect, it } from 'vitest';
import { errorKinds, errorNames } from '../../../../lambdas/core/ground/errors.ts';
import { explainFailure } from '../../../../lambdas/core/outcome/explain-failure.ts';

const KEY = 'receipts/alice/lunch.jpg';
const glimpseOf = (head: string, tail = '') => ({
  head: Buffer.from(head, 'latin1'),
  tail: Buffer.from(tail, 'latin1'),
});
const JPEG = glimpseOf('\xff\xd8\xff\xe0');
/** What a Catch gets when a function of ours throws. */
const thrown = (error: string, errorMessage: string) => ({
  code: error,
  reason: JSON.stringify({ errorType: error, errorMessage, trace: [] }),
});

describe('explainFailure', () => {
  it.each(errorNames)('gives %s the status that its kind calls for', (name) => {
    const { status, reason } = explainFailure(thrown(name, 'what was wrong and what to do'), KEY, JPEG);

    const expected = { rejected: 'rejected', 'needs-review': 'needs_review', transient: 'failed', defect: 'failed' };
    expect(status).toBe(expected[errorKinds[name]]);
    expect(reason).toContain('what was wrong and what to do');
  });

  it.each([
    [
      'text renamed to .jpg',
      'UnsupportedDocument',
      KEY,
      glimpseOf('milk, eggs'),
      'UnsupportedFormatError',
      'named .jpg but its content is plain text',
    ],
    [
      'an invoice as XML under the name of a picture',
      'UnsupportedDocument',
      KEY,
      glimpseOf('<?xml version="1.0"?><Invoice/>'),
      'UnsupportedFormatError',
      'named .jpg but its content is XML; an invoice as XML is read under a name that ends in .xml',
    ],
    [
      'a photo of an iPhone',
      'UnsupportedDocument',
      KEY,
      glimpseOf('\0\0\0\x18ftypheic'),
      'UnsupportedFormatError',
      'its content is HEIC',
    ],
    [
      'a photo under its own name',
      'UnsupportedDocument',
      'receipts/alice/lunch.webp',
      glimpseOf('RIFF\0\0\0\0WEBP'),
      'UnsupportedFormatError',
      'the file is WebP; only JPEG, PNG, PDF, TIFF and invoices as XML can be read',
    ],
    [
      'bytes of no kind',
      'UnsupportedDocument',
      KEY,
      glimpseOf('\0\x01\x02'),
      'UnsupportedFormatError',
      'its content is none of these',
    ],
    [
      'a file without an ending',
      'UnsupportedDocument',
      'receipts/alice/lunch',
      glimpseOf('GIF89a'),
      'UnsupportedFormatError',
      'named without an ending but its content is GIF',
    ],
    [
      'a JPEG that Textract refuses',
      'UnsupportedDocument',
      KEY,
      JPEG,
      'BrokenDocumentError',
      'the JPEG cannot be read',
    ],
    [
      'a broken picture',
      'BadDocument',
      KEY,
      JPEG,
      'BrokenDocumentError',
      'the JPEG cannot be read, it may be damaged, cut off or too large',
    ],
    ['a broken PDF', 'BadDocument', 'a.pdf', glimpseOf('%PDF-1.7'), 'BrokenDocumentError', 'the PDF cannot be read'],
    [
      'a locked PDF',
      'BadDocument',
      'a.pdf',
      glimpseOf('%PDF-1.7', 'trailer << /Encrypt 5 0 R >>'),
      'EncryptedDocumentError',
      'protected by a password',
    ],
    [
      'a locked PDF, refused by kind',
      'UnsupportedDocument',
      'a.pdf',
      glimpseOf('%PDF-1.7 /Encrypt'),
      'EncryptedDocumentError',
      'protected by a password',
    ],
    ['a picture that is too large', 'DocumentTooLarge', KEY, JPEG, 'FileTooLargeError', '10 MB'],
    ['a file that was deleted', 'InvalidS3Object', KEY, undefined, 'ObjectGoneError', 'deleted meanwhile'],
  ] as const)('rejects %s with what to do about it', (_name, error, key, glimpse, code, reason) => {
    const explained = explainFailure(
      { code: `Textract.${error}Exception`, reason: 'refused (Service: Textract)' },
      key,
      glimpse,
    );

    expect(explained).toMatchObject({ status: 'rejected', code, reason: expect.stringContaining(reason) });
    expect(explained.reason).toContain('drop it again');
  });

  it.each([
    ['BrokenDocumentError', 'INVALID_IMAGE_TYPE', '(INVALID_IMAGE_TYPE)'],
    ['AnalysisFailedError', 'BadDocumentException: the page cannot be read', '(the page cannot be read)'],
  ])('looks at the file when the job ended with %s, whose message alone helps nobody', (error, message, told) => {
    const text = explainFailure(thrown(error, message), KEY, glimpseOf('milk, eggs'));
    const picture = explainFailure(thrown(error, message), KEY, JPEG);

    expect(text).toMatchObject({ status: 'rejected', code: 'UnsupportedFormatError' });
    expect(picture).toMatchObject({
      status: 'rejected',
      code: 'BrokenDocumentError',
      reason: expect.stringContaining(told),
    });
  });

  it('advises another print of a page that takes too long, not to save it again', () => {
    const message = 'BadDocumentException: page 2 of the PDF takes too long to draw';

    expect(explainFailure(thrown('BrokenDocumentError', message), KEY, glimpseOf('%PDF-1.7'))).toEqual({
      status: 'rejected',
      code: 'BrokenDocumentError',
      reason:
        'the PDF cannot be read: page 2 of the PDF takes too long to draw; print it to a simpler PDF, or photograph it, and drop that',
    });
  });

  it('says how many pixels a picture has that has too many, and calls it no broken one', () => {
    const message = 'BadDocumentException: expected an image of at most 10000 pixels a side, got 17000 x 17000';

    expect(explainFailure(thrown('BrokenDocumentError', message), KEY, JPEG)).toEqual({
      status: 'rejected',
      code: 'FileTooLargeError',
      reason:
        'the picture is too large: it has 17000 x 17000 pixels, and at most 10,000 a side are read; save it smaller and drop it again',
    });
  });

  it.each([
    ['DOCUMENT_TOO_LARGE', 'FileTooLargeError'],
    ['InvalidS3ObjectException: the object is gone', 'ObjectGoneError'],
    ['UNSUPPORTED_DOCUMENT', 'UnsupportedFormatError'],
    ['something that nobody has heard of', 'BrokenDocumentError'],
  ])('takes a job that failed over the file with %s for what a refused start is', (message, code) => {
    expect(explainFailure(thrown('BrokenDocumentError', message), 'a.docx')).toMatchObject({
      status: 'rejected',
      code,
    });
  });

  it("leaves Textract's error name and the request's number out of what a person reads", () => {
    const { reason } = explainFailure(
      {
        code: 'Textract.BadDocumentException',
        reason: 'page 1 cannot be decoded (Service: Textract, Status Code: 400, Request ID: e56fdcb4-9d1d)',
      },
      KEY,
      JPEG,
    );
    const later = explainFailure(thrown('BrokenDocumentError', 'BadDocumentException: page 2 is broken'), KEY, JPEG);

    expect(reason).toContain('(page 1 cannot be decoded); open it');
    expect(later.reason).toContain('(page 2 is broken); open it');
  });

  it('keeps the cause of a failure that is not ours, in few words', () => {
    const explained = explainFailure({ code: 'States.Timeout', reason: 'x'.repeat(5_000) }, KEY);

    expect(explained).toMatchObject({ status: 'failed', code: 'ExecutionEndedError' });
    expect(explained.reason).toContain('(States.Timeout: xxx');
    expect(explained.reason).toContain('a replay will try it again');
    expect(explained.reason.length).toBeLessThan(500);
  });

  it.each(['', 'null', '"text"', '[1]', '{"errorMessage": 5}', 'not { json'])('bears the cause %j', (cause) => {
    expect(explainFailure({ code: 'States.Runtime', reason: cause }, KEY).status).toBe('failed');
  });

  it('takes no property of objects for a name of ours', () => {
    expect(explainFailure({ code: 'constructor', reason: '' }, KEY)).toMatchObject({
      status: 'failed',
      code: 'ExecutionEndedError',
    });
  });
});
