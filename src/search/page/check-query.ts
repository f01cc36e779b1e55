/** Checks nothing in a page, where every byte counts: the types say what can be asked. */
export function checkQuery(): void {
  // Calls of an empty function are left out of the file.
}
