import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type * as preview from '../../../src/exchange/import/preview-import.js'
import type * as kind from '../../../src/exchange/products/product-import.js'
import type * as aside from '../../../src/exchange/aside/write-aside.js'
import { built } from '../../support/built.js'
import { plainReport } from '../../support/plain-report.js'
import { createCatalog, createStorefront } from '../built.js'
import { listen, receiveSetup } from './listen.js'

/** A shop over the embedded store, and the lists that are handed in to it. */
export interface Setup {
  readonly folder: string
  readonly lists: Readonly<Record<string, string>>
}

const { previewImport } = (await built('exchange/import/preview-import.js')) as typeof preview
const { productImport } = (await built('exchange/products/product-import.js')) as typeof kind
const { reportPdfFile } = (await built('exchange/aside/write-aside.js')) as typeof aside

const { folder, lists } = await receiveSetup<Setup>()
const catalog = await createCatalog({ folder })
// Each shopper has an address, as behind a proxy.
const shop = createStorefront({ catalog, trustProxy: 1 })
/** The same shop where nothing is kept: each file that anyone may take is made anew. */
const keepingNothing = createStorefront({ catalog, trustProxy: 1, pageMemory: 0 })

const ROWS = 2000
const row = (index: number) => [`Cơ sở sản xuất số ${index}`, String(index), `${index * 1000} ₫`]
/** A report of some forty pages. */
const document = plainReport({
  columns: ['Chủ thể', 'Giao dịch', 'Số tiền'].map((label) => ({ label, kind: 'text' as const })),
  rows: Array.from({ length: ROWS }, (_, index) => ({ cells: row(index) })),
})

/** What the office has done. */
async function work(name: string): Promise<void> {
  const list = lists[name]
  if (list !== undefined) await previewImport(productImport, await readFile(list), catalog)
  else await reportPdfFile(document, [document.tables[0]?.rows.map((_, index) => row(index)) ?? []])
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

listen(
  (request, response) => {
    const [, door, name = ''] = (request.url ?? '').split(/[/?]/)
    if (door === 'work')
      work(name).then(
        () => response.end('done'),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    else if (door === 'anew') {
      request.url = request.url?.slice('/anew'.length)
      keepingNothing(request, response)
    } else if (door === 'longest') {
      response.end(String(delay.max / 1e6))
      delay.reset()
    } else if (door === 'settle') {
      collect()
      response.end('settled')
    } else shop(request, response)
  },
  () => catalog.close(),
)
