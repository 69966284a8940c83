const FORMAT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Whether a text is an instant in the profile of ISO 8601 that states take: RFC 3339 with capital T and Z, and a day that
 * its month has.
 */
export function isTimestamp(text: string): boolean {
  const parts = FORMAT.exec(text);
  if (!parts || Number.isNaN(Date.parse(text))) return false;
  const [year, month, day, hour] = parts.slice(1, 5).map(Number) as [number, number, number, number];
  // Date carries a 30 February over to March, and takes 24 o'clock.
  return hour < 24 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
