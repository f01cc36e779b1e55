import type { Section } from './section.js'

/** The office's navigation, in the order in which it is shown. */
export const officeSections: readonly Section[] = [
  { path: '/office', label: ({ office }) => office.sections.home },
  { path: '/office/submissions', label: ({ office }) => office.review.title, may: 'submission.view', group: 'work' },
  { path: '/office/feedback', label: ({ office }) => office.feedback.title, may: 'feedback.view', group: 'work' },
  {
    path: '/office/data-requests',
    label: ({ office }) => office.dataRequests.title,
    may: 'personalData.answer',
    group: 'work',
  },
  { path: '/office/reviews', label: ({ office }) => office.reviews.title, may: 'review.moderate', group: 'work' },
  { path: '/office/platforms', label: ({ office }) => office.platforms.title, may: 'listing.check', group: 'work' },
  {
    path: '/office/certificates',
    label: ({ office }) => office.certificates.title,
    may: 'catalog.view',
    group: 'work',
  },
  { path: '/office/reports', label: ({ reports }) => reports.title, may: 'report.view' },
  { path: '/office/imports', label: ({ imports }) => imports.title, may: 'import.run', group: 'goods' },
  {
    path: '/office/producers',
    label: ({ profile }) => profile.office.title,
    may: 'producer.edit',
    group: 'goods',
  },
  { path: '/office/showcase', label: ({ office }) => office.showcase.title, may: 'news.manage', group: 'goods' },
  { path: '/office/search', label: ({ office }) => office.search.title, may: 'search.teach', group: 'goods' },
  { path: '/office/exchange', label: ({ sources }) => sources.title, may: 'exchange.manage', group: 'goods' },
  { path: '/office/accounts', label: ({ office }) => office.sections.accounts, may: 'account.view', group: 'setup' },
  { path: '/office/audit', label: ({ office }) => office.sections.audit, may: 'audit.view', group: 'setup' },
  { path: '/office/security', label: ({ office }) => office.sections.security, may: 'security.view', group: 'setup' },
  { path: '/office/backup', label: ({ office }) => office.backup.title, may: 'backup.make', group: 'setup' },
  { path: '/office/webhooks', label: ({ telling }) => telling.title, may: 'webhook.manage', group: 'setup' },
  { path: '/office/api-keys', label: ({ apiKeys }) => apiKeys.title, may: 'apiKey.manage', group: 'setup' },
]
