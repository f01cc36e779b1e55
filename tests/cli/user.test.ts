import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Shell } from './run-ocop.js'

const CLI = path.resolve(import.meta.dirname, '../../dist/cli/main.js')
const QUAN = ['--name', 'Trần Thị Quản', '--phone', '0905 111 222', '--email', 'Quan@example.vn']

describe('ocop user', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await Shell.open()
  })
  afterEach(() => shell.close())

  it('makes the first administrator and prints a link, and no password', async () => {
    const { exitCode, out } = await shell.ocop(['user', 'add', ...QUAN, '--role', 'administrator'])
    expect(exitCode).toBe(0)
    expect(out).toMatch(/http:\/\/localhost:3000\/account\/set-up\?k=[\w-]{36}\.[\w-]{43}$/)
    expect(out).toContain('within 7 days:')
    const { out: list } = await shell.ocop(['user', 'list'])
    expect(list).toMatch(
      /Trần Thị Quản +\+84905111222, quan@example\.vn +no password yet +administrator \(whole country\) +no/,
    )
  })

  it('takes a password from standard input, refused when it is easy to guess', async () => {
    const add = async (password: string) => {
      const argv = [CLI, 'user', 'add', ...QUAN, '--role', 'administrator', '--password-stdin', '--lang', 'en']
      const child = spawn(process.execPath, argv, { cwd: shell.folder })
      child.stdin.end(`${password}\n`)
      const [exitCode] = (await once(child, 'exit')) as [number]
      return exitCode
    }
    expect(await add('12345678')).toBe(1)
    expect((await shell.ocop(['user', 'list'])).out).toContain('no password yet')
    const reset = spawn(process.execPath, [CLI, 'user', 'reset', '0905111222', '--password-stdin'], {
      cwd: shell.folder,
    })
    reset.stdin.end('bốn con trâu xanh\n')
    expect(await once(reset, 'exit')).toEqual([0, null])
    expect((await shell.ocop(['user', 'list'])).out).toContain('active')
  })

  it('gives and takes roles, in provinces by any of their names', async () => {
    await shell.ocop(['user', 'add', ...QUAN, '--role', 'viewer', '--province', 'Đắk Lắk'])
    const given = await shell.ocop(['user', 'role', 'quan@example.vn', '--role', 'reviewer', '--province', 'Long An'])
    expect(given.out).toContain('viewer (Đắk Lắk)\n  reviewer (Tây Ninh)')
    const taken = await shell.ocop([
      'user',
      'role',
      '0905111222',
      '--role',
      'viewer',
      '--province',
      'dak lak',
      '--take',
    ])
    expect(taken.out).not.toContain('Đắk Lắk')
  })

  it('shuts accounts and opens them again', async () => {
    await shell.ocop(['user', 'add', ...QUAN, '--role', 'viewer'])
    await shell.ocop(['user', 'disable', '0905111222'])
    expect((await shell.ocop(['user', 'list'])).out).toContain('shut')
    const reset = await shell.ocop(['user', 'reset', '0905111222'])
    expect(reset).toMatchObject({ exitCode: 1, told: 'This account is disabled. Open it again first.' })
    await shell.ocop(['user', 'enable', '0905111222'])
    expect((await shell.ocop(['user', 'reset', '0905111222'])).out).toContain('/account/set-up?k=')
  })

  it.each([
    [['add', ...QUAN, '--role', 'boss'], 2, '--role: this must be one of'],
    [['add', ...QUAN, '--role', 'owner'], 2, '--producer: this role needs a producer'],
    [['add', ...QUAN, '--role', 'viewer', '--province', 'Atlantis'], 2, 'no province “Atlantis”'],
    [['add', '--name', 'A', '--role', 'viewer'], 1, 'phone: Missing'],
    [['add', '--name', 'A', '--phone', '12', '--role', 'viewer'], 1, 'phone: Not a Vietnamese phone number'],
  ])('says what is wrong with %j', async (argv, exitCode, told) => {
    const outcome = await shell.ocop(['user', ...argv])
    expect(outcome.exitCode).toBe(exitCode)
    expect(outcome.told.replace(/^There .*\n {2}/, '')).toContain(told)
  })
})
