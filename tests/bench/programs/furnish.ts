import { createCatalog } from '../built.js'
import { toOffers } from '../made-up-offers.js'

/** Makes a shop of the imported list in a folder: `furnish.ts <folder>`. */
const [, , folder = ''] = process.argv
const catalog = await createCatalog({ folder })
await catalog.save(toOffers(catalog))
await catalog.close()
