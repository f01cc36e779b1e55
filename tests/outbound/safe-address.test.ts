import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CatalogError } from '../../src/catalog/errors.js'
import { ask } from '../../src/outbound/ask.js'
import { isPublicAddress, requireSafeAddress } from '../../src/outbound/safe-address.js'

let port = 0
let asked = 0
const server = createServer((request, response) => {
  asked += 1
  if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  else if (request.url === '/long') response.end('x'.repeat(200_000))
  else if (request.url === '/never') response.writeHead(200).write('a')
  else response.end('here')
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('addresses of the inside are told from those of the open Internet', () => {
  const inside = ['127.0.0.1', '0.0.0.0', '10.1.2.3', '100.64.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1']
  const insideV6 = [
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fc00::1',
    'fe80::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ]
  for (const address of [...inside, ...insideV6, '224.0.0.1', '255.255.255.255', 'ocop.vn', ''])
    expect(isPublicAddress(address), address).toBe(false)
  for (const address of ['1.1.1.1', '113.160.1.1', '172.32.0.1', '2606:4700::1111'])
    expect(isPublicAddress(address), address).toBe(true)
})

test('what leads inside is refused in every spelling before anything is sent', async () => {
  const spellings = [
    `https://127.0.0.1:${port}/`,
    `https://2130706433:${port}/`,
    `https://0x7f.1:${port}/`,
    `https://0177.0.0.1/`,
    'https://0/',
    `https://[::1]:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
    'https://localhost/',
    'https://localhost./',
    'https://printer.local./',
    `https://127.0.0.1.:${port}/`,
    `https://[::127.0.0.1]:${port}/`,
    'https://①②⑦.0.0.1/',
    'https://printer.local/',
    'https://intranet/',
    'https://169.254.169.254/latest/meta-data/',
    'https://name:word@ocop.vn/',
    'http://ocop.vn/',
    'file:///etc/passwd',
    'gopher://ocop.vn/',
    'ocop.vn',
  ]
  for (const address of spellings) {
    const error = await ask(address).catch((thrown: unknown) => thrown)
    expect((error as CatalogError).code, address).toBe('ADDRESS_REFUSED')
  }
  expect(asked).toBe(0)
  expect(requireSafeAddress('https://ocop.vn/hook?x=1').href).toBe('https://ocop.vn/hook?x=1')
  // `host` of a machine is looked up, and leads inside.
  const named = await ask('https://localhost.localdomain/', { timeout: 5_000 }).catch((thrown: unknown) => thrown)
  expect(['ADDRESS_REFUSED', 'NO_ANSWER']).toContain((named as CatalogError).code)
})

test('a named host of the inside is asked; a redirect is its answer, and time and size are limited', async () => {
  const rule = { insideHosts: ['127.0.0.1'] }
  const at = `http://127.0.0.1:${port}`
  expect((await ask(`${at}/`, rule)).body.toString()).toBe('here')
  expect((await ask(`${at}/away`, rule)).status).toBe(302)
  const long = await ask(`${at}/long`, { ...rule, maxBytes: 1000 })
  expect([long.body.length, long.isWhole]).toEqual([1000, false])
  await expect(ask(`${at}/never`, { ...rule, timeout: 300 })).rejects.toMatchObject({ code: 'NO_ANSWER' })
  await expect(ask('http://127.0.0.1:1/', rule)).rejects.toMatchObject({ code: 'NO_ANSWER' })
})
