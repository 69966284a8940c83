import { fingerprintKey } from './ledger-keys.ts';
import { getItem, type Table } from './table.ts';

/** The document of a person that is booked with a file of these bytes; undefined where none is, or is no longer. */
export const readPictureOwner = async (
  table: Table,
  userId: string,
  contentHash: string,
): Promise<string | undefined> =>
  (await getItem<{ documentId: string }>(table, fingerprintKey(userId, contentHash)))?.documentId;
