import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const offer = (price: unknown, currency = 'VND') =>
  `<!doctype html><title>Mật ong</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'Product', name: 'Mật ong', offers: { '@type': 'Offer', price, priceCurrency: currency } }],
  })}</script><p>Chỉ 1.000đ hôm nay!</p>`

/** A platform with pages of every kind, which remembers who asked for what and when. */
export class PlatformSite {
  readonly requests: { readonly path: string; readonly agent: string; readonly at: number }[] = []
  robots: { status: number; body: string } = { status: 200, body: 'User-agent: *\nDisallow: /rieng/\n' }
  readonly #server = createServer((request, response) => this.#answer(request, response))

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer({ url: path = '', headers }: IncomingMessage, response: ServerResponse): void {
    this.requests.push({ path, agent: headers['user-agent'] ?? '', at: performance.now() })
    const html = (body: string) => response.setHeader('content-type', 'text/html; charset=utf-8').end(body)
    if (path === '/robots.txt') response.writeHead(this.robots.status).end(this.robots.body)
    else if (path === '/con') html(offer('150000.00'))
    else if (path === '/khac-gia') html(offer(135_000))
    else if (path === '/do-la') html(offer(6, 'USD'))
    else if (path === '/khong-gia') html('<p>150.000 đ</p><script type="application/ld+json">{oops</script>')
    else if (path === '/doi') response.writeHead(301, { location: '/moi' }).end()
    else if (path === '/ve-trang-chu') response.writeHead(302, { location: '/' }).end()
    else if (path === '/ra-trong') response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end()
    else if (path === '/hong') response.writeHead(503).end()
    else if (path === '/dai') html('x'.repeat(3_000_000))
    else response.writeHead(404).end()
  }
}
