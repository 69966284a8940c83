import type { Picture } from '../ocr/picture.ts';
import type { PageText } from '../ocr/text-line.ts';

/** What the thread that reads PDFs is asked, one at a time; opening a PDF closes the one before. A page is counted from 0. */
export type PdfQuestion =
  | { readonly kind: 'open'; readonly content: Uint8Array }
  | { readonly kind: 'page'; readonly index: number }
  /** What a page shows beside its text. */
  | { readonly kind: 'beside'; readonly index: number };

/** What a page shows beside its text, without the picture, which costs more than the place where it stands. */
export interface Beside {
  readonly isLarge: boolean;
  readonly pointsPerPixel: number;
  readonly left: number;
  readonly top: number;
}

export type PdfAnswer =
  | { readonly pages: number }
  | { readonly text: PageText; readonly beside?: Beside }
  | { readonly picture: Picture }
  /** The document is to blame, by AWS's name. */
  | { readonly error: { readonly code: string; readonly message: string } }
  /** The reader is of no use any more. */
  | { readonly lost: string };
