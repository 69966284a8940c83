/** Whether a file is XML by its first sign besides blanks and a byte order mark, in UTF-8 or UTF-16. */
export function isXml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1').replaceAll('\0', '');
  return /^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?\s*<(?:\?xml|!--|[A-Za-z_])/.test(head);
}
