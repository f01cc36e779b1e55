import type { SearchResult } from '../../search/index-port.js'

interface PageLink {
  readonly number: number
  readonly href: string
  readonly isCurrent: boolean
  /** True when numbers are left out before this one. */
  readonly afterGap: boolean
}

export interface Paging {
  readonly previous: string | null
  readonly next: string | null
  readonly links: readonly PageLink[]
}

/** The page asked for; the last when there are fewer, the first when it is no number. */
export function readPage(query: URLSearchParams, pageCount: number): number {
  const asked = Number(query.get('page'))
  return Number.isInteger(asked) && asked > 1 ? Math.min(asked, pageCount) : 1
}

/** A page of what a search finds; the last when there are fewer. */
export function searchPage(search: (page: number) => SearchResult, asked: number): SearchResult {
  const result = search(asked)
  return result.pageCount > 0 && asked > result.pageCount ? search(result.pageCount) : result
}

/** Numbers to page by: the first, the last, and those around the page itself. Empty when there is one page only. */
export function toPaging(page: number, pageCount: number, hrefOf: (page: number) => string): Paging {
  if (pageCount < 2) return { previous: null, next: null, links: [] }
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return {
    previous: page > 1 ? hrefOf(page - 1) : null,
    next: page < pageCount ? hrefOf(page + 1) : null,
    links: numbers.map((number, index) => ({
      number,
      href: hrefOf(number),
      isCurrent: number === page,
      afterGap: index > 0 && number - (numbers[index - 1] ?? 0) > 1,
    })),
  }
}
