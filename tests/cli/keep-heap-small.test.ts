import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const heapSmall = new URL('../../build/cli/keep-heap-small.js', import.meta.url).href

/** The bytes of room for young objects at the beginning, after much was made that stays, and after as much once more. */
const roomOfYoung = (first: string, second: string): number[] => {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { keepHeapSmall, keepYoungSmall, letHeapGrow } from ${JSON.stringify(heapSmall)}
    const room = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size
    const fill = () => Array.from({ length: 1_000_000 }, (_, at) => ({ at }))
    const rooms = [room()]
    ${first}
    const kept = [fill()]
    rooms.push(room())
    ${second}
    kept.push(fill())
    rooms.push(room())
    console.log(JSON.stringify(rooms), kept.length)`
  const said = execFileSync(process.execPath, ['--max-semi-space-size=16', '--input-type=module', '-e', program])
  return JSON.parse(/\[.*?\]/.exec(said.toString())?.[0] ?? '') as number[]
}

describe('the room for young objects', () => {
  it.each(['keepYoungSmall()', 'keepHeapSmall()'])('%s leaves it small, and letHeapGrow() lets it grow', (keep) => {
    const [, small = NaN, grown = NaN] = roomOfYoung(keep, 'letHeapGrow()')
    // Node counts one half of it before the first collection, both afterwards.
    expect(small).toBeLessThan(4 * 2 ** 20)
    expect(grown).toBeGreaterThan(16 * 2 ** 20)
  })
})
