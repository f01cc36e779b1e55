import type { ReportDocument } from '../../src/exchange/report/report-document.js'

type Table = ReportDocument['tables'][number]

/** A report of one table about producers, with as few words around it as there may be. */
export const plainReport = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): ReportDocument => ({
  language: 'vi',
  site: 'Phiên chợ OCOP',
  issuer: null,
  title: 'Báo cáo',
  facts: [['Kỳ', '2026']],
  highlights: [],
  summary: { id: 'summary', title: 'Số liệu chính', time: '2026', definition: 'Đếm.', columns: [], rows: [] },
  tables: [{ id: 'producers', title: 'Chủ thể', time: '2026', definition: 'Giao dịch đã ghi nhận.', columns, rows }],
  words: {
    notStated: '–',
    definitions: 'Cách đếm',
    facts: 'Báo cáo',
    official: { superior: '', unit: '', number: '', nation: '', motto: '', place: '', kind: '', about: '' },
    signing: { maker: { title: '', how: '' }, head: { title: '', how: '' }, name: '', recipients: '', lines: [] },
    headings: ['', '', '', '', '', ''],
  },
})
