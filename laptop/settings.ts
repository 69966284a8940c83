/** What `npm start` has otherwise than the topology. */
export const laptopSettings = {
  /** About as fast as pages are read here; there is no quota to keep to. */
  turnsPerSecond: 1,
  /** How long alerts are collected: whoever watches the terminal does not want to wait half a minute for them. */
  windowSeconds: 2,
  /** As a scan of a page takes here; a page of digital text is quicker. */
  secondsPerPage: 2,
} as const;
