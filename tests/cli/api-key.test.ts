import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Shell } from './run-ocop.js'

let shell: Shell
beforeEach(async () => {
  shell = await Shell.open()
})
afterEach(() => shell.close())

const ADD = ['api-key', 'add', '--name', 'Đồng bộ tồn kho']

describe('ocop api-key', () => {
  it('makes a key that is shown once and kept nowhere, lists it by its beginning, and ends it', async () => {
    const person = ['--name', 'Trần Thị Quản', '--phone', '0905111222', '--role', 'administrator']
    expect((await shell.ocop(['user', 'add', ...person, '--data', 'data'])).exitCode).toBe(0)
    const ocop = (argv: readonly string[], env?: NodeJS.ProcessEnv) => shell.ocop([...argv, '--data', 'data'], env)
    expect((await ocop(['api-key', 'list'])).out).toBe('There is no key.')
    const scopes = ['--scope', 'reports:read', '--scope', 'listings:read']
    const made = await ocop([...ADD, ...scopes, '--role', 'viewer', '--province', 'Đắk Lắk'])
    expect(made.out).toMatch(/^ocop_[\w-]{43}$/)
    const id = /Made the key (\S+), which lasts until \d{4}-\d\d-\d\d/.exec(made.told)?.[1] ?? ''
    const files = await readdir(join(shell.folder, 'data'), { recursive: true, withFileTypes: true })
    for (const file of files.filter((one) => one.isFile()))
      expect((await readFile(join(file.parentPath, file.name))).includes(made.out), file.name).toBe(false)

    const { out } = await ocop(['api-key', 'list'])
    expect(out).toContain(`${made.out.slice(0, 12)} `)
    expect(out).toMatch(/viewer \(Đắk Lắk\) +reports:read, listings:read +\d{4}-\d\d-\d\d +never +in use/)
    expect(await ocop(['api-key', 'revoke', id])).toMatchObject({
      exitCode: 0,
      out: 'Revoked the key: Đồng bộ tồn kho.',
    })
    expect((await ocop(['api-key', 'list'], { LANG: 'vi' })).out).toContain('đã thu hồi')
    expect(await ocop(['api-key', 'revoke', id])).toMatchObject({ exitCode: 1, told: 'This key was revoked before.' })
    expect((await ocop(['api-key', 'revoke', 'none'])).told).toBe('There is no key “none”.')

    const refusals: [readonly string[], string][] = [
      [['--scope', 'everything', '--role', 'viewer'], 'scopes.0'],
      [['--scope', 'goods:read', '--role', 'king'], '--role'],
      [['--scope', 'goods:read', '--role', 'owner', '--producer', 'none'], '--producer'],
      [['--scope', 'goods:read', '--role', 'viewer', '--until', '2999-01-01'], 'The last day'],
      [['--scope', 'goods:read', '--role', 'viewer', '--until', 'mai'], 'expiresOn'],
      [['--role', 'viewer'], '--scope'],
    ]
    for (const [argv, fault] of refusals) {
      const { exitCode, told } = await ocop([...ADD, ...argv])
      expect(exitCode, fault).not.toBe(0)
      expect(told).toContain(fault)
    }
  })
})
