import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Reads the views of one storefront: a file of its own folder stands in for the package's of the same name. */
export interface OwnFiles {
  /** Where a template lies, by its name from the root: `/partials/card`, with or without `.ejs`. */
  find(name: string): string
  read(path: string): string
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** @param isKept - Whether what was read once is kept; otherwise the disk is asked each time. */
export function openOwnFiles(own: string, given: string, isKept: boolean): OwnFiles {
  const paths = new Map<string, string>()
  const texts = new Map<string, string>()
  const keep = (map: Map<string, string>, key: string, make: () => string): string => {
    const known = isKept ? map.get(key) : undefined
    if (known !== undefined) return known
    const made = make()
    map.set(key, made)
    return made
  }
  return {
    find: (name) =>
      keep(paths, name, () => {
        const file = name.endsWith('.ejs') ? name : `${name}.ejs`
        const path = join(own, file)
        return isFile(path) ? path : join(given, file)
      }),
    read: (path) => keep(texts, path, () => readFileSync(path, 'utf8')),
  }
}
