import type { FundImportRow } from '@yinuo/contracts'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { Listing } from '../../elements/listing.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { useFundImports } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const UNDO = {
  title: '撤销这次导入',
  hint: '已入账的每一笔都记一笔方向相反的账，待审批的退回；所在月份已结账的不能撤销。',
  done: '已撤销',
}

/** What was imported before, each to be taken back as a whole. */
export function EarlierImports() {
  const { communityId } = useCommunity()
  const may = useMay()
  const query = useFundImports(communityId)
  const [undoing, setUndoing] = useState<string | null>(null)
  if (query.data && query.rows.length === 0) return null
  return (
    <section>
      <h3 style={{ margin: '0 0 8px', fontSize: 14, fontWeight: 600 }}>导入记录</h3>
      <Listing query={query} count={query.rows.length}>
        <Table<FundImportRow>
          rowKey="id"
          size="small"
          dataSource={query.rows}
          pagination={false}
          scroll={{ x: 560 }}
          columns={[
            {
              title: '文件',
              render: (_, { fileName, undoneByName, undoneBecause }) => (
                <>
                  {fileName}
                  {undoneByName && (
                    <div style={{ color: 'var(--secondary)' }}>
                      {undoneByName} 已撤销：{undoneBecause}
                    </div>
                  )}
                </>
              ),
            },
            { title: '笔数', width: 64, align: 'right', dataIndex: 'entered' },
            { title: '导入人', width: 90, dataIndex: 'enteredByName' },
            { title: '时间', width: 120, render: (_, { enteredAt }) => <TimeText at={enteredAt} /> },
            {
              title: '',
              width: 72,
              render: (_, { id, undoneAt }) =>
                may('ledger.close') &&
                !undoneAt && (
                  <Button type="link" style={{ padding: 0 }} onClick={() => setUndoing(id)}>
                    撤销
                  </Button>
                ),
            },
          ]}
        />
      </Listing>
      {undoing && (
        <ReasonDialog
          words={UNDO}
          send={(reason, idempotencyKey) =>
            call('POST /communities/{communityId}/fund-imports/{id}/undo', {
              path: { communityId, id: undoing },
              body: { reason },
              idempotencyKey,
            })
          }
          onClose={() => setUndoing(null)}
        />
      )}
    </section>
  )
}
