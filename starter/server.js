import { readFile } from 'node:fs/promises'
import { createCatalog, loadSampleCatalog } from 'ocop-catalog'
import { createStorefront } from 'ocop-catalog/storefront'

const { name, mode, owner, baseUrl } = JSON.parse(await readFile('data/site.json', 'utf8'))
const catalog = await createCatalog({ folder: 'data', name })
// The sample for a first look; take this line out to begin with nothing.
if (catalog.state.all('products').length === 0) await loadSampleCatalog(catalog)

const port = process.env.PORT ?? 3000
const storefront = createStorefront({ catalog, mode, owner, baseUrl, views: 'views', onError: console.error })
storefront.listen(port, () => console.log(`http://localhost:${port}`))
