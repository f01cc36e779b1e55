import type { Coverage } from '../../reports/coverage.js'
import { formatCount, formatDay, formatShare } from '../format.js'
import { say } from '../language.js'
import type { Visit } from '../visit.js'
import { toChange } from './comparison.js'

/** Length of a bar, of 100. */
export const toBar = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10

/** Products per platform in words: n of m with its share, and each figure of the year before. */
export function toCoverageView(coverage: Coverage, before: Coverage | null, visit: Visit) {
  const { language } = visit
  const count = (value: number): string => formatCount(value, language)
  const change = (now: number, was: number | undefined) => (was === undefined ? null : toChange(now, was, visit))
  return {
    cutOff: visit.messages.figures.cutOff(formatDay(coverage.day)),
    recognized: count(coverage.recognized),
    recognizedChange: change(coverage.recognized, before?.recognized),
    onAnyPlatform: count(coverage.onAnyPlatform),
    onAnyPlatformChange: change(coverage.onAnyPlatform, before?.onAnyPlatform),
    uncertain: coverage.uncertain > 0 ? visit.messages.figures.coverage.uncertain(count(coverage.uncertain)) : null,
    rows: coverage.platforms.map(({ platform, listed, share, listedOfAnyKind }) => {
      const was = before?.platforms.find(({ platformId }) => platformId === platform.id)?.listed ?? 0
      return {
        name: say(platform.name, language),
        href: visit.links.to(`/platforms/${platform.slug}`),
        listed: count(listed),
        share: share === null ? null : formatShare(share, language),
        bar: share === null ? null : toBar(share),
        change: before && coverage.recognized > 0 ? toChange(listed, was, visit) : null,
        anyKind: count(listedOfAnyKind),
      }
    }),
  }
}
