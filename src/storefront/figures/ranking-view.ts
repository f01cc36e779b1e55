import { RANKING_KEYS, type Ranking, type RankingKey } from '../../reports/ranking.js'
import { formatCount, formatVnd } from '../format.js'
import { provinceName } from '../models/place-words.js'
import type { Visit } from '../visit.js'
import { toBar } from './coverage-view.js'
import { toValues, type FiguresQuery } from './figures-query.js'

const TOP = 10

const formatRanked = (value: number, key: RankingKey, visit: Visit): string =>
  key === 'amount' ? formatVnd(value) : formatCount(value, visit.language)

/** A ranking in words: its first rows and the asked province wherever it stands, then the rest. */
export function toRankingView(ranking: Ranking, query: FiguresQuery, visit: Visit) {
  const { key, mode, province } = query
  const words = visit.messages.figures
  const asked = province && mode === 'asNow' ? visit.catalog.reference.places.successor(province) : province
  const most = ranking.rows[0]?.value ?? 0
  const rows = ranking.rows.map((row) => ({
    rank: formatCount(row.rank, visit.language),
    name: provinceName(row.province, visit),
    href: visit.links.to('/figures', toValues({ ...query, province: row.province })),
    value: formatRanked(row.value, key, visit),
    bar: toBar(most > 0 ? row.value / most : 0),
    isAsked: row.province.key === asked?.key,
  }))
  const own = rows.find(({ isAsked }) => isAsked)
  const name = asked && provinceName(asked, visit)
  const top = rows.filter(({ isAsked }, index) => index < TOP || isAsked)
  return {
    keys: RANKING_KEYS.map((choice) => ({
      label: words.ranking.keys[choice],
      href: `${visit.links.to('/figures', toValues({ ...query, key: choice }))}#ranking`,
      isChosen: choice === key,
    })),
    valueLabel: words.ranking.keys[key],
    definition: words.define.keys[key],
    own: name === null ? null : own ? words.ranking.own(name, own.rank) : words.ranking.unranked(name),
    top,
    rest: rows.filter(({ isAsked }, index) => index >= TOP && !isAsked),
    restCount: formatCount(rows.length - top.length, visit.language),
  }
}
