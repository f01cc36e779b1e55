import type { Suggestion } from '../../search/index-port.js'
import { json, page } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

const MAX_TEXT = 100
const SHOWN = 8

function toRow(suggestion: Suggestion, visit: Visit) {
  const product = suggestion.kind === 'product' && visit.catalog.state.find('products', suggestion.value)
  return {
    text: suggestion.text,
    kind: visit.messages.browse.suggestionKinds[suggestion.kind],
    href: product ? visit.links.to(`/products/${product.slug}`) : visit.links.to('/products', { q: suggestion.value }),
  }
}

/** What the words typed so far may become: JSON for the search box, a page for everyone else. */
export const suggest: Handler = (visit) => {
  const text = (visit.query.get('q') ?? '').normalize('NFC').trim().slice(0, MAX_TEXT)
  const rows = text === '' ? [] : visit.catalog.suggest(text, SHOWN).map((suggestion) => toRow(suggestion, visit))
  if (visit.wantsJson) return json({ suggestions: rows })
  const everything = visit.links.to('/products', { q: text })
  const { suggestions } = visit.messages.browse
  return page('shop/suggest', { title: suggestions, noIndex: true }, { text, rows, everything })
}
