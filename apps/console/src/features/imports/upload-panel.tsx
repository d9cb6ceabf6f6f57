import { InboxOutlined } from '@ant-design/icons'
import { importLimits, type ImportBatch } from '@yinuo/contracts'
import { Upload } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'

/** Takes one workbook, dropped or chosen; the server begins to check it at once. */
export function UploadPanel({ onTaken }: { onTaken: (batch: ImportBatch) => void }) {
  const { communityId } = useCommunity()
  const { submit, busy, failure } = useSubmit<{ name: string; size: number; changed: number; file: File }, ImportBatch>(
    ({ file }, idempotencyKey) => {
      const form = new FormData()
      form.append('file', file)
      return call('POST /communities/{communityId}/imports', { path: { communityId }, body: form, idempotencyKey })
    },
    onTaken,
  )
  return (
    <>
      <Refusal failure={failure} />
      <Upload.Dragger
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void submit({ name: file.name, size: file.size, changed: file.lastModified, file })
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{busy ? '正在上传…' : '把工作簿拖到这里，或点击选择'}</p>
        <p className="ant-upload-hint">
          .xlsx，不超过 {importLimits.bytes / 1024 / 1024} MB、{importLimits.rows / 10_000} 万行。先检查，确认后才写入档案。
        </p>
      </Upload.Dragger>
    </>
  )
}
