import { InvalidArgumentError, type Command } from 'commander'
import { system } from '../access/actor.js'
import type { LinkState } from '../catalog/office/link-check.js'
import { checkLinks } from '../links/check-links.js'
import { mannersOf } from '../links/manners.js'
import { formatNumber } from './format.js'
import { linkContact } from './settings/link-contact.js'
import type { GlobalOptions, Session } from './session.js'
import { tableLines } from './table.js'
import { repeated } from './repeated.js'

const words = {
  vi: {
    about: 'đường dẫn của sản phẩm trên các sàn khác',
    check: 'kiểm tra các đường dẫn đến hạn, lịch sự: theo robots.txt, nghỉ giữa hai lần hỏi, không theo chuyển hướng',
    all: 'cả những đường dẫn vừa kiểm tra',
    limit: 'nhiều nhất bấy nhiêu đường dẫn (mặc định: 500)',
    delay: 'số giây nghỉ trước mỗi lần hỏi một máy chủ (mặc định: 5)',
    insideHost: 'cho phép hỏi máy chủ này của mạng nội bộ; ghi nhiều lần được',
    number: 'cần một số không âm',
    nothing: 'Không có đường dẫn nào đến hạn kiểm tra.',
    progress: (done: string, total: string) => `Đã kiểm tra ${done}/${total} đường dẫn …`,
    headings: ['Tình trạng', 'Số đường dẫn'],
    states: {
      alive: 'còn',
      gone: 'không còn',
      moved: 'đổi địa chỉ',
      refused: 'robots.txt không cho',
      unreachable: 'không mở được',
    },
    next: (count: string) => `Việc cần làm: ${count}. Xem ở trang cơ quan, mục Sàn TMĐT (/office/platforms).`,
  },
  en: {
    about: 'links to products on other platforms',
    check: 'check the links that are due, politely: robots.txt, a pause before each request, no redirects followed',
    all: 'those that were checked of late too',
    limit: 'at most so many links (default: 500)',
    delay: 'seconds to pause before each request to a host (default: 5)',
    insideHost: 'allow this host of the own network to be asked; may be repeated',
    number: 'this must be a number from 0 on',
    nothing: 'No link is due for a check.',
    progress: (done: string, total: string) => `${done} of ${total} links checked …`,
    headings: ['State', 'Links'],
    states: {
      alive: 'alive',
      gone: 'gone',
      moved: 'moved',
      refused: 'refused by robots.txt',
      unreachable: 'unreachable',
    },
    next: (count: string) => `To do: ${count}. See the office's page Platforms (/office/platforms).`,
  },
} as const

interface CheckOptions extends GlobalOptions {
  readonly all?: boolean
  readonly limit?: number
  readonly delay?: number
  readonly insideHost?: readonly string[]
}

export function addLinks(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
  const count = (value: number): string => formatNumber(value, language)
  const readNumber = (typed: string): number => {
    const value = Number(typed)
    if (!(value >= 0) || typed.trim() === '') throw new InvalidArgumentError(text.number)
    return value
  }
  program
    .command('links')
    .helpCommand(false)
    .description(text.about)
    .command('check')
    .description(text.check)
    .option('--all', text.all)
    .option('--limit <number>', text.limit, readNumber)
    .option('--delay <seconds>', text.delay, readNumber)
    .option('--inside-host <host>', text.insideHost, repeated)
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<CheckOptions>()
      await session.withCatalog(session.existingFolder(options), async (catalog, settings) => {
        const { all = false, limit = 500, delay, insideHost = [] } = options
        const due = catalog.links.due({ all, limit })
        if (due.length === 0) {
          terminal.print(text.nothing)
          return
        }
        const found = new Map<LinkState, number>()
        let done = 0
        await checkLinks(due, {
          manners: mannersOf(linkContact(settings), {
            insideHosts: insideHost,
            ...(delay === undefined ? {} : { delay }),
          }),
          ...(all ? {} : { mayVisit: ({ id }: { id: string }) => catalog.links.claim(id) }),
          onChecked: async (checked) => {
            await catalog.links.record([checked])
            const { state } = checked.visited
            found.set(state, (found.get(state) ?? 0) + 1)
            terminal.progress(text.progress(count((done += 1)), count(due.length)))
          },
        })
        terminal.progress(null)
        const [state, number] = text.headings
        const rows = [...found].map(([name, value]) => [text.states[name], count(value)])
        for (const line of tableLines([{ heading: state }, { heading: number, align: 'right' }], rows))
          terminal.print(line)
        terminal.print(text.next(count(catalog.links.workList(system('ocop links')).length)))
      })
    })
}
