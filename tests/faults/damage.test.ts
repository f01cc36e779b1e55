import { appendFile, copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CatalogError } from '../../src/catalog/errors.js'
import { toLine } from '../../src/store/disk/line.js'
import { FORMAT } from '../../src/store/journal/journal-lines.js'
import { openLowdbStore } from '../../src/store/lowdb-store.js'
import { verifyFolder } from '../../src/store/verify-folder.js'
import { contentsOf, NOVEMBER, OCTOBER, shopFolders } from './shop-folder.js'

type Hurt = (folder: string) => Promise<void>

const edit =
  (file: string, change: (text: string) => string): Hurt =>
  async (folder) => {
    const path = join(folder, file)
    await writeFile(path, change(await readFile(path, 'latin1')), 'latin1')
  }

const lines = (change: (lines: string[]) => string[]) => (text: string) => {
  const changed = change(text.split('\n').slice(0, -1))
  return changed.map((line) => `${line}\n`).join('')
}

const flip = (text: string, at: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 4) + text.slice(at + 1)

/** What happens to the folder of a shop, and which file the store must name when it refuses to open. */
const DAMAGES: readonly [what: string, file: string, hurt: Hurt][] = [
  ['a flipped bit in the middle of the newest file', NOVEMBER, edit(NOVEMBER, (text) => flip(text, text.length / 2))],
  ['a flipped bit in the last record', NOVEMBER, edit(NOVEMBER, (text) => flip(text, text.length - 40))],
  ['a flipped bit in the last line end', NOVEMBER, edit(NOVEMBER, (text) => flip(text, text.length - 1))],
  [
    'a flipped bit in the length of the last record',
    NOVEMBER,
    edit(NOVEMBER, (text) => flip(text, text.lastIndexOf('\n[') + 20)),
  ],
  ['a flipped bit in the first line', NOVEMBER, edit(NOVEMBER, (text) => flip(text, 30))],
  ['a flipped bit in a file of an earlier month', OCTOBER, edit(OCTOBER, (text) => flip(text, text.length - 40))],
  [
    'zeros in the middle, where later records prove that it was whole',
    NOVEMBER,
    edit(NOVEMBER, (text) => text.slice(0, 300) + '\0'.repeat(200) + text.slice(500)),
  ],
  [
    'a record that is missing',
    NOVEMBER,
    edit(
      NOVEMBER,
      lines((all) => all.toSpliced(2, 1)),
    ),
  ],
  [
    'a record that stands there twice',
    NOVEMBER,
    edit(
      NOVEMBER,
      lines((all) => [...all, all.at(-1) ?? '']),
    ),
  ],
  [
    'a record in another place',
    NOVEMBER,
    edit(
      NOVEMBER,
      lines((all) => [...all.slice(0, 3), ...all.slice(5), ...all.slice(3, 5)]),
    ),
  ],
  [
    'a line that belongs elsewhere',
    NOVEMBER,
    edit(
      NOVEMBER,
      lines((all) => [...all, all[1] ?? '']),
    ),
  ],
  ['a line of something else', NOVEMBER, edit(NOVEMBER, (text) => `${text}["00000000","00000002",{}]\n`)],
  [
    'the newest file cut short at a record, after it was closed',
    NOVEMBER,
    edit(
      NOVEMBER,
      lines((all) => all.slice(0, -2)),
    ),
  ],
  [
    'the newest file cut short within a record, after it was closed',
    NOVEMBER,
    edit(NOVEMBER, (text) => text.slice(0, -300)),
  ],
  ['the newest file emptied', NOVEMBER, (folder) => truncate(join(folder, NOVEMBER))],
  [
    'an earlier file cut short',
    OCTOBER,
    edit(
      OCTOBER,
      lines((all) => all.slice(0, -2)),
    ),
  ],
  ['an earlier file emptied', OCTOBER, (folder) => truncate(join(folder, OCTOBER))],
  ['an earlier file gone', OCTOBER, (folder) => rm(join(folder, OCTOBER))],
  ['the newest file gone', OCTOBER, (folder) => rm(join(folder, NOVEMBER))],
  ['all of the journal gone', 'journal', (folder) => rm(join(folder, 'journal'), { recursive: true })],
  [
    'a file copied to another month',
    'journal/2026-12.jsonl',
    (folder) => copyFile(join(folder, NOVEMBER), join(folder, 'journal/2026-12.jsonl')),
  ],
  [
    'a record appended to an earlier file',
    OCTOBER,
    edit(
      OCTOBER,
      lines((all) => [...all, all[1] ?? '']),
    ),
  ],
  ['the marker gone', 'ocop.json', (folder) => rm(join(folder, 'ocop.json'))],
  ['the marker emptied', 'ocop.json', (folder) => truncate(join(folder, 'ocop.json'))],
  [
    'the journal of another site',
    OCTOBER,
    async (folder) => {
      const { closed } = await shopFolders()
      for (const file of [OCTOBER, NOVEMBER]) await copyFile(join(closed, file), join(folder, file))
    },
  ],
]

