import compression from 'compression'
import ejs from 'ejs'
import express from 'express'
import Fuse from 'fuse.js'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { listen, receiveSetup } from './listen.js'

export interface NaiveProduct {
  readonly id: string
  readonly name: string
  readonly producer: string
  readonly province: string
  readonly group: string
  readonly stars: number
  readonly price: number
  readonly description: string
  readonly stock: Record<string, number>
}

/** The shop that one writes first: Fuse over all products for a search, `db.write()` for an order. */
export interface Setup {
  readonly products: readonly NaiveProduct[]
  readonly file: string
}

interface OrderBody {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
}

const PAGE_SIZE = 24
const FACETS = ['group', 'province', 'stars'] as const

const page = ejs.compile(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Sản phẩm</title></head><body>
<form><input name="q" value="<%= text %>"><button>Tìm</button></form>
<% for (const [facet, counts] of facets) { %><h2><%= facet %></h2><ul>
<% for (const [value, count] of counts) { %><li><a href="?<%= facet %>=<%= value %>"><%= value %></a> <%= count %></li>
<% } %></ul><% } %>
<ul><% for (const product of products) { %>
<li><h3><a href="/products/<%= product.id %>"><%= product.name %></a></h3>
<p><%= product.producer %>, <%= product.province %></p><p><%= '★'.repeat(product.stars) %></p>
<p><%= product.price.toLocaleString('vi-VN') %> đ</p></li><% } %></ul></body></html>`)

const { products, file } = await receiveSetup<Setup>()
const database = new Low(new JSONFile<{ products: readonly NaiveProduct[]; orders: object[] }>(file), {
  products,
  orders: [],
})
await database.write()
const fuse = new Fuse(products, { keys: ['name', 'producer', 'province'], ignoreDiacritics: true, threshold: 0.3 })
const bySku = new Map(products.flatMap((product) => Object.keys(product.stock).map((sku) => [sku, product] as const)))

function countBy(found: readonly NaiveProduct[], facet: (typeof FACETS)[number]): Map<string | number, number> {
  const counts = new Map<string | number, number>()
  for (const product of found) counts.set(product[facet], (counts.get(product[facet]) ?? 0) + 1)
  return counts
}

const app = express()
app.use(compression())
app.get('/products', (request, response) => {
  const text = typeof request.query['q'] === 'string' ? request.query['q'] : ''
  const found = text ? fuse.search(text).map(({ item }) => item) : [...products].sort((a, b) => b.stars - a.stars)
  const facets = FACETS.map((facet) => [facet, countBy(found, facet)])
  response.send(page({ text, facets, products: found.slice(0, PAGE_SIZE) }))
})
app.post('/orders', express.json(), async (request, response) => {
  const order = request.body as OrderBody
  if (order.lines.some(({ sku, quantity }) => (bySku.get(sku)?.stock[sku] ?? 0) < quantity)) {
    response.status(409).end()
    return
  }
  for (const { sku, quantity } of order.lines) {
    const stock = bySku.get(sku)?.stock
    if (stock) stock[sku] = (stock[sku] ?? 0) - quantity
  }
  database.data.orders.push(order)
  await database.write()
  response.status(201).json(order)
})
listen(app)
