import type { ProductId } from '../catalog/ids.js'
import type { SearchIndex } from './index-port.js'
import type { Synonyms } from './synonym.js'

/** What a change of synonyms does to a query, among its first {@link LOOKED_AT} products. */
export interface SynonymEffect {
  readonly text: string
  /** How many products the query finds. */
  readonly before: number
  readonly after: number
  readonly appeared: readonly ProductId[]
  readonly vanished: readonly ProductId[]
  /** Places from 1. */
  readonly moved: readonly { readonly id: ProductId; readonly from: number; readonly to: number }[]
}

const LOOKED_AT = 20

function find(index: SearchIndex, text: string): { total: number; ids: readonly ProductId[] } {
  const query = { text, filters: { facets: {} }, sort: 'relevance', page: 1, pageSize: LOOKED_AT } as const
  const { total, hits } = index.search(query)
  return { total, ids: hits.map(({ id }) => id) }
}

/**
 * Tries out an office's synonyms on some queries and puts back those in use. Nobody else searches meanwhile: it is one
 * step of the process.
 */
export function previewSynonyms(
  index: SearchIndex,
  { current, proposed }: { readonly current: readonly Synonyms[]; readonly proposed: readonly Synonyms[] },
  texts: readonly string[],
): SynonymEffect[] {
  const before = texts.map((text) => find(index, text))
  index.useOwnSynonyms(proposed)
  try {
    return texts.map((text, i) => {
      const [old, fresh] = [before[i] ?? { total: 0, ids: [] }, find(index, text)]
      return {
        text,
        before: old.total,
        after: fresh.total,
        appeared: fresh.ids.filter((id) => !old.ids.includes(id)),
        vanished: old.ids.filter((id) => !fresh.ids.includes(id)),
        moved: fresh.ids.flatMap((id, at) => {
          const from = old.ids.indexOf(id)
          return from === -1 || from === at ? [] : [{ id, from: from + 1, to: at + 1 }]
        }),
      }
    })
  } finally {
    index.useOwnSynonyms(current)
  }
}
