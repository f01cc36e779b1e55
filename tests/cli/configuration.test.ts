import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unknownVariables } from '../../src/cli/settings/variables.js'
import { Shell } from './run-ocop.js'

let shell: Shell
beforeEach(async () => {
  shell = await Shell.open()
})
afterEach(() => shell.close())

const SOURCES = new URL('../../src/', import.meta.url).pathname

describe('What a shop is told from outside', () => {
  it('is checked before anything is opened, and every fault of flags, environment and file is named at once', async () => {
    await mkdir(join(shell.folder, 'data'))
    await shell.write(
      'data/site.json',
      JSON.stringify({ mode: 'shop', trustProxy: 99, colour: 'red', apiOrigins: ['https://a.vn/'], apiPerMinute: 0 }),
    )
    const { exitCode, told } = await shell.ocop(['serve', '--data', 'data', '--port', '70000', '--drain', '-1'], {
      LANG: 'en',
      METRICS_PORT: 'many',
      DATABASE_URL: 'mysql://x',
      OCOP_BANK_NOTICE_SECRET: 'change-me-change-me-change-me-change-me',
      OCOP_SEAL_KEYS: '5f0a5b1c9d7e4a6f8b2c3d4e5f60718293a4b5c6 default-default-default-default-default',
    })
    expect(exitCode).not.toBe(0)
    for (const fault of [
      '--port',
      '--drain',
      'METRICS_PORT',
      'DATABASE_URL',
      'OCOP_BANK_NOTICE_SECRET',
      'OCOP_SEAL_KEYS',
      'mode',
      'trustProxy',
      'colour',
      'apiOrigins.0',
      'apiPerMinute',
    ])
      expect(told).toContain(fault)
    expect(await readdir(join(shell.folder, 'data'))).toEqual(['site.json'])
  })

  it('names a variable of its own prefix that means nothing to it', () => {
    expect(unknownVariables({ OCOP_DATA: 'x', OCOP_BANK_SECRET: 'x', PATH: 'x' })).toEqual(['OCOP_BANK_SECRET'])
  })

  it('knows every variable of that prefix that the program reads', async () => {
    const files = (await readdir(SOURCES, { recursive: true })).filter((file) => file.endsWith('.ts'))
    const texts = await Promise.all(files.map((file) => readFile(join(SOURCES, file), 'utf8')))
    const read = texts.flatMap((text) => text.match(/\bOCOP_[A-Z_]+\b/g) ?? [])
    expect(unknownVariables(Object.fromEntries(read.map((name) => [name, ''])))).toEqual([])
  })
})
