import { PrinterOutlined, QrcodeOutlined } from '@ant-design/icons'
import { codeKinds, codesOf, codeStates } from '@yinuo/contracts'
import type { CodeKind, EntryCode } from '@yinuo/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { call, callUntil } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { newKey } from '../../app/idempotency.ts'
import { usePages } from '../../app/queries.ts'
import { ExportButton } from '../../elements/export-button.tsx'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { sentenceOf } from '../../elements/refusal.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { printSheet } from './print-sheet.ts'

const tones = { valid: 'onTime', expired: 'soon', revoked: 'done' } as const

export function CodesPage() {
  const { communityId } = useCommunity()
  const may = useMay()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const kind = codesOf(codeKinds).find((each) => each === search.get('kind'))
  const [selected, setSelected] = useState<string[]>([])
  const [issuing, setIssuing] = useState(false)
  const query = usePages<EntryCode>([...keysOf(communityId).codes, kind], (cursor, signal) =>
    callUntil(signal)('GET /communities/{communityId}/codes', { path: { communityId }, query: { kind, cursor } }),
  )
  const renew = () => queries.invalidateQueries({ queryKey: keysOf(communityId).codes })
  const print = useMutation({
    mutationFn: (ids: string[]) => printSheet(communityId, ids),
    onError: (failure) => message.error(sentenceOf(failure)),
  })

  const revoke = (code: EntryCode) =>
    modal.confirm({
      title: `停用 ${code.placeLabel} 的二维码？`,
      content: '贴出去的纸码立即失效，扫码的人会看到“已停用，请联系前台”。',
      okText: '停用',
      okButtonProps: { danger: true },
      onOk: () =>
        call('POST /communities/{communityId}/codes/{id}/revoke', {
          path: { communityId, id: code.id },
          idempotencyKey: newKey(),
        }).then(
          () => void renew(),
          (failure) => void message.error(sentenceOf(failure)),
        ),
    })
  const replace = (code: EntryCode) =>
    modal.confirm({
      title: `更换 ${code.placeLabel} 的二维码？`,
      content: '旧码停用，生成一个新码。请打印新码换上。',
      okText: '更换并打印',
      onOk: async () => {
        try {
          const fresh = await call('POST /communities/{communityId}/codes/{id}/replace', {
            path: { communityId, id: code.id },
            idempotencyKey: newKey(),
          })
          void renew()
          await printSheet(communityId, [fresh.id])
        } catch (failure) {
          message.error(sentenceOf(failure))
        }
      },
    })
  const issue = may('codes.issue') && (
    <Button type="primary" icon={<QrcodeOutlined />} onClick={() => setIssuing(true)}>
      制作二维码
    </Button>
  )

  return (
    <Page
      title="二维码"
      about="贴在小区、楼栋、房屋和设备上，住户微信一扫就知道在哪里。"
      actions={
        <>
          <Button
            icon={<PrinterOutlined />}
            disabled={selected.length === 0}
            loading={print.isPending}
            onClick={() => print.mutate(selected)}
          >
            打印{selected.length > 0 && ` ${selected.length} 个`}
          </Button>
          {issue}
        </>
      }
    >
      <Panel>
        <Bar>
          <Segmented
            value={kind ?? 'all'}
            onChange={(next) => setSearch(next === 'all' ? {} : { kind: next as CodeKind }, { replace: true })}
            options={[
              { value: 'all', label: '全部' },
              ...codesOf(codeKinds).map((value) => ({ value, label: codeKinds[value] })),
            ]}
          />
          <span style={{ flex: 1 }} />
          <ExportButton list="codes" filters={{ kind }} />
        </Bar>
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title="还没有二维码" hint="先为每栋楼各做一个，打印后贴在大堂。" action={issue} />}
        >
          <Table
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 900 }}
            rowSelection={{
              columnWidth: 44,
              selectedRowKeys: selected,
              onChange: (keys) => setSelected(keys as string[]),
              getCheckboxProps: (code) => ({ disabled: code.state !== 'valid', 'aria-label': `选中 ${code.placeLabel}` }),
            }}
            columns={[
              { title: '位置', render: (_, code) => <strong style={{ fontWeight: 600 }}>{code.placeLabel}</strong> },
              { title: '种类', width: 110, render: (_, code) => codeKinds[code.kind] },
              {
                title: '状态',
                width: 110,
                render: (_, code) => <StateTag tone={tones[code.state]}>{codeStates[code.state]}</StateTag>,
              },
              { title: '有效期', width: 150, render: (_, code) => (code.expiresAt ? <TimeText at={code.expiresAt} /> : '长期') },
              { title: '制作', width: 150, render: (_, code) => <TimeText at={code.createdAt} /> },
              {
                title: '',
                width: 210,
                align: 'right',
                render: (_, code) =>
                  code.state === 'valid' && (
                    <>
                      <Button type="link" size="small" onClick={() => print.mutate([code.id])}>
                        打印
                      </Button>
                      {may('codes.issue') && (
                        <>
                          <Button type="link" size="small" onClick={() => replace(code)}>
                            更换
                          </Button>
                          <Button type="link" size="small" danger onClick={() => revoke(code)}>
                            停用
                          </Button>
                        </>
                      )}
                    </>
                  ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {issuing && (
        <IssueDialog initialKind={kind ?? 'building'} onClose={() => setIssuing(false)} onPrint={(ids) => print.mutate(ids)} />
      )}
    </Page>
  )
}
