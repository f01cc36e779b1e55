import { validityOf, type Certificate, type Validity } from './certificate.js'
import type { Day } from './day.js'

/**
 * How a certificate stands on a day.
 * - `valid`, `expiring` (180 days or fewer left), `extended` (past its end, renewal pending): the product is recognised.
 * - `uncertain`: recognised, but its source's date is too coarse to say whether it runs on that day.
 * - `evaluated`: graded by a council; no recognition decision is known.
 * - `notYet`, `expired`, `withdrawn`: not recognised on that day.
 */
export type Standing =
  'valid' | 'expiring' | 'extended' | 'uncertain' | 'evaluated' | 'notYet' | 'expired' | 'withdrawn'

const RECOGNIZED: ReadonlySet<Standing> = new Set(['valid', 'expiring', 'extended'])

/** How one certificate stands on a day, by itself. */
export function standingOn(certificate: Certificate, day: Day): Standing {
  if (certificate.outcome === 'evaluated') return 'evaluated'
  const validity = validityOf(certificate)
  if (certificate.withdrawn && certificate.withdrawn.on <= day) return 'withdrawn'
  if (!validity) return 'uncertain'
  const { from, until, renewal, extendedUntil } = validity
  if (day < from.earliest) return 'notYet'
  if (day < from.latest) return 'uncertain'
  if (day < until.earliest) return day < renewal.opens ? 'valid' : 'expiring'
  if (certificate.renewal && certificate.renewal.filedOn <= day && day < extendedUntil) return 'extended'
  return day < until.latest ? 'uncertain' : 'expired'
}

const newestFirst = (a: Certificate, b: Certificate): number => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? '')

/**
 * The certificate by which a product is recognised on a day, or null: the one question behind every count of
 * recognised products. Of several that run (a re-evaluation or an upgrade before the old one ended) the newest speaks.
 * A certificate whose date is too coarse to be sure does not count.
 */
export function recognizedOn(history: readonly Certificate[], day: Day): Certificate | null {
  const isRecognized = (certificate: Certificate): boolean => RECOGNIZED.has(standingOn(certificate, day))
  const [only, second] = history
  if (!second) return only && isRecognized(only) ? only : null
  return [...history].sort(newestFirst).find(isRecognized) ?? null
}

const SHOWN_FIRST: readonly Standing[] = [
  'valid',
  'expiring',
  'extended',
  'uncertain',
  'evaluated',
  'expired',
  'withdrawn',
  'notYet',
]

/** The certificate to show for a product on a day, the strongest standing first, with how it stands; null without any. */
export function shownCertificate(
  history: readonly Certificate[],
  day: Day,
): { certificate: Certificate; standing: Standing } | null {
  const [only, second] = history
  if (!second) return only ? { certificate: only, standing: standingOn(only, day) } : null
  const ranked = [...history]
    .sort(newestFirst)
    .map((certificate) => ({ certificate, standing: standingOn(certificate, day) }))
    .sort((a, b) => SHOWN_FIRST.indexOf(a.standing) - SHOWN_FIRST.indexOf(b.standing))
  return ranked[0] ?? null
}

/** The days on which a renewal dossier is taken: 180 to 120 days before the end; null when the end is not known to the day. */
export function renewalWindow(certificate: Certificate): Validity['renewal'] | null {
  const validity = validityOf(certificate)
  return validity && validity.until.earliest === validity.until.latest ? validity.renewal : null
}
