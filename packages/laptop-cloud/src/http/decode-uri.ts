import { ServiceError } from './service.ts';

/**
 * A part of an address without its percent-encoding.
 *
 * @throws ServiceError `InvalidURI` where it encodes no UTF-8.
 */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('InvalidURI', `expected percent-encoded UTF-8, got "${text}"`);
  }
}
