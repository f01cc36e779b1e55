import type { Section } from '../front-shell.js'

/** The office's navigation, in the order in which it is shown. */
export const officeSections: readonly Section[] = [
  { path: '/office', label: ({ office }) => office.sections.home },
  { path: '/office/submissions', label: ({ office }) => office.review.title, may: 'submission.view' },
  { path: '/office/feedback', label: ({ office }) => office.feedback.title, may: 'feedback.view' },
  { path: '/office/reviews', label: ({ office }) => office.reviews.title, may: 'review.moderate' },
  { path: '/office/accounts', label: ({ office }) => office.sections.accounts, may: 'account.view' },
  { path: '/office/imports', label: ({ imports }) => imports.title, may: 'import.run' },
  { path: '/office/platforms', label: ({ office }) => office.platforms.title, may: 'listing.check' },
  { path: '/office/reports', label: ({ reports }) => reports.title, may: 'report.view' },
  { path: '/office/audit', label: ({ office }) => office.sections.audit, may: 'audit.view' },
  { path: '/office/security', label: ({ office }) => office.sections.security, may: 'security.view' },
  { path: '/office/backup', label: ({ office }) => office.backup.title, may: 'backup.make' },
  { path: '/office/showcase', label: ({ office }) => office.showcase.title, may: 'news.manage' },
  { path: '/office/exchange', label: ({ sources }) => sources.title, may: 'exchange.manage' },
  { path: '/office/webhooks', label: ({ telling }) => telling.title, may: 'webhook.manage' },
  { path: '/office/api-keys', label: ({ apiKeys }) => apiKeys.title, may: 'apiKey.manage' },
  { path: '/office/search', label: ({ office }) => office.search.title, may: 'search.teach' },
]
