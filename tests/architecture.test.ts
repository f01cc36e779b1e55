import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

// As in an editor: on CI the parser would otherwise read the file on disk instead of the text that it is given.
const asTyped = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } }
const eslint = new ESLint({ overrideConfig: asTyped })

/** Lints one import as if it stood in `file`, by the arrow rules alone. */
async function refusals(file: string, from: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${from}'\n`, { filePath: file })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports')
    .map(({ message }) => message)
}

describe('the arrows between folders run one way', () => {
  it.each([
    ['src/catalog/product.ts', '../store/lowdb-store.js'],
    ['src/catalog/product.ts', '../search/index-port.js'],
    ['src/catalog/product.ts', 'express'],
    ['src/catalog/product.ts', 'node:fs'],
    ['src/search/index-port.ts', '../trade/quote.js'],
    ['src/trade/quote.ts', '../site/catalog.js'],
    ['src/site/catalog.ts', '../storefront/index.js'],
    ['src/site/catalog.ts', '../store/lowdb-store.js'],
    ['src/storefront/index.ts', '../store/lowdb-store.js'],
    ['src/exchange/reference-data.ts', '../storefront/index.js'],
    ['src/files/make-folder.ts', '../store/lowdb-store.js'],
    ['src/storefront/routes.ts', 'lowdb'],
    ['src/catalog/places/place.ts', '../../store/lowdb-store.js'],
    ['src/storefront/office/reports/report-page.ts', '../../../store/lowdb-store.js'],
    ['src/store/postgres/migrations/001-tables.ts', '../../../site/catalog.js'],
  ])('%s may not import %s', async (file, from) => {
    expect(await refusals(file, from)).toHaveLength(1)
  })

  it.each([
    ['src/catalog/product.ts', './ids.js'],
    ['src/catalog/product.ts', 'zod'],
    ['src/trade/quote.ts', '../catalog/order.js'],
    ['src/site/open-site.ts', '../search/index-port.js'],
    ['src/storefront/index.ts', 'express'],
    ['src/media/photo-folder.ts', '../files/make-folder.js'],
    ['src/catalog/office/announcement.ts', '../notify/event.js'],
    ['src/storefront/office/reports/report-page.ts', '../../../catalog/errors.js'],
  ])('%s may import %s', async (file, from) => {
    expect(await refusals(file, from)).toEqual([])
  })
})
