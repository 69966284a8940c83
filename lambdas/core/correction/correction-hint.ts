/** How a person settles a document that waits for them, for every place that tells of one. */
export const correctionHint = (userId: string, documentId: string): string =>
  `or state what is right, such as total: "12.34", in corrections/${userId}/${documentId}.yaml`;
