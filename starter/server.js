import { readFile } from 'node:fs/promises'
import { CatalogError, createCatalog, loadSampleCatalog } from 'ocop-catalog'
import { createStorefront, startWork } from 'ocop-catalog/storefront'

// What is set wrongly is told in Vietnamese, or with 'en' in English.
process.once('uncaughtException', (error) => {
  console.error(error instanceof CatalogError ? error.describe('vi') : error)
  process.exit(1)
})

const { name, mode, owner, baseUrl } = JSON.parse(await readFile('data/site.json', 'utf8'))
const onError = console.error
// Secrets of authenticator apps and webhooks are sealed with this key: keep a copy of it away from the data.
const sealKeys = (await readFile('seal.keys', 'utf8')).split(/\s+/).filter(Boolean)
const catalog = await createCatalog({ folder: 'data', name, baseUrl, sealKeys })
// The sample for a first look; take this line out to begin with nothing.
if (catalog.state.all('products').length === 0) await loadSampleCatalog(catalog)

const storefront = createStorefront({ catalog, mode, owner, baseUrl, views: 'views', onError })
// Letters, webhooks, reports by schedule, checks of links: what the shop does by itself.
const stopWork = startWork({ catalog, owner, baseUrl, onError })
const port = process.env.PORT ?? 3000
const server = storefront.listen(port, (error) => {
  if (error) throw error
  console.log(`http://localhost:${port}`)
})

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    server.close()
    server.closeIdleConnections()
    await stopWork()
    await catalog.close()
  })
