/**
 * Calls a function of the host's own whose answer nobody waits for, such as a listener. What it throws, or rejects with
 * later, is a fault of its own: the process is warned and goes on.
 *
 * @param what - What the function is, as it begins the warning: `A listener to order.placed`.
 */
export function callHost(what: string, call: () => unknown): void {
  const warn = (error: unknown): void => process.emitWarning(`${what} failed: ${String(error)}`, 'OcopCatalogHost')
  try {
    Promise.resolve(call()).catch(warn)
  } catch (error) {
    warn(error)
  }
}
