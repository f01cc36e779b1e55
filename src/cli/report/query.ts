import { lastDay, parsePeriod, type Period } from '../../catalog/period.js'
import type { PlaceMode, Places, Province } from '../../catalog/places/places.js'
import { usageRefusal } from '../refusal.js'
import type { GlobalOptions } from '../session.js'

export interface ReportOptions extends GlobalOptions {
  readonly period: string
  readonly province?: string
  readonly as: 'then' | 'now'
  readonly key: string
}

/** What a report is asked for. */
export interface ReportQuery {
  readonly period: Period
  readonly province: Province | null
  readonly mode: PlaceMode
}

const UNITS_CHANGED = '2025-07-01'

/** The province as it is named: in the units of the period's last day, or of today, and then by its former name too. */
function findProvince(name: string, mode: PlaceMode, period: Period, places: Places): Province {
  const isPast = mode === 'asThen' && lastDay(period) < UNITS_CHANGED
  const found = places.findProvinceByName(name, isPast ? 'pre-2025-07' : '2025-07') ?? places.findProvinceByName(name)
  if (!found)
    throw usageRefusal(`--province: không có tỉnh, thành phố “${name}”.`, `--province: there is no province “${name}”.`)
  return found
}

/**
 * @throws {Refusal} for a province that does not exist.
 * @throws {CatalogError} `INVALID_INPUT` for a period in no known form.
 */
export function reportQuery({ period: text, province, as }: ReportOptions, places: Places): ReportQuery {
  const period = parsePeriod(text, '--period')
  const mode = as === 'now' ? 'asNow' : 'asThen'
  return { period, mode, province: province === undefined ? null : findProvince(province, mode, period, places) }
}
