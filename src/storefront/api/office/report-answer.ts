import type * as z from 'zod'
import type {
  Coverage as CoverageSchema,
  Ranking as RankingSchema,
  Transactions,
} from '../../../api/schemas/shop/report.js'
import { lastDay, type Period } from '../../../catalog/period.js'
import type { Coverage } from '../../../reports/coverage.js'
import type { Ranking } from '../../../reports/ranking.js'
import type { TransactionFigures } from '../../../reports/transactions.js'
import type { Figures } from '../../../trade/figures.js'
import type { Visit } from '../../visit.js'

const toSpan = (period: Period) => ({ period: period.id, from: period.start, until: lastDay(period) })

const toFigures = ({ transactions, orderLines, units, amount }: Figures) => ({
  transactions,
  orderLines,
  units,
  amount,
})

export function toCoverage({ query, ...figures }: Coverage, { language }: Visit): z.input<typeof CoverageSchema> {
  const { day, recognized, uncertain, onAnyPlatform, platforms } = figures
  return {
    ...toSpan(query.period),
    province: query.province?.slug ?? null,
    day,
    recognized,
    uncertain,
    onAnyPlatform,
    platforms: platforms.map(({ platform: { id, slug, name }, listed, share, listedOfAnyKind }) => ({
      platform: { id, slug, name: (language === 'en' ? name.en : undefined) ?? name.vi },
      listed,
      share,
      listedOfAnyKind,
    })),
  }
}

export const toTransactions = (found: TransactionFigures): z.input<typeof Transactions> => ({
  ...toSpan(found.query.period),
  province: found.query.province?.slug ?? null,
  total: toFigures(found.total),
  byPlatform: found.byPlatform.map(({ platformId, ...figures }) => ({ platformId, ...toFigures(figures) })),
  byProvince: found.byProvince.map(({ province, ...figures }) => ({ province: province.name, ...toFigures(figures) })),
  byMonth: found.byMonth.map(({ month, ...figures }) => ({ month, ...toFigures(figures) })),
  byProduct: found.byProduct.map(({ productId, ...figures }) => ({ productId, ...toFigures(figures) })),
})

export const toRanking = ({ query, rows }: Ranking): z.input<typeof RankingSchema> => ({
  ...toSpan(query.period),
  key: query.key,
  rows: rows.map(({ rank, province, value }) => ({ rank, province: province.name, value })),
})
