/**
 * What the file system tells of a folder. It only says where to look: a notice may be doubled, late or about nothing at
 * all. Keys are paths relative to the folder, with `/`; names that are never uploaded are left out.
 */
export interface FolderListener {
  /** A file of this key may have come, changed or gone. */
  onFile(key: string): void;
  /** Anything in this folder and below may have changed; the empty key is the whole folder. */
  onFolder(key: string): void;
  /** Notices were lost: anything may have changed, and new folders may not be listened to. */
  onLost(): void;
  /** A folder cannot be listened to, such as one too many for the system. */
  onDeaf(error: NodeJS.ErrnoException): void;
}

export interface FolderNotices {
  close(): void;
}
