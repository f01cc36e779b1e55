import { toSlug } from '../../catalog/text.js'

/** The longest id that leaves room for what is appended to it. */
const ID_LENGTH = 44

/**
 * The first readable address part that nobody has: from the first words, else from the next ones, else from the last
 * with a number.
 */
export function freeSlug(candidates: readonly string[], fallback: string, isTaken: (slug: string) => boolean): string {
  const slugs = candidates.map(toSlug).filter((slug) => slug !== '')
  const free = slugs.find((slug) => !isTaken(slug))
  return free ?? numbered(slugs.at(-1) ?? fallback, isTaken)
}

/** An id like the slug, cut between words to be short enough for ids that are made from it. */
export function freeId(slug: string, isTaken: (id: string) => boolean): string {
  const short = slug.length > ID_LENGTH ? slug.slice(0, ID_LENGTH + 1).replace(/-[^-]*$/, '') : slug
  const id = short.slice(0, ID_LENGTH)
  return isTaken(id) ? numbered(id, isTaken) : id
}

function numbered(stem: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number++) if (!isTaken(`${stem}-${number}`)) return `${stem}-${number}`
}
