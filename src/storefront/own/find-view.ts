import { statSync } from 'node:fs'
import { join } from 'node:path'

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/**
 * Where a template lies: a file of the storefront's own folder stands in for the package's of the same name.
 *
 * @param name - From the root: `/partials/card`, with or without `.ejs`.
 * @param own - The storefront's folder; null for none.
 */
export function findView(name: string, own: string | null, given: string): string {
  const file = name.endsWith('.ejs') ? name : `${name}.ejs`
  const path = own === null ? null : join(own, file)
  return path !== null && isFile(path) ? path : join(given, file)
}
