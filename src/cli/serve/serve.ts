import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { isEmpty } from '../../exchange/sample/is-empty.js'
import type { Catalog } from '../../site/catalog.js'
import { workingsOf } from '../../site/workings.js'
import { createStorefront, startWork } from '../../storefront/index.js'
import { BackupFolder } from '../backup/backup-folder.js'
import { keepHeapSmall, keepYoungSmall, letHeapGrow } from '../keep-heap-small.js'
import { loadAtOnce } from '../load-at-once.js'
import { siteSigner } from '../exchange/site-signer.js'
import { createLog, withAccessLog } from './access-log.js'
import { carryOutRestoring, noteRestoring } from './carry-out-restoring.js'
import { readConfiguration } from '../settings/configuration.js'
import { addressOf, listen, stopListening, stopSignal } from './listen.js'
import { messagesOf } from './messages.js'
import { tryMailer } from '../settings/mail.js'
import { Readiness } from './readiness.js'
import type { GlobalOptions, Session } from '../session.js'
import type { Terminal } from '../terminal.js'

interface ServeOptions extends GlobalOptions {
  readonly port?: string
  readonly host?: string
  readonly empty?: boolean
  readonly accessLog?: boolean
  readonly drain?: string
}

const words = {
  vi: {
    about: 'mở gian hàng; thư mục trống thì nạp danh mục mẫu',
    port: 'cổng (mặc định: PORT hoặc 3000)',
    host: 'địa chỉ lắng nghe (mặc định: HOST hoặc mọi địa chỉ)',
    empty: 'không nạp danh mục mẫu',
    accessLog: 'ghi một dòng cho mỗi yêu cầu',
    drain: 'khi dừng: số giây vẫn trả lời trong khi /readyz báo 503 (mặc định: 0)',
    noSealKeys:
      'Chưa có khóa niêm (OCOP_SEAL_KEYS): bí mật của ứng dụng xác thực nằm nguyên văn trong dữ liệu và bản sao lưu. Tạo khóa: openssl rand -hex 32 > ocop.keys, rồi chạy với OCOP_SEAL_KEYS_FILE=ocop.keys (docs/running.md).',
    noBaseUrl:
      'site.json có trustProxy mà không có baseUrl: các liên kết lấy tên máy từ “Host” mà proxy gửi, không bao giờ từ X-Forwarded-Host. Hãy ghi baseUrl, ví dụ "https://ocop.example.vn" (docs/running.md).',
    loading: 'Đang nạp danh mục mẫu …',
    sample: (products: number, offers: number) =>
      `Thư mục còn trống nên đã nạp danh mục mẫu: ${products} sản phẩm thật, có nguồn; giá và tồn kho của ${offers} sản phẩm là minh họa. (Không muốn nạp: --empty)`,
    open: (address: string) => `Gian hàng đang mở: ${address}  (dừng: Ctrl+C)`,
    data: (folder: string) => `Dữ liệu: ${folder}`,
    metrics: (address: string) => `Số liệu vận hành (Prometheus): ${address}/metrics`,
    stopping: 'Đang dừng …',
    stopped: 'Đã dừng.',
  },
  en: {
    about: 'open the storefront; an empty folder gets the sample catalog',
    port: 'port (default: PORT or 3000)',
    host: 'address to listen on (default: HOST or every address)',
    empty: 'do not load the sample catalog',
    accessLog: 'write a line for each request',
    drain: 'at the end: seconds to go on answering while /readyz says 503 (default: 0)',
    noSealKeys:
      'There is no key for secrets (OCOP_SEAL_KEYS): those of authenticator apps lie in the clear in the data and their backups. Make one: openssl rand -hex 32 > ocop.keys, then run with OCOP_SEAL_KEYS_FILE=ocop.keys (docs/running.md).',
    noBaseUrl:
      'site.json has trustProxy and no baseUrl: links take their host from the “Host” that the proxy sends, never from X-Forwarded-Host. State baseUrl, such as "https://ocop.example.vn" (docs/running.md).',
    loading: 'Loading the sample catalog …',
    sample: (products: number, offers: number) =>
      `The folder was empty, so the sample catalog was loaded: ${products} real products, each with its source; prices and stock of ${offers} are illustrative. (To start without: --empty)`,
    open: (address: string) => `The storefront is open: ${address}  (stop: Ctrl+C)`,
    data: (folder: string) => `Data: ${folder}`,
    metrics: (address: string) => `Metrics for Prometheus: ${address}/metrics`,
    stopping: 'Stopping …',
    stopped: 'Stopped.',
  },
} as const

