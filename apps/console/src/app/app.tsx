import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntdApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { BrowserRouter } from 'react-router'
import { antdTheme } from '../theme/antd-theme.ts'
import { queryClient } from './queries.ts'
import { Gate } from './session/gate.tsx'
import { PageGuard } from './page-guard.tsx'

dayjs.locale('zh-cn')

export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <AntdApp message={{ maxCount: 3 }} notification={{ placement: 'topRight', maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <PageGuard>
              <Gate />
            </PageGuard>
          </BrowserRouter>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  )
}
