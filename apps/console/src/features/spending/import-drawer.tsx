import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { bookLimits, type FundImportCheck, type FundImportFault } from '@yinuo/contracts'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Table, Upload } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal, sentenceOf } from '../../elements/refusal.tsx'
import { saveFile } from '../../elements/save-file.ts'
import { yuan } from '../../words/money.ts'
import { useRenewal } from '../ledger/queries.ts'
import { EarlierImports } from './earlier-imports.tsx'
import styles from './spending.module.css'

interface Chosen {
  name: string
  size: number
  changed: number
  file: File
}

const formOf = ({ file }: Chosen) => {
  const form = new FormData()
  form.append('file', file)
  return form
}

/** Spending and income out of a workbook: checked as soon as it is chosen, entered when all of it is right. */
export function ImportDrawer({ onClose }: { onClose: () => void }) {
  const { communityId } = useCommunity()
  const [found, setFound] = useState<{ chosen: Chosen; check: FundImportCheck } | null>(null)
  const template = useTemplate()
  const { submit, busy, failure } = useSubmit(
    async (chosen: Chosen) => ({
      chosen,
      check: await call('POST /communities/{communityId}/fund-imports/check', { path: { communityId }, body: formOf(chosen) }),
    }),
    setFound,
  )
  const choose = (file: File) => {
    setFound(null)
    void submit({ name: file.name, size: file.size, changed: file.lastModified, file })
  }
  return (
    <Drawer
      open
      onClose={onClose}
      size={720}
      title="导入收支"
      extra={
        <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate()}>
          下载模板
        </Button>
      }
    >
      <div style={{ display: 'grid', gap: 16 }}>
        <Refusal failure={failure} />
        <Upload.Dragger
          accept=".xlsx"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            choose(file)
            return false
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="ant-upload-text">{busy ? '正在检查…' : '把工作簿拖到这里，或点击选择'}</p>
          <p className="ant-upload-hint">.xlsx，最多 {bookLimits.importRows} 行。先检查，确认后才登记。</p>
        </Upload.Dragger>
        {found && <Found {...found} onDone={() => setFound(null)} />}
        <EarlierImports />
      </div>
    </Drawer>
  )
}

function Found({ chosen, check, onDone }: { chosen: Chosen; check: FundImportCheck; onDone: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const renew = useRenewal(communityId)
  const { submit, busy, failure } = useSubmit(
    (file: Chosen, idempotencyKey) =>
      call('POST /communities/{communityId}/fund-imports', { path: { communityId }, body: formOf(file), idempotencyKey }),
    ({ entered, waiting }) => {
      message.success(`已登记 ${entered} 笔${waiting > 0 ? `，其中 ${waiting} 笔等待审批` : ''}`)
      renew()
      onDone()
    },
  )
  const { rows, fresh, known, waiting, spendingFen, incomeFen, faults, notes } = check
  const isGood = faults.length === 0
  return (
    <div style={{ display: 'grid', gap: 12 }} role="status">
      <Refusal failure={failure} />
      <dl className={styles.facts} style={{ margin: 0 }}>
        <dt>文件</dt>
        <dd>
          {chosen.name}，{rows} 行
        </dd>
        <dt>将登记</dt>
        <dd>
          {fresh} 笔：支出 {yuan(spendingFen)}，收入 {yuan(incomeFen)}
        </dd>
        {known > 0 && <dt>已登记过</dt>}
        {known > 0 && <dd>{known} 笔，不再登记</dd>}
        {waiting > 0 && <dt>需审批</dt>}
        {waiting > 0 && <dd>{waiting} 笔超过审批限额，由另一位同事审批后入账</dd>}
        {notes.length > 0 && <dt>读取时</dt>}
        {notes.length > 0 && <dd>{notes.join('\n')}</dd>}
      </dl>
      {!isGood && <Faults faults={faults} />}
      {isGood && fresh === 0 && <Alert type="info" showIcon title="这个文件里的收支都已登记过，没有要导入的。" />}
      {isGood && fresh > 0 && (
        <Button type="primary" loading={busy} style={{ justifySelf: 'start' }} onClick={() => void submit(chosen)}>
          {busy ? '正在登记…' : `登记这 ${fresh} 笔`}
        </Button>
      )}
    </div>
  )
}

function Faults({ faults }: { faults: readonly FundImportFault[] }) {
  return (
    <>
      <Alert type="warning" showIcon title={`有 ${faults.length} 处不能登记，改正后重新选择文件；有错时一行也不导入。`} />
      <Table<FundImportFault>
        rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
        size="small"
        dataSource={[...faults]}
        pagination={false}
        scroll={{ x: 560, y: 320 }}
        columns={[
          { title: '行', width: 56, align: 'right', dataIndex: 'row' },
          { title: '列', width: 96, render: (_, { column }) => column ?? '整行' },
          { title: '内容', width: 140, ellipsis: true, render: (_, { content }) => content || '（空）' },
          { title: '原因', dataIndex: 'reason' },
        ]}
      />
    </>
  )
}

function useTemplate() {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: async () => {
      const file = await call('GET /communities/{communityId}/fund-import-template', { path: { communityId } })
      saveFile(file as Blob, '收支导入模板.xlsx')
    },
    onError: (failure) => message.error(sentenceOf(failure)),
  })
}