async function loadSample(catalog: Catalog, terminal: Terminal): Promise<void> {
  const text = words[terminal.language]
  terminal.progress(text.loading)
  const { loadSampleCatalog } = await import('../../exchange/sample/sample-catalog.js')
  const { products, offers } = await loadSampleCatalog(catalog)
  terminal.progress(null)
  terminal.print(text.sample(products, offers))
}

export function addServe(program: Command, session: Session): void {
  const { terminal } = session
  const text = words[terminal.language]
  program
    .command('serve')
    .description(text.about)
    .option('--port <number>', text.port)
    .option('--host <address>', text.host)
    .option('--empty', text.empty)
    .option('--access-log', text.accessLog)
    .option('--drain <seconds>', text.drain)
    .action(async (_options, command: Command) => {
      keepYoungSmall()
      const options = command.optsWithGlobals<ServeOptions>()
      const folder = session.folder(options)
      const configuration = await readConfiguration(options, session.env, folder)
      const { server: settings, metrics: measured, drain } = configuration
      loadAtOnce(new URL('../../create-catalog.js', import.meta.url))
      const stop = { isAsked: false, signal: null as Promise<void> | null }
      // Once, and once more for each backup that is put in the place of the data.
      while (!stop.isAsked) {
        keepHeapSmall()
        const carriedOut = session.databaseUrl === null ? await carryOutRestoring(folder, session) : null
        await session.withCatalog(folder, async (catalog, site) => {
          await noteRestoring(catalog, folder, carriedOut)
          let closeToRestore = (): void => undefined
          const isToRestore = new Promise<void>((resolve) => (closeToRestore = resolve))
          const { mode, owner, baseUrl, trustProxy, apiOrigins, apiPerMinute, mailer } = site
          if (options.empty !== true && isEmpty(catalog)) await loadSample(catalog, terminal)
          if (session.env['NODE_ENV'] === 'production' && !workingsOf(catalog).seals.isOn)
            terminal.tell(text.noSealKeys)
          if (trustProxy && baseUrl === undefined) terminal.tell(text.noBaseUrl)
          if (mailer) void tryMailer(mailer, terminal)
          const log = createLog()
          const storefront = createStorefront({
            catalog,
            mode,
            owner,
            baseUrl,
            trustProxy,
            apiOrigins,
            apiPerMinute,
            bankNoticeSecret: configuration.bankNoticeSecret,
            bundleSigner: await siteSigner(folder),
            backups:
              site.backupFolder === undefined || session.databaseUrl !== null
                ? undefined
                : new BackupFolder(folder, resolve(folder, site.backupFolder), () => catalog.now(), closeToRestore),
            onError: (error, request) => log.error({ err: error, ...request }),
          })
          const logged = options.accessLog === true ? withAccessLog(storefront, log) : storefront
          const metrics = measured && new (await import('./metrics.js')).Metrics(catalog)
          const readiness = new Readiness(() => catalog.health())
          const handler = readiness.answerFirst(metrics ? metrics.count(logged) : logged)
          const server = await listen(handler, settings, { messages: messagesOf(storefront) })
          const metricsServer = metrics && (await listen(metrics.serve, measured))
          terminal.print(text.data(session.placeOf(folder)))
          if (metricsServer) terminal.print(text.metrics(addressOf(metricsServer)))
          terminal.print(text.open(addressOf(server)))
          letHeapGrow()
          const stopWork = startWork({
            catalog,
            owner,
            baseUrl,
            exchangeMinutes: site.exchangeMinutes,
            onError: (error, what) => log.error({ err: error, what }),
          })
          stop.signal ??= stopSignal().then(() => void (stop.isAsked = true))
          await Promise.race([stop.signal, isToRestore])
          terminal.tell(text.stopping)
          readiness.stop()
          await stopWork()
          if (drain > 0) await sleep(drain * 1000)
          await Promise.all([server, ...(metricsServer ? [metricsServer] : [])].map(stopListening))
        })
      }
      terminal.tell(text.stopped)
    })
}
