import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

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
})
