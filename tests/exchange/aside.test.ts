import { constants, getPriority } from 'node:os'
import { parse } from 'csv-parse/sync'
import readSheet from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type * as lanes from '../../src/exchange/aside/lane.js'
import type * as processes from '../../src/exchange/aside/run-process.js'
import type * as files from '../../src/exchange/aside/write-aside.js'
import type * as chunks from '../../src/exchange/csv/csv-chunks.js'
import type * as limitsOf from '../../src/exchange/csv/limits.js'
import type * as tables from '../../src/exchange/csv/read-table.js'
import type * as tablesAside from '../../src/exchange/csv/read-table-aside.js'
import { CatalogError } from '../../src/index.js'
import { built } from '../support/built.js'
import { plainReport } from '../support/plain-report.js'

const { Lane } = (await built('exchange/aside/lane.js')) as typeof lanes
const { runProcess } = (await built('exchange/aside/run-process.js')) as typeof processes
const { csvChunks } = (await built('exchange/csv/csv-chunks.js')) as typeof chunks
const { readTable } = (await built('exchange/csv/read-table.js')) as typeof tables
const { readTableAside } = (await built('exchange/csv/read-table-aside.js')) as typeof tablesAside
const { LIMITS } = (await built('exchange/csv/limits.js')) as typeof limitsOf
const { reportWorkbookFile, workbookFile } = (await built('exchange/aside/write-aside.js')) as typeof files

const ROWS = 3000
const HEADINGS = ['Tên sản phẩm', 'Giá']
const row = (index: number) => [`=Mật ong ${index}`, index]

const run = (program: string, limits: { heapMb?: number; milliseconds?: number; pieces?: unknown[] } = {}) =>
  runProcess({
    program: new URL(`data:text/javascript,${encodeURIComponent(program)}`),
    data: null,
    heapMb: 64,
    milliseconds: 30_000,
    ...limits,
    tooMuch: () => new CatalogError('FILE_TOO_HEAVY'),
  })

const report = (rows: number) =>
  plainReport({
    columns: [
      { label: 'Chủ thể', kind: 'text' },
      { label: 'Giao dịch', kind: 'count' },
    ],
    rows: Array.from({ length: rows }, (_, index) => ({ cells: [`Cơ sở ${index}`, index] })),
  })

const processesNow = (): number => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length

/** Does the work, and tells whether this process had another one do it. */
async function beginsOne<T>(work: () => Promise<T>): Promise<[T, boolean]> {
  const before = processesNow()
  let most = before
  let isOver = false
  const look = (): void => {
    most = Math.max(most, processesNow())
    if (!isOver) setImmediate(look)
  }
  const done = work()
  look()
  try {
    return [await done, most > before]
  } finally {
    isOver = true
  }
}

describe('heavy work', () => {
  it('is a long report as Excel, not a short one: it would wait ten times as long for a process of its own', async () => {
    const [short, isShortAside] = await beginsOne(() => reportWorkbookFile(report(60)))
    const [long, isLongAside] = await beginsOne(() => reportWorkbookFile(report(200)))
    expect([isShortAside, isLongAside]).toEqual([false, true])
    for (const [file, last] of [
      [short, 59],
      [long, 199],
    ] as const) {
      const sheet = (await readSheet(file)).find(({ sheet }) => sheet === 'Chủ thể')
      expect(sheet?.data).toContainEqual([`Cơ sở ${last}`, last])
    }
  })

  it('is written by a process of its own while this one gathers the rows and does other work', async () => {
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
    const [sheet] = await readSheet(await workbookFile(HEADINGS, rows(), 'Hàng'))
    isOver = true
    expect(turns).toBeGreaterThan(ROWS / 100)
    expect(sheet?.data.at(-1)).toEqual(['=Mật ong 2999', 2999])
    expect(sheet?.data).toHaveLength(ROWS + 1)
  })

  it('is read by a process of its own, as it would be read here, within limits that name what is wrong', async () => {
    const text = `\uFEFFTên;Giá\r\n${Array.from({ length: 20_000 }, (_, index) => `"Mật ong; ${index}";${index}\r\n`).join('')}`
    const read = await readTableAside(Buffer.from(text))
    expect(read).toEqual(await readTable(Buffer.from(text)))
    expect(read.rows.at(-1)).toEqual({ number: 20_001, cells: ['Mật ong; 19999', '19999'] })
    const refused = await readTableAside(Buffer.from(text.replaceAll('ậ', 'x')), { ...LIMITS, rows: 100 }).catch(
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', issues: [{ params: { why: 'Tệp có hơn 100 dòng.' } }] })
  })

  it('is written as CSV while it is read: a reader who stops ends it, and other work has its turns', async () => {
    let made = 0
    function* rows() {
      for (;;) yield row((made += 1))
    }
    let turns = 0
    const count = setInterval(() => (turns += 1), 1)
    let text = ''
    for await (const chunk of csvChunks(HEADINGS, rows())) {
      text += chunk
      if (made > 50_000) break
    }
    clearInterval(count)
    expect(made).toBeLessThan(50_200)
    expect(turns).toBeGreaterThan(3)
    const lines: string[][] = parse(text, { bom: true })
    expect([lines[0], lines[2]]).toEqual([HEADINGS, ["'=Mật ong 2", '2']])
    expect(lines.length).toBe(made + 1)
  })

  it('is ended when it takes too long or too much, and says so; waiting for a processor is not taking long', async () => {
    const waits = run('setTimeout(() => process.send({ value: "rested" }), 3500)', { milliseconds: 3000 })
    await expect(run('for (;;);', { milliseconds: 300 })).rejects.toMatchObject({ code: 'FILE_TOO_HEAVY', status: 422 })
    await expect(run('const all = []; for (;;) all.push(Array(1000).fill(all.length))')).rejects.toMatchObject({
      code: 'FILE_TOO_HEAVY',
    })
    await expect(run('throw new RangeError("unforeseen")')).rejects.toThrow('unforeseen')
    // One that does not listen to what it is sent is ended, too.
    const heavy = Array.from({ length: 50 }, () => 'x'.repeat(1_000_000))
    await expect(run('for (;;);', { milliseconds: 500, pieces: heavy })).rejects.toMatchObject({
      code: 'FILE_TOO_HEAVY',
    })
    await expect(waits).resolves.toBe('rested')
  })

  it('knows nothing of the shop’s environment or of how it was started', async () => {
    process.env['SECRET_OF_THE_SHOP'] = 'x'
    const said = run(`
      const { on } = await import('node:events')
      await on(process, 'message').next()
      process.send({ value: { pid: process.pid, env: Object.keys(process.env), flags: process.execArgv } })
      for (;;);`)
    const { env, flags } = (await said) as { env: string[]; flags: string[] }
    delete process.env['SECRET_OF_THE_SHOP']
    expect(env).not.toContain('SECRET_OF_THE_SHOP')
    expect(flags).toEqual(['--max-old-space-size=64', '--v8-pool-size=1'])
  })

  it('leaves the processors to the one who serves: it has a lower priority before it begins', async () => {
    const priority = await run(`
      const { on } = await import('node:events')
      const { getPriority } = await import('node:os')
      await on(process, 'message').next()
      process.send({ value: getPriority() })`)
    expect(priority).toBe(Math.max(constants.priority.PRIORITY_BELOW_NORMAL, getPriority()))
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
