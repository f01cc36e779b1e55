import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Command } from 'commander'
import { makeFolder } from '../files/make-folder.js'
import { reasonOf } from '../store/failures.js'
import { refusal, type Refusal } from './refusal.js'
import type { Session } from './session.js'

const PACKAGE = new URL('../../', import.meta.url)

/** Files of `starter/` and their names in the new site; npm would not pack a file called `.gitignore`. */
const FILES: readonly (readonly [from: string, to: string])[] = [
  ['server.js', 'server.js'],
  ['README.md', 'README.md'],
  ['gitignore', '.gitignore'],
  ['data/site.json', 'data/site.json'],
  ['views/assets/css/95-own.css', 'views/assets/css/95-own.css'],
]

/** The site's key for secrets: beside the data, so that no backup of the data holds it. */
const KEYS = 'seal.keys'

const words = {
  vi: {
    about: 'tạo một trang chạy được trong thư mục mới: máy chủ, cấu hình, hướng dẫn',
    folder: 'thư mục, chưa có hoặc không có tệp trùng tên',
    made: (folder: string) => `Đã tạo trang trong ${folder}.`,
    next: (typed: string) => `Tiếp theo: cd ${typed} && npm install && npm start`,
    sample:
      'Lần chạy đầu nạp danh mục mẫu: sản phẩm, chủ thể và hạng sao thật, có nguồn; giá và tồn kho là minh họa. README.md nói cách bắt đầu với danh mục trống.',
  },
  en: {
    about: 'make a running site in a new folder: server, settings, instructions',
    folder: 'a folder that is not there yet, or has no file of the same name',
    made: (folder: string) => `The site was made in ${folder}.`,
    next: (typed: string) => `Next: cd ${typed} && npm install && npm start`,
    sample:
      'The first start loads the sample: real products, producers and stars, each with its source; prices and stock are made up for show. README.md says how to begin empty.',
  },
} as const

interface PackageFacts {
  readonly name: string
  readonly version: string
  readonly engines: { readonly node: string }
}

/** What npm allows as a name: small letters, digits and hyphens. */
const toPackageName = (folder: string): string =>
  basename(folder)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'ocop-shop'

async function packageFile(folder: string): Promise<string> {
  const { name, version, engines } = JSON.parse(
    await readFile(new URL('package.json', PACKAGE), 'utf8'),
  ) as PackageFacts
  const own = {
    name: toPackageName(folder),
    private: true,
    type: 'module',
    engines,
    scripts: { start: 'node server.js' },
    dependencies: { [name]: `^${version}` },
  }
  return `${JSON.stringify(own, null, 2)}\n`
}

/** @throws {Refusal} naming the files that are there already; nothing is written then. */
function requireFree(folder: string): void {
  const taken = ['package.json', KEYS, ...FILES.map(([, to]) => to)].filter((name) => existsSync(join(folder, name)))
  if (taken.length > 0)
    throw refusal(
      `${folder} đã có ${taken.join(', ')}; không ghi đè. Hãy chọn thư mục khác.`,
      `${folder} already has ${taken.join(', ')}; nothing is overwritten. Choose another folder.`,
    )
}

function noFolder(folder: string, error: unknown): Refusal {
  const { vi, en } = reasonOf(error)
  return refusal(`Không tạo được trang trong ${folder}: ${vi}.`, `No site can be made in ${folder}: ${en}.`)
}

export function addInit(program: Command, session: Session): void {
  const { terminal } = session
  const text = words[terminal.language]
  program
    .command('init')
    .description(text.about)
    .argument('<folder>', text.folder)
    .action(async (typed: string) => {
      const folder = session.path(typed)
      requireFree(folder)
      for (const [from, to] of FILES) {
        await makeFolder(dirname(join(folder, to))).catch((error: unknown) => Promise.reject(noFolder(folder, error)))
        await copyFile(new URL(`starter/${from}`, PACKAGE), join(folder, to))
      }
      await writeFile(join(folder, 'package.json'), await packageFile(folder), { flag: 'wx' })
      await writeFile(join(folder, KEYS), `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
      terminal.print(text.made(folder))
      terminal.print(text.next(typed))
      terminal.print(text.sample)
    })
}
