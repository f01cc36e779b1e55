import express from 'express'
import { createCatalog, createStorefront } from '../built.js'
import { listen, receiveSetup } from './listen.js'

/** Our storefront over the embedded store. */
export interface Setup {
  readonly folder: string
}

const { folder } = await receiveSetup<Setup>()
const catalog = await createCatalog({ folder })
// Orders are limited by address, so every buyer of the bench comes with an address of its own, as behind a proxy.
const shop = createStorefront({ catalog, trustProxy: 'loopback' })
// The same shop where no page is kept: what a first view costs.
const anew = express().use('/anew', createStorefront({ catalog, pageMemory: 0 }))
listen(
  (request, response) => {
    const asked = request.url?.startsWith('/anew/') ? anew : shop
    asked(request, response)
  },
  () => catalog.close(),
)
