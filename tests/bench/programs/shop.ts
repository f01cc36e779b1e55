import { createCatalog, createStorefront } from '../built.js'
import { listen, receiveSetup } from './listen.js'

/** Our storefront over the embedded store. */
export interface Setup {
  readonly folder: string
}

const { folder } = await receiveSetup<Setup>()
const catalog = await createCatalog({ folder })
// Orders are limited by address, so every buyer of the bench comes with an address of its own, as behind a proxy.
listen(createStorefront({ catalog, trustProxy: 'loopback' }), () => catalog.close())
