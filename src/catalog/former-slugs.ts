import * as z from 'zod'
import { Slug } from './ids.js'

const MOST = 20

/** Addresses that a page had before; each leads on to the present one and belongs to nobody else. */
export const FormerSlugs = z.array(Slug).max(MOST)

interface Addressed {
  readonly slug: string
  readonly formerSlugs?: readonly string[] | undefined
}

/**
 * A changed record with the addresses that it had before: those of the draft, or else of the record that it follows, and
 * that one's own when it is another. The newest are kept.
 */
export function keepFormerSlugs<D extends object>(draft: D, previous: object | null): D {
  if (!previous || !('slug' in draft) || !('slug' in previous)) return draft
  const [next, last] = [draft as D & Addressed, previous as Addressed]
  const known = [...(next.formerSlugs ?? last.formerSlugs ?? []), last.slug].filter((slug) => slug !== next.slug)
  const formerSlugs = [...new Set(known)].slice(-MOST)
  return formerSlugs.length > 0 ? { ...draft, formerSlugs } : draft
}

/** True for the collections whose records keep their former slugs. */
export const hasPages = (collection: string): boolean => collection === 'products' || collection === 'producers'

/** All addresses of a record, the present one first. */
export const slugsOf = ({ slug, formerSlugs = [] }: Addressed): readonly string[] => [slug, ...formerSlugs]
