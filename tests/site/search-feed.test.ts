import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/index.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import type * as inWorker from '../../src/site/search/build-in-worker.js'
import { SearchFeed, type IndexBuilder } from '../../src/site/search/search-feed.js'
import { found, synonyms } from '../search/corpus.js'
import { built } from '../support/built.js'
import { openShop } from '../support/shop.js'

const { buildInWorker } = (await built('site/search/build-in-worker.js')) as typeof inWorker

const WORKER: IndexBuilder = {
  moreThan: 2,
  build: (documents, own) => buildInWorker(documents, [...synonyms, ...own]),
}

describe('The index of a large catalog', () => {
  let catalog: Catalog
  beforeEach(async () => {
    catalog = await openShop()
  })
  afterEach(() => catalog.close())

  const openFeed = (builder: IndexBuilder) => {
    const index = createSearchIndex({ synonyms })
    const feed = new SearchFeed(index, catalog.state, catalog.reference, catalog.today(), builder)
    catalog.onCommit((committed) => feed.follow(committed))
    return { index, feed }
  }

  it('is made in a worker and catches up with what was committed meanwhile', async () => {
    const { index, feed } = openFeed(WORKER)
    const [coffee, honey] = [catalog.state.get('products', 'ca-phe-bot'), catalog.state.get('products', 'mat-ong')]
    await catalog.save({
      products: [
        { ...coffee, name: { vi: 'Cà phê hạt rang mộc' } },
        { ...honey, status: 'withdrawn' },
      ],
    })
    expect(feed.isSettled(catalog.today())).toBe(false)
    await feed.settled()
    expect(found(index, 'ca phe hat')).toEqual(['ca-phe-bot'])
    expect(found(index, 'ca phe bot 250')).not.toContain('mat-ong')
    expect(found(index, 'ruou de go den')).toEqual(['ruou-de'])
    await catalog.save({ products: [{ ...catalog.state.get('products', 'mat-ong'), status: 'published' }] })
    expect(found(index, 'mat ong')).toContain('mat-ong')
  })

  it('is made here when no worker can make it', async () => {
    const { index, feed } = openFeed({ ...WORKER, build: () => Promise.reject(new Error('no worker')) })
    await feed.settled()
    expect(found(index, 'ruou de')).toEqual(['ruou-de'])
  })
})
