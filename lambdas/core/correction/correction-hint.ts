/**
 * How a person settles a document that waits for them, for every place that tells of one; undefined where the reason
 * says what to state, as that of a likely duplicate does.
 */
export function correctionHint(userId: string, documentId: string, reason = ''): string | undefined {
  const file = `corrections/${userId}/${documentId}.yaml`;
  return reason.includes(file)
    ? undefined
    : `or state what is right, such as total: "12.34", or ignore: true to leave it out, in ${file}`;
}
