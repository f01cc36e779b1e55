import express from 'express'
import { createCatalog, createStorefront, messagesOf } from '../built.js'
import { listen, receiveSetup } from './listen.js'

/** Our storefront over the embedded store. */
export interface Setup {
  readonly folder: string
}

const { folder } = await receiveSetup<Setup>()
// As `ocop serve` opens it. Orders are limited by address and by phone: every buyer of the bench comes with an address, as
// behind a proxy, and a phone of its own, so all limits count and none refuses.
const catalog = await createCatalog({ folder })
const shop = createStorefront({ catalog, trustProxy: 1 })
// The same shop where no page is kept: what a first view costs.
const anew = express().use('/anew', createStorefront({ catalog, pageMemory: 0 }))
listen(
  (request, response) => {
    const asked = request.url?.startsWith('/anew/') ? anew : shop
    asked(request, response)
  },
  () => catalog.close(),
  messagesOf(shop),
)
