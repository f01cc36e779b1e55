import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './packed.js'
import { readSurface } from './surface.js'

/** A change here is a change for those who import the package: it belongs into the changelog. `npx vitest run tests/package/surface.test.ts -u` writes it. */
it('the package exports what is written down, and no more, and says of each name what it is', async () => {
  const { exports } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, { types: string } | string>
  }
  const entries = Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === 'string' ? [] : [[subpath, path.join(ROOT, target.types)] as const],
  )
  const { surface, unexplained } = readSurface(Object.fromEntries(entries), path.join(ROOT, 'dist'))
  await expect(surface).toMatchFileSnapshot('surface.txt')
  expect(unexplained).toEqual([])
})