async function refusalOf(promise: Promise<unknown>): Promise<CatalogError> {
  const error = await promise.catch((reason: unknown) => reason)
  if (error instanceof CatalogError) return error
  throw new Error('It was not refused.', { cause: error })
}

describe('a store that is damaged refuses to open, says where and how to mend it, and touches nothing:', () => {
  it.each(DAMAGES)('%s', async (_, file, hurt) => {
    const { closed: folder } = await shopFolders()
    await hurt(folder)
    const before = await contentsOf(folder)

    const refusal = await refusalOf(openLowdbStore({ folder }))
    expect(refusal.code).toBe('STORE_DAMAGED')
    expect(refusal.details.file).toBe(file)
    expect(refusal.message).toMatch(/Nothing was touched\. .*(backup|remove this file)/s)
    expect(refusal.text('vi')).toMatch(/Chưa sửa gì cả\./)
    expect(await contentsOf(folder)).toEqual(before)

    expect((await refusalOf(verifyFolder(folder))).details).toEqual(refusal.details)
  })

  it('zeros that are followed by confirmed writes, also when the shop was killed and nothing but the journal tells', async () => {
    const { killed: folder } = await shopFolders()
    for (const name of ['catalog.jsonl', 'trade.index']) await rm(join(folder, name), { force: true })
    await edit(NOVEMBER, (text) => text.slice(0, 500) + '\0'.repeat(100) + text.slice(600))(folder)
    const before = await contentsOf(folder)
    expect((await refusalOf(openLowdbStore({ folder }))).details).toMatchObject({ file: NOVEMBER })
    expect(await contentsOf(folder)).toEqual(before)
  })

  it('and opens again once the damage is mended', async () => {
    const { closed: folder } = await shopFolders()
    await rename(join(folder, OCTOBER), join(folder, 'aside'))
    await refusalOf(openLowdbStore({ folder }))
    await rename(join(folder, 'aside'), join(folder, OCTOBER))
    const store = await openLowdbStore({ folder })
    expect((await store.listOrders({ limit: 10 })).orders).toHaveLength(6)
    await store.close()
  })
})

describe('files of a newer version are refused as such:', () => {
  it.each([
    ['ocop.json', edit('ocop.json', (text) => text.replace(`"format": ${FORMAT}`, `"format": ${FORMAT + 1}`))],
    [NOVEMBER, (folder: string) => appendHeaderOfNextFormat(folder)],
  ])('%s', async (file, hurt) => {
    const { killed: folder } = await shopFolders()
    await hurt(folder)
    const refusal = await refusalOf(openLowdbStore({ folder }))
    expect(refusal.code).toBe('STORE_NEWER')
    expect(refusal.details).toMatchObject({ found: FORMAT + 1, known: FORMAT })
    expect(String(refusal.details.file)).toContain(file === NOVEMBER ? '2026-12' : file)
  })
})

async function appendHeaderOfNextFormat(folder: string): Promise<void> {
  await appendFile(join(folder, 'journal/2026-12.jsonl'), toLine(`{"format":${FORMAT + 1},"month":"2026-12"}`).text)
}
