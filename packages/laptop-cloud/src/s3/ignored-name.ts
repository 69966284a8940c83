/**
 * Names that programs give to files which are not finished or not meant for anyone. They are no uploads when they
 * appear in the folder, on any level of a path.
 */
const IGNORED: readonly RegExp[] = [
  // Our own files on their way into place, and other programs' of that kind.
  /^\.~/,
  /\.(part|partial|filepart|crdownload|download|tmp|temp|swp|swx|swo)$/i,
  // What rsync calls a file until it is whole: .lunch.jpg.Xa81bc
  /^\..+\.[A-Za-z0-9]{6}$/,
  // Editors and office programs: backups and locks.
  /~$/,
  /^~\$/,
  /^\.#/,
  /^\.goutputstream-/,
  // Desktops, network shares.
  /^\.DS_Store$/,
  /^\._/,
  /^Thumbs\.db$/i,
  /^desktop\.ini$/i,
  /^\.(fuse_hidden|nfs)/,
  /^\.(Trash|Spotlight-|fseventsd|TemporaryItems)/,
];

/** Whether a file or folder name is one of those that are never uploaded. */
export const isIgnoredName = (name: string): boolean => IGNORED.some((pattern) => pattern.test(name));
