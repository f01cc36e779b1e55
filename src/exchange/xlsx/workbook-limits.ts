const MB = 1024 * 1024

/** How much one workbook may hold. What the file says of itself is checked before anything is unpacked, then what is true. */
export const WORKBOOK_LIMITS = {
  bytes: 20 * MB,
  /** Files inside it: sheets, styles, pictures. */
  entries: 1000,
  /** Bytes that all its files say they unpack to. */
  declared: 400 * MB,
  /** Bytes that the parts which are read, and no others, unpack to. */
  unpacked: 64 * MB,
  /** Characters of all cells. One text that many cells share counts for each of them: it is handed over for each. */
  characters: 64 * MB,
  sheets: 50,
  /** Memory of the process that reads it. */
  heapMb: 256,
  /** Time of a processor that it may take. */
  milliseconds: 15_000,
} as const
