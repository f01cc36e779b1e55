import type { FacetCount } from '../../search/index-port.js'
import { groupCoverPath } from '../cover/cover-path.js'
import { formatCount } from '../format.js'
import { say, type Said } from '../language.js'
import type { Visit } from '../visit.js'

export interface GroupTile {
  readonly href: string
  readonly name: Said
  readonly picture: string
  readonly count: string
}

/** The programme's groups that have products, as tiles with a picture, in the programme's order. */
export function toGroupTiles(visit: Visit, counts: readonly FacetCount[]): GroupTile[] {
  const byCode = new Map(counts.map(({ value, count }) => [value, count]))
  return visit.catalog.reference.groups.groups.flatMap(({ code, slug, vi, en }) => {
    const count = byCode.get(code)
    if (count === undefined) return []
    return [
      {
        href: visit.links.to('/products', { group: slug }),
        name: say({ vi, en }, visit.language),
        picture: visit.links.to(groupCoverPath(slug)),
        count: formatCount(count, visit.language),
      },
    ]
  })
}

/** All groups that have products: the way on from a page that has nothing to show. */
export const allGroupTiles = (visit: Visit): GroupTile[] =>
  toGroupTiles(
    visit,
    visit.catalog.search({ text: '', filters: { facets: {} }, sort: 'stars', page: 1, pageSize: 1 }).facets.group,
  )
