import type { Catalog } from '../../src/index.js'
import { workingsOf } from '../../src/site/workings.js'

/**
 * Keeps every line of those who want to change something as full as it gets, until what it gives back is called: that
 * settles once all are gone.
 */
export function crowd(catalog: Catalog): () => Promise<void> {
  const { turns } = workingsOf(catalog)
  let isOver = false
  let waiting = 0
  let allGone = (): void => undefined
  const gone = new Promise<void>((resolve) => (allGone = resolve))
  for (const standing of ['known', 'stranger', 'heavy'] as const) {
    const again = (): void => {
      if (!isOver) turns.begin(again, standing)
      else if ((waiting -= 1) === 0) allGone()
    }
    while (turns.begin(again, standing)) waiting += 1
  }
  return () => {
    isOver = true
    return gone
  }
}
