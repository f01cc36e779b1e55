import type { Visit } from './visit.js'

const BASE = 'http://inside.invalid'

/**
 * A path within the shop, as a form or an address brought it; `otherwise` for anything that could lead elsewhere:
 * `//evil.example`, `/\evil.example`, `javascript:`, control characters, other hosts.
 */
export function insidePath(asked: string | null, otherwise: string): string {
  if (asked === null || asked.length > 500 || !/^\/[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return otherwise
  if (!URL.canParse(asked, BASE)) return otherwise
  const { origin, pathname, search } = new URL(asked, BASE)
  return origin === BASE && !pathname.startsWith('//') ? `${pathname}${search}` : otherwise
}

/** The address of a path within the shop that may carry a query. */
export function linkInside(path: string, { links }: Visit): string {
  const [bare = '/', query] = path.split('?')
  return links.to(bare, Object.fromEntries(new URLSearchParams(query)))
}
