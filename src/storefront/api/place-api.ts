import { notFound } from '../refusal.js'
import { json } from '../reply.js'
import type { Handler } from '../route.js'
import { communeLabel, findCommunes } from '../shopping/place-choice.js'

const HOUR = 'public, max-age=3600'

/** Communes of a province of today. */
export const provinceCommunes: Handler = (visit) => {
  const { places } = visit.catalog.reference
  const province = places.findProvince('2025-07', visit.params.code ?? '')
  if (!province) throw notFound()
  const communes = places
    .communesOf(province.code)
    .map((commune) => ({ code: commune.code, name: commune.name, label: communeLabel(commune, places, visit) }))
  return json({ province: { code: province.code, name: province.name }, communes }, { cacheControl: HOUR })
}

/** Communes of today by a typed name, former names too: `?q=hoa dong&province=66`. */
export const searchPlaces: Handler = (visit) => {
  const words = (visit.query.get('q') ?? '').slice(0, 100)
  return json({ communes: findCommunes(words, visit.query.get('province') ?? '', visit) }, { cacheControl: HOUR })
}
