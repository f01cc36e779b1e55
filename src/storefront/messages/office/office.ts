import { officeAccounts } from './accounts.js'
import { officeAudit } from './audit.js'
import { officeCertificates } from './certificates.js'
import { officeDataRequests } from './data-requests.js'
import { officeFeedback } from './feedback.js'
import { officeBackup } from './backup.js'
import { officePlatforms } from './platforms.js'
import { officeReview } from './review.js'
import { officeSecurity } from './security.js'
import { officeReviews } from './reviews.js'
import { officeShowcase } from './showcase.js'
import { officeSearch } from './search.js'

const vi = {
  sections: { home: 'Tổng quan', accounts: 'Tài khoản', audit: 'Nhật ký', security: 'An toàn' },
  wholeCountry: 'Cả nước',
  roles: {
    viewer: 'Người xem',
    reviewer: 'Người duyệt',
    importer: 'Người nhập dữ liệu',
    administrator: 'Quản trị viên',
    owner: 'Chủ tài khoản của chủ thể',
    staff: 'Nhân viên của chủ thể',
  },
  yourRoles: 'Vai trò của bạn',
  waiting: 'Việc đang chờ',
  transfers: (count: string) => `${count} khoản tiền chưa khớp đơn`,
  overdue: (count: string) => `${count} quá hạn`,
  accounts: officeAccounts.vi,
  audit: officeAudit.vi,
  security: officeSecurity.vi,
  platforms: officePlatforms.vi,
  certificates: officeCertificates.vi,
  backup: officeBackup.vi,
  search: officeSearch.vi,
  review: officeReview.vi,
  reviews: officeReviews.vi,
  showcase: officeShowcase.vi,
  feedback: officeFeedback.vi,
  dataRequests: officeDataRequests.vi,
}

const en: typeof vi = {
  sections: { home: 'Overview', accounts: 'Accounts', audit: 'Audit', security: 'Security' },
  wholeCountry: 'Whole country',
  roles: {
    viewer: 'Viewer',
    reviewer: 'Reviewer',
    importer: 'Importer',
    administrator: 'Administrator',
    owner: 'Owner with a producer',
    staff: 'Staff of a producer',
  },
  yourRoles: 'Your roles',
  waiting: 'To do',
  transfers: (count) => `${count} transfers without an order`,
  overdue: (count) => `${count} overdue`,
  accounts: officeAccounts.en,
  audit: officeAudit.en,
  security: officeSecurity.en,
  platforms: officePlatforms.en,
  certificates: officeCertificates.en,
  backup: officeBackup.en,
  search: officeSearch.en,
  review: officeReview.en,
  reviews: officeReviews.en,
  showcase: officeShowcase.en,
  feedback: officeFeedback.en,
  dataRequests: officeDataRequests.en,
}

/** Words of the office's front. */
export const office = { vi, en }
