import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { Vnd } from '../../../catalog/vnd.js'
import { named } from '../../components.js'
import { Named } from './product.js'

/** What a report is asked for; the same questions as the office's page of reports takes. */
export const ReportQuery = z.strictObject({
  /** `2024`, `2024-H1`, `2024-Q3`, `2024-07` or `2024-01-01..2024-06-30`; the present half-year when left out. */
  period: z.string().min(1).max(30).optional(),
  /** Slug of a province; the whole country when left out. */
  province: z.string().min(1).max(100).optional(),
  /** In the units of that time or of today. */
  mode: z.enum(['then', 'now']).optional(),
  group: z.enum(['I', 'II', 'III', 'IV', 'V', 'VI']).optional(),
  stars: z.int().min(1).max(5).optional(),
  commune: z.string().min(1).max(10).optional(),
  /** Slugs. */
  producer: z.string().min(1).max(100).optional(),
  platform: z.string().min(1).max(100).optional(),
})

const asked = { period: z.string(), from: Day, until: Day, province: z.string().nullable() }

/** Recognised products by platform on the period's last day. Platforms overlap: never add them up. */
export const Coverage = named(
  'Coverage',
  z.strictObject({
    ...asked,
    day: Day,
    recognized: z.int(),
    /** Products whose source dates the recognition too coarsely to say. */
    uncertain: z.int(),
    onAnyPlatform: z.int(),
    platforms: z.array(
      z.strictObject({
        platform: Named,
        listed: z.int(),
        share: z.number().nullable(),
        listedOfAnyKind: z.int(),
      }),
    ),
  }),
)

const figures = { transactions: z.int(), orderLines: z.int(), units: z.int(), amount: Vnd }

/** Transactions of a period and how they fall on platforms, provinces and months. */
export const Transactions = named(
  'Transactions',
  z.strictObject({
    ...asked,
    total: z.strictObject(figures),
    byPlatform: z.array(z.strictObject({ platformId: z.string(), ...figures })),
    byProvince: z.array(z.strictObject({ province: z.string(), ...figures })),
    byMonth: z.array(z.strictObject({ month: z.string(), ...figures })),
    byProduct: z.array(z.strictObject({ productId: z.string(), ...figures })),
  }),
)

export const RankingKey = z.enum(['transactions', 'amount', 'productsOnPlatforms'])

/** Provinces by one key; equal values share a rank. */
export const Ranking = named(
  'Ranking',
  z.strictObject({
    period: z.string(),
    from: Day,
    until: Day,
    key: RankingKey,
    rows: z.array(z.strictObject({ rank: z.int(), province: z.string(), value: z.number() })),
  }),
)

/** The public figures: coverage, transactions and ranking of one period. */
export const FiguresQuery = ReportQuery.pick({ period: true, province: true, mode: true }).extend({
  key: RankingKey.optional(),
})
export const Figures = named(
  'Figures',
  z.strictObject({ coverage: Coverage, transactions: Transactions.omit({ byProduct: true }), ranking: Ranking }),
)
