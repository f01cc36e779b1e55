import type { Command } from 'commander'
import { createReportWriter } from '../../storefront/office/reports/scheduled-report.js'
import type { GlobalOptions, Session } from '../session.js'

const words = {
  vi: {
    about: 'báo cáo theo lịch (máy chủ đang chạy tự lập; lệnh này cho cron)',
    runDue: 'lập và gửi ngay các báo cáo đã đến ngày',
    made: (count: number) => `Đã lập ${count} báo cáo.`,
    failed: (name: string, why: string) => `${name}: ${why}`,
  },
  en: {
    about: 'scheduled reports (a running server makes them by itself; this is for cron)',
    runDue: 'make and send the reports that are due now',
    made: (count: number) => `Reports made: ${count}.`,
    failed: (name: string, why: string) => `${name}: ${why}`,
  },
} as const

export function addSchedule(program: Command, session: Session): void {
  const { terminal } = session
  const text = words[terminal.language]
  program
    .command('schedule')
    .description(text.about)
    .helpCommand(false)
    .command('run-due')
    .description(text.runDue)
    .action(async (_options, command: Command) => {
      const folder = session.existingFolder(command.optsWithGlobals<GlobalOptions>())
      await session.withCatalog(folder, async (catalog, { baseUrl }) => {
        terminal.print(text.made(await catalog.reportSchedules.runDue(createReportWriter({ catalog, baseUrl }))))
        for (const { name, failure } of catalog.state.all('reportSchedules'))
          if (failure) terminal.tell(text.failed(name, failure.why))
      })
    })
}
