const FORMAT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a text is an instant in the profile of ISO 8601 that states take: RFC 3339 with capital T and Z. */
export const isTimestamp = (text: string): boolean => FORMAT.test(text) && !Number.isNaN(Date.parse(text));
