import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { photoUpload } from '../../src/storefront/producer/listing/photos.js'
import { longestUpload } from '../../src/storefront/request/upload.js'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Without what benches write there. */
const page = read('docs/security.md').replace(/<!-- bench [\s\S]*?<!-- end of bench/g, '')
const named = [...page.matchAll(/`(tests\/[\w./-]+\.test\.ts)(?:: ([^`]*))?`/g)].map(([, file = '', name = '']) => ({
  file,
  name,
}))

describe('docs/security.md', () => {
  it('names no test that does not exist', () => {
    const missing = named.filter(
      ({ file, name }) => !existsSync(new URL(`../../${file}`, import.meta.url)) || !read(file).includes(name),
    )
    expect(missing).toEqual([])
    expect(named.length).toBeGreaterThan(100)
  })

  it('says of each row whether it is met, and by which test', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:row|risk|CWE|---) /.test(line))
    const faulty = rows.filter(
      (row) => !/^\| [^|]+ \| (?:met|part|not met|n\/a) \| /.test(row) || !row.includes('`tests/'),
    )
    expect(faulty).toEqual([])
    expect(rows.length).toBeGreaterThan(95)
  })

  it('holds browsers to TLS where TLS ends', () => {
    for (const file of ['deploy/nginx.conf', 'deploy/Caddyfile'])
      expect(read(file)).toMatch(/Strict-Transport-Security "max-age=31536000; includeSubDomains"/)
  })

  it('lets forms through as long as the shop takes them, where TLS ends', () => {
    const [, megabytes = ''] = /client_max_body_size (\d+)m;/.exec(read('deploy/nginx.conf')) ?? []
    expect(Number(megabytes) * 2 ** 20).toBeGreaterThanOrEqual(longestUpload(photoUpload))
  })

  it('gives a shop in a container the optional packages in the versions that are tested', () => {
    const named = [...read('deploy/Dockerfile').matchAll(/ ([a-z-]+)@(\d[\d.]+)/g)].map(([, name, version]) => [
      name,
      version,
    ])
    expect(Object.keys(manifest.peerDependenciesMeta)).toEqual(expect.arrayContaining(named.map(([name]) => name)))
    expect(named).toHaveLength(Object.keys(manifest.peerDependenciesMeta).length)
    const tested = new Map<string, string>(Object.entries(manifest.devDependencies))
    expect(named).toEqual(named.map(([name = '']) => [name, tested.get(name)]))
  })
})
