import { load } from 'cheerio'

/** An address that is audited, with the cookies that it needs. */
export interface AuditedPage {
  readonly name: string
  readonly path: string
  readonly cookie?: string
  /** A button to be pressed first, so that the page shows what is wrong. */
  readonly press?: string
}

const PHONE = '0905123456'

async function read(origin: string, path: string) {
  const answer = await fetch(origin + path)
  return { $: load(await answer.text()), status: answer.status }
}

/** Orders as a shopper does and tells how to open the order's page. */
async function order(origin: string, sku: string): Promise<{ path: string; cookie: string }> {
  const answer = await fetch(`${origin}/api/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `audit-${sku}` },
    body: JSON.stringify({
      lines: [{ sku, quantity: 1 }],
      recipient: { name: 'Nguyễn Thị Hoa', phone: PHONE, province: '66', commune: '24133', street: '12 Lê Duẩn' },
    }),
  })
  const text = await answer.text()
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no order was placed: ${text}`)
  return { path: `/orders/${code}`, cookie: `order-${code}=84${PHONE.slice(1)}` }
}

/** Every kind of page of the shop, found by its links. */
export async function findPages(origin: string): Promise<AuditedPage[]> {
  const first = async (list: string, prefix: string): Promise<string> => {
    const { $ } = await read(origin, list)
    const href = $(`main a[href^="${prefix}"]`).first().attr('href')
    if (href === undefined) throw new Error(`${list} links to nothing under ${prefix}`)
    return href
  }
  const product = await first('/products?stock=1', '/products/')
  const sku = (await read(origin, product)).$('input[name=sku]').first().attr('value') ?? ''
  const province = await first('/provinces', '/provinces/')
  const placed = await order(origin, sku)
  const pages: AuditedPage[] = [
    { name: 'home', path: '/' },
    { name: 'list', path: '/products' },
    { name: 'product', path: product },
    { name: 'checkout', path: `/checkout?buy=${sku}*1` },
    { name: 'confirmation', ...placed },
    { name: 'search', path: '/products?q=ca+phe+dak+lak' },
    { name: 'nothing found', path: '/products?q=zzzzqqqq' },
    { name: 'suggestions', path: '/suggest?q=ca+phe' },
    { name: 'producers', path: '/producers' },
    { name: 'producer', path: await first('/producers', '/producers/') },
    { name: 'platforms', path: '/platforms' },
    { name: 'platform', path: await first('/platforms', '/platforms/') },
    { name: 'provinces', path: '/provinces' },
    { name: 'province', path: province },
    { name: 'commune', path: await first('/provinces/dak-lak', '/provinces/dak-lak/') },
    { name: 'compare', path: `/compare?p=${product.split('/').pop() ?? ''}` },
    { name: 'saved products', path: '/wishlist', cookie: `wishes=${product.split('/').pop() ?? ''}` },
    { name: 'cart', path: '/cart', cookie: `cart=${sku}*2; cart-count=2` },
    { name: 'empty cart', path: '/cart' },
    { name: 'order look-up', path: '/orders' },
    { name: 'figures', path: '/figures' },
    { name: 'stars', path: '/stars' },
    { name: 'ranking', path: '/ranking' },
    { name: 'help', path: '/help' },
    { name: 'trace', path: `/trace/${product.split('/').pop() ?? ''}` },
    { name: 'question to the producer', path: `${product}/questions` },
    { name: 'complaint', path: '/feedback' },
    { name: 'privacy', path: '/privacy' },
    { name: 'my data', path: '/my-data' },
    { name: 'open an account', path: '/account/join' },
    { name: 'sign in', path: '/account/sign-in' },
    { name: 'cancel the order', path: `${placed.path}/cancel`, cookie: placed.cookie },
    { name: 'offline', path: '/offline' },
    { name: 'no such page', path: '/no-such-page' },
    { name: 'checkout with errors', path: `/checkout?buy=${sku}*1`, press: '.place' },
    { name: 'look-up with errors', path: '/orders', press: 'main form button' },
    { name: 'complaint with errors', path: '/feedback', press: 'main form .button--primary' },
    { name: 'account with errors', path: '/account/join', press: 'main .button--primary' },
  ]
  for (const { name, path, cookie = '' } of pages) {
    const { status } = await fetch(origin + path, { headers: { cookie } })
    // What is not there looks like a light page without faults.
    if (status !== (name === 'no such page' ? 404 : 200)) throw new Error(`${name}: ${path} answered ${status}`)
  }
  return pages
}
