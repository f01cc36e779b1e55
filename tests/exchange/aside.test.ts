import { parse } from 'csv-parse/sync'
import readSheet from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type * as lanes from '../../src/exchange/aside/lane.js'
import type * as threads from '../../src/exchange/aside/run-thread.js'
import type * as files from '../../src/exchange/aside/write-aside.js'
import { CatalogError } from '../../src/index.js'
import { built } from '../support/built.js'

const { Lane } = (await built('exchange/aside/lane.js')) as typeof lanes
const { runThread } = (await built('exchange/aside/run-thread.js')) as typeof threads
const { tableFile } = (await built('exchange/aside/write-aside.js')) as typeof files

const ROWS = 3000
const HEADINGS = ['Tên sản phẩm', 'Giá']
const row = (index: number) => [`=Mật ong ${index}`, index]

const run = (program: string, limits: { heapMb?: number; milliseconds?: number } = {}) =>
  runThread({
    program: new URL(`data:text/javascript,${encodeURIComponent(program)}`),
    data: null,
    heapMb: 64,
    milliseconds: 30_000,
    ...limits,
    tooMuch: () => new CatalogError('FILE_TOO_HEAVY'),
  })

describe('heavy work', () => {
  it('is written by a thread while this one gathers the rows and does other work', async () => {
    let turns = 0
    let isOver = false
    const count = (): void => {
      turns += 1
      if (!isOver) setImmediate(count)
    }
    function* rows() {
      for (let index = 0; index < ROWS; index++) yield row(index)
    }
    count()
    const csv = await tableFile('csv', HEADINGS, rows(), 'Hàng')
    isOver = true
    expect(turns).toBeGreaterThan(ROWS / 100)
    const lines: string[][] = parse(csv, { bom: true })
    expect(lines).toHaveLength(ROWS + 1)
    expect(lines.at(-1)).toEqual(["'=Mật ong 2999", '2999'])
    const [sheet] = await readSheet(await tableFile('xlsx', HEADINGS, rows(), 'Hàng'))
    expect(sheet?.data.at(-1)).toEqual(['=Mật ong 2999', 2999])
    expect(sheet?.data).toHaveLength(ROWS + 1)
  })

  it('is ended when it takes too long or too much, and says so', async () => {
    await expect(run('for (;;);', { milliseconds: 300 })).rejects.toMatchObject({ code: 'FILE_TOO_HEAVY', status: 422 })
    await expect(run('const all = []; for (;;) all.push(Array(1000).fill(all.length))')).rejects.toMatchObject({
      code: 'FILE_TOO_HEAVY',
    })
    await expect(run('throw new RangeError("unforeseen")')).rejects.toThrow('unforeseen')
  })

  it('waits its turn, and is turned away when too much of it waits', async () => {
    const lane = new Lane()
    let [running, most] = [0, 0]
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 25 }, () => lane.take(task)))
    expect(most).toBe(1)
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(5)
    expect(refused[0]).toMatchObject({ reason: { code: 'FILES_WAITING', status: 429 } })
    await lane.take(() => Promise.reject(new Error('one fails'))).catch(() => undefined)
    await expect(lane.take(() => Promise.resolve('the next does not'))).resolves.toBe('the next does not')
  })
})
