/**
 * The folder of the package's own data; the path is the same from `src/exchange` and from `dist/exchange`. A module by
 * itself: a process that writes a report for somebody who waits needs its fonts, and none of the schemas of the rest.
 */
export const PACKAGE_DATA = new URL('../../data/', import.meta.url)
