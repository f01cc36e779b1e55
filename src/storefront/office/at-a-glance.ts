import { maySomewhere } from '../../access/rights.js'
import type { Province } from '../../catalog/places/places.js'
import { defaultQuery } from '../figures/figures-query.js'
import { periodName } from '../figures/period-words.js'
import { scopeName } from '../figures/scope-name.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { periodBefore, reportFigures } from './reports/report-figures.js'
import { toReportValues, type ReportQuery } from './reports/report-query.js'
import { toHighlights } from './reports/to-document.js'

/** The one province of a person whose office roles hold for no other; null for who reaches more. */
function ownProvince(visit: Visit): Province | null {
  const scopes = personOf(visit).memberships.flatMap((membership) =>
    membership.front === 'office' ? [membership.scope] : [],
  )
  const keys = scopes.flatMap((scope) => (scope === 'country' ? [null] : scope))
  const [key, another] = new Set(keys)
  return key && another === undefined ? (visit.catalog.reference.places.province(key) ?? null) : null
}

/** The running half-year in a few figures, for who may see reports: of the person's own province, or of the country. */
export function halfYearAtAGlance(visit: Visit) {
  if (!maySomewhere(personOf(visit), 'report.view')) return null
  const { links, messages } = visit
  const query: ReportQuery = { ...defaultQuery(visit), province: ownProvince(visit), filter: {}, platform: null }
  const report = ({ period }: Pick<ReportQuery, 'period'>) => ({
    label: messages.reports.titleOf(scopeName(query, visit), periodName(period, visit)),
    href: links.to('/office/reports', toReportValues({ ...query, period }, visit)),
  })
  return {
    title: `${scopeName(query, visit)}, ${periodName(query.period, visit)}`,
    highlights: toHighlights(query, reportFigures(query, visit), visit),
    reports: [report(query), report({ period: periodBefore(query.period) })],
  }
}
