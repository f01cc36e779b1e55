import { toSlug } from '../../../catalog/text.js'
import type { Visit } from '../../visit.js'

/** An address for a platform, made of its name, that no other has. */
export function freePlatformSlug(name: string, { catalog: { state } }: Visit): string {
  const wanted = toSlug(name).slice(0, 50).replace(/-$/, '') || 'san'
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!state.findBySlug('platforms', slug) && !state.find('platforms', slug)) return slug
  }
}
