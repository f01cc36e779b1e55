import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Shell } from './run-ocop.js'

describe('ocop synonyms', () => {
  let shell: Shell
  beforeAll(async () => {
    shell = await Shell.open()
    await shell.ocop(['user', 'list'])
    await shell.ocop(['user', 'add', '--name', 'A', '--email', 'a@example.vn', '--role', 'administrator'])
  })
  afterAll(() => shell.close())

  it('adds words that are in use from then on, lists them, and takes them back', async () => {
    expect((await shell.ocop(['synonyms', 'list'])).out).toContain('No words were added yet')
    const added = await shell.ocop(['synonyms', 'add', 'lòng tong', '--means', 'cá linh', '--not-in', 'cá linh ống'])
    expect(added.exitCode).toBe(0)
    const id = /\(([\w-]+)\)/.exec(added.out)?.[1] ?? ''
    expect((await shell.ocop(['synonyms', 'list'])).out).toMatch(/lòng tong ↔ cá linh +cá linh ống +in use/)
    expect((await shell.ocop(['synonyms', 'remove', id])).out).toContain('Out of use: lòng tong ↔ cá linh')
    expect((await shell.ocop(['synonyms', 'list'])).out).toContain('not in use')
  })

  it('shows beforehand what would change', async () => {
    const { exitCode, out } = await shell.ocop(['synonyms', 'preview', 'lòng tong', '--means', 'cá linh', '--one-way'])
    expect(exitCode).toBe(0)
    expect(out).toContain('“lòng tong”: 0 products')
  })

  it('refuses what is no word, naming it', async () => {
    const { exitCode, told: out } = await shell.ocop(['synonyms', 'add', 'x'.repeat(100), '--means', 'y'])
    expect(exitCode).toBe(1)
    expect(out).toContain('words.0')
    expect((await shell.ocop(['synonyms', 'remove', 'nobody'])).exitCode).toBe(1)
  })
})
