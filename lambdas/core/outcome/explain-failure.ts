import { type DocumentRefusal, documentRefusals, type ErrorName, errorKinds, refusalIn } from '../ground/errors.ts';
import { sniffFormat } from './sniff-format.ts';

/** What a state machine's Catch saw. */
export interface Problem {
  /** A name of ours, or AWS's: `$states.errorOutput.Error`. */
  readonly code: string;
  /** `$states.errorOutput.Cause`: a text, or the JSON document that Lambda makes of a thrown error. */
  readonly reason: string;
}

/** How Textract refused the document itself; undefined for every other failure. Its bytes then tell why. */
export function documentRefusalOf({ code, reason }: Problem): DocumentRefusal | undefined {
  if (code === 'AnalysisFailedError') return refusalIn(messageOf(reason));
  // Whatever the words of a job that failed over the file, the bytes are looked at.
  if (code === 'BrokenDocumentError') return refusalIn(messageOf(reason)) ?? 'BadDocument';
  return documentRefusals.find((name) => code.includes(`${name}Exception`));
}

/** The first and last bytes of the object in question; absent when it could not be read. */
export interface Glimpse {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** How a document ends that books nothing, with a reason that a person can act on. */
export interface Ending {
  readonly status: 'rejected' | 'needs_review' | 'failed';
  readonly code: ErrorName;
  /** For a person: what was wrong and what to do next. */
  readonly reason: string;
  /** Lines of a correction, one of which may settle it. */
  readonly choices?: readonly string[];
}

const READABLE = 'only JPEG, PNG, PDF, TIFF and invoices as XML can be read';

/** Turns what a Catch saw into a status, a name and a reason that a person can act on. */
export function explainFailure(problem: Problem, key: string, glimpse?: Glimpse): Ending {
  const message = messageOf(problem.reason);
  const refusal = documentRefusalOf(problem);
  if (refusal !== undefined) return explainDocument(refusal, key, message, glimpse);
  const kind = Object.hasOwn(errorKinds, problem.code) ? errorKinds[problem.code as ErrorName] : undefined;
  if (kind === 'rejected') return { status: 'rejected', code: problem.code as ErrorName, reason: message };
  if (kind === 'needs-review') return { status: 'needs_review', code: problem.code as ErrorName, reason: message };
  return {
    status: 'failed',
    code: kind ? (problem.code as ErrorName) : 'ExecutionEndedError',
    reason: `the step did not succeed (${problem.code}${message === '' ? '' : `: ${shorten(message)}`}); the file is kept, and a replay will try it again`,
  };
}

function explainDocument(name: DocumentRefusal, key: string, message: string, glimpse?: Glimpse): Ending {
  const rejected = (code: ErrorName, reason: string): Ending => ({ status: 'rejected', code, reason });
  if (name === 'InvalidS3Object') {
    return rejected(
      'ObjectGoneError',
      'the file could not be read from the bucket; it may have been deleted meanwhile: drop it again',
    );
  }
  if (name === 'DocumentTooLarge') {
    return rejected(
      'FileTooLargeError',
      'the file is too large: JPEG and PNG are read up to 10 MB, PDF and TIFF up to 500 MB; save it smaller and drop it again',
    );
  }
  const format = glimpse && sniffFormat(glimpse.head);
  const size = /pixels a side, got (\d+ x \d+)/.exec(message)?.[1];
  if (size !== undefined) {
    return rejected(
      'FileTooLargeError',
      `the picture is too large: it has ${size} pixels, and at most 10,000 a side are read; save it smaller and drop it again`,
    );
  }
  if (format === 'PDF' && isEncrypted(glimpse as Glimpse)) {
    return rejected(
      'EncryptedDocumentError',
      'the PDF is protected by a password; save it without one and drop it again',
    );
  }
  const extension = /\.([^./]+)$/.exec(key)?.[1]?.toLowerCase();
  if (format === 'XML' && extension !== 'xml') {
    return rejected(
      'UnsupportedFormatError',
      `the file is named ${extension ? `.${extension}` : 'without an ending'} but its content is XML; an invoice as XML is read under a name that ends in .xml: rename it and drop it again`,
    );
  }
  const isRead = format === 'JPEG' || format === 'PNG' || format === 'PDF' || format === 'TIFF';
  if (format ? !isRead : name === 'UnsupportedDocument') {
    const content = format && format !== 'unknown' ? `its content is ${format}` : 'its content is none of these';
    const isAsNamed = extension !== undefined && format?.toLowerCase() === extension;
    const what = isAsNamed
      ? `the file is ${format}`
      : `the file is named ${extension ? `.${extension}` : 'without an ending'} but ${content}`;
    return rejected('UnsupportedFormatError', `${what}; ${READABLE}: save it as one of these and drop it again`);
  }
  if (/takes too long to/.test(message)) {
    return rejected(
      'BrokenDocumentError',
      `the ${format ?? 'file'} cannot be read: ${shorten(plainly(message))}; print it to a simpler PDF, or photograph it, and drop that`,
    );
  }
  return rejected(
    'BrokenDocumentError',
    `the ${format ?? 'file'} cannot be read, it may be damaged, cut off or too large (${shorten(plainly(message))}); open it on your computer, save it again and drop it again`,
  );
}

/** Textract's words without its name for the error before them and the request's number behind them. */
const plainly = (message: string): string =>
  message.replace(/^[A-Za-z]+Exception: /, '').replace(/ \(Service: [^()]*\)$/, '');

/** An encrypted PDF names its security handler in the trailer, which stands at the end, or at the start when linearised. */
const isEncrypted = ({ head, tail }: Glimpse): boolean =>
  [head, tail].some((bytes) => Buffer.from(bytes).toString('latin1').includes('/Encrypt'));

/** Lambda's error document, Textract's text, or nothing. */
function messageOf(reason: string): string {
  try {
    const parsed: unknown = JSON.parse(reason);
    const { errorMessage } = (parsed ?? {}) as { errorMessage?: unknown };
    if (typeof errorMessage === 'string') return errorMessage;
  } catch {
    // not JSON: the text itself is the message
  }
  return reason;
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
