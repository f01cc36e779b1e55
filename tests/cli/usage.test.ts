import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataFolder } from '../../src/cli/settings/data-folder.js'
import { Shell } from './run-ocop.js'

let shell: Shell

beforeAll(async () => {
  shell = await Shell.open()
})
afterAll(() => shell.close())

describe('a command that is typed wrongly ends with 2 and one plain sentence', () => {
  it.each([
    [['serv'], /no command 'serv' \(did you mean serve\?\)/],
    [['serve', '--prot', '1'], /no option '--prot' \(did you mean --port\?\)/],
    [['serve', '--port', '80a'], /^--port=80a: this must be a number from 0 to 65535\.$/],
    [['import', 'products'], /Missing: 'file'\. See: ocop import --help$/],
    [['user', 'add'], /Missing: '--name <name>'\. See: ocop user add --help$/],
    [['user', 'ad'], /no command 'ad' \(did you mean add\?\)\. See: ocop user --help$/],
    [['import', 'prices', 'x.csv'], /Not a valid value: 'kind': 'prices' \(choose one of: products, listings, sales\)/],
    [['import', 'products', 'x.csv', '--map', 'name'], /^--map "name": write "Heading=field"/],
    [['serve', '--lang', 'fr'], /Giá trị không hợp lệ: '--lang <language>': 'fr' \(chọn một trong: vi, en\)/],
    [['report', 'coverage'], /Missing: '--period <period>'/],
    [['recount', 'now'], /Too many arguments/],
  ])('ocop %j', async (argv, sentence) => {
    const { exitCode, told, out } = await shell.ocop(argv)
    expect(told).toMatch(sentence)
    expect(told).not.toMatch(/\n|at .*\.[jt]s/)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
  })

  it('names the environment variable that is wrong', async () => {
    const { exitCode, told } = await shell.ocop(['serve'], { PORT: '99999' })
    expect(told).toBe('PORT=99999: cần một số từ 0 đến 65535.')
    expect(exitCode).toBe(2)
  })

  it('shows the commands when none is given', async () => {
    for (const group of [[], ['user']]) {
      const { exitCode, out, told } = await shell.ocop(group)
      expect(`${out}${told}`).toMatch(/^Usage: ocop[^]*Commands:/)
      expect(told).not.toContain('outputHelp')
      expect(exitCode).toBe(2)
    }
  })
})

describe('a place where nothing can be made', () => {
  it.runIf(process.platform === 'linux')('ends ocop init with 1 and one plain sentence', async () => {
    const { exitCode, told } = await shell.ocop(['init', '/proc/shop'])
    expect(told).toBe(
      'No site can be made in /proc/shop: it is not there, and cannot be made there: ENOENT /proc/shop.',
    )
    expect(exitCode).toBe(1)
  })
})

describe('ocop speaks', () => {
  it('Vietnamese unless the locale is English or --lang says otherwise', async () => {
    expect((await shell.ocop(['serv'], {})).told).toMatch(/^Không có lệnh 'serv' \(có phải serve\?\)/)
    expect((await shell.ocop(['serv'], { LANG: 'en_GB.UTF-8' })).told).toMatch(/^There is no command/)
    expect((await shell.ocop(['--lang', 'vi', 'serv'], { LANG: 'en_GB.UTF-8' })).told).toMatch(/^Không có lệnh/)
  })

  it('help in that language too', async () => {
    const { out, exitCode } = await shell.ocop(['import', '--help'], {})
    expect(out).toMatch(/Cách dùng:[^]*Tùy chọn:[^]*--preview[^]*chỉ xem trước/)
    expect(exitCode).toBe(0)
  })

  it('one language in the help of each command, choices and defaults included', async () => {
    const { out: all } = await shell.ocop(['--help'], {})
    const names = [...all.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name = '']) => name)
    expect(names).toEqual(expect.arrayContaining(['init', 'report', 'links', 'privacy', 'webhook']))
    for (const name of names) {
      const { out } = await shell.ocop([name, '--help'], {})
      expect(out, name).toContain('Cách dùng:')
      expect(out, name).not.toMatch(/choices:|default:|display help|Options:|Arguments:/)
    }
    const { out } = await shell.ocop(['report', '--help'], {})
    expect(out).toMatch(/\(một trong: transactions, amount,\s+productsOnPlatforms; mặc định: transactions\)/)
  })
})

describe('a variable with a mistyped name', () => {
  it.each([['verify'], ['serve', '--port', 'none'], ['init', 'shop']])('is told by ocop %s', async (...argv) => {
    const { told } = await shell.ocop(argv, { OCOP_DATE: '/srv/ocop' })
    expect(told).toMatch(/^Không rõ biến môi trường: OCOP_DATE\. Viết đúng tên chưa\? Xem các biến: ocop --help/)
  })
})

describe('the data folder', () => {
  it('is the one that is named, else OCOP_DATA, else ocop-data here, and data/live in a clone', () => {
    expect(dataFolder('shop', { OCOP_DATA: '/srv/ocop' }, '/home/an')).toBe('/home/an/shop')
    expect(dataFolder(undefined, { OCOP_DATA: '/srv/ocop' }, '/home/an')).toBe('/srv/ocop')
    expect(dataFolder(undefined, {}, shell.folder)).toBe(join(shell.folder, 'ocop-data'))
    expect(dataFolder(undefined, {}, process.cwd())).toBe(join(process.cwd(), 'data', 'live'))
  })

  it('is not made by a command that only reads', async () => {
    const { exitCode, told } = await shell.ocop(['recount'])
    expect(told).toMatch(/^There is no data folder yet: .*ocop-data/)
    expect(exitCode).toBe(1)
    expect(existsSync(join(shell.folder, 'ocop-data'))).toBe(false)
  })
})
