import type { Product } from '../../../catalog/product.js'
import { say } from '../../language.js'
import { toShortPlace } from '../../models/place-words.js'
import { toRecognition } from '../../models/recognition.js'
import type { Handler } from '../../route.js'
import { sharePicturePath } from '../../share/share-picture-path.js'
import type { Visit } from '../../visit.js'
import { xml, xmlReply } from './xml.js'

const SHOWN = 40

function toEntry(product: Product, visit: Visit): string {
  const { links, language } = visit
  const address = xml(links.absolute(`/products/${product.slug}`, { lang: language === 'en' ? 'en' : null }))
  const facts = [toShortPlace(product.place ?? product.origin, visit), toRecognition(product, visit)?.text]
  return `<entry>
<id>${xml(links.absolute(`/products/${product.slug}`))}</id>
<title>${xml(say(product.name, language).text)}</title>
<link href="${address}"/>
<link rel="enclosure" type="image/png" href="${xml(links.absolute(sharePicturePath(product, language)))}"/>
<updated>${product.changedAt}</updated>
<summary>${xml(facts.filter(Boolean).join('. '))}</summary>
</entry>`
}

/** New and changed products, the newest first, for feed readers and for other sites (Atom, RFC 4287). */
export const feed: Handler = (visit) => {
  const { catalog, links, language, site } = visit
  const lang = language === 'en' ? 'en' : null
  const { hits } = catalog.search({ text: '', filters: { facets: {} }, sort: 'newest', page: 1, pageSize: SHOWN })
  const products = hits.map(({ id }) => catalog.state.get('products', id))
  const updated = products[0]?.changedAt ?? '2026-01-01T00:00:00.000Z'
  return xmlReply(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xml(links.absolute('/feed.xml', { lang }))}</id>
<title>${xml(`${site.name[language]} · ${visit.messages.browse.feedTitle}`)}</title>
<link rel="self" type="application/atom+xml" href="${xml(links.absolute('/feed.xml', { lang }))}"/>
<link href="${xml(links.absolute('/products', { lang }))}"/>
<updated>${updated}</updated>
<author><name>${xml(site.name[language])}</name></author>
${products.map((product) => toEntry(product, visit)).join('\n')}
</feed>`,
    'application/atom+xml',
  )
}
