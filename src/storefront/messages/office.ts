const vi = {
  sections: { home: 'Tổng quan' },
  wholeCountry: 'Cả nước',
  roles: {
    viewer: 'Người xem',
    reviewer: 'Người duyệt',
    importer: 'Người nhập dữ liệu',
    administrator: 'Quản trị viên',
  },
  yourRoles: 'Vai trò của bạn',
}

const en: typeof vi = {
  sections: { home: 'Overview' },
  wholeCountry: 'Whole country',
  roles: { viewer: 'Viewer', reviewer: 'Reviewer', importer: 'Importer', administrator: 'Administrator' },
  yourRoles: 'Your roles',
}

/** Words of the office's front. */
export const office = { vi, en }
