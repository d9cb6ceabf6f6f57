import { DeleteOutlined, PictureOutlined } from '@ant-design/icons'
import { codesOf, disclosureLimits, publishedSides } from '@yinuo/contracts'
import type { DisclosureLine, DisclosureView, PublishedSide } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Panel } from '../../elements/page.tsx'
import { Photos } from '../../elements/photos.tsx'
import { sentenceOf } from '../../elements/refusal.tsx'
import { yuan } from '../../words/money.ts'
import styles from './disclosures.module.css'
import { MaskDialog } from './mask-dialog.tsx'
import { disclosureKeys, useLines } from './queries.ts'

/** Every line with its vouchers; while it is a draft, vouchers are covered and added here. */
export function Lines({ disclosure }: { disclosure: DisclosureView }) {
  const { communityId } = useCommunity()
  const may = useMay()
  const [side, setSide] = useState<PublishedSide | 'all'>('all')
  const [charge, setCharge] = useState<string>()
  const [masking, setMasking] = useState<DisclosureLine | null>(null)
  const query = useLines(communityId, disclosure.id, { ...(side !== 'all' && { side }), ...(charge && { charge }) })
  const editable = disclosure.state === 'draft' && may('disclosures.edit')
  const charges = [...new Set(disclosure.totals.map((total) => total.charge))]
  return (
    <Panel>
      <Bar>
        <Segmented<PublishedSide | 'all'>
          aria-label="收支"
          value={side}
          onChange={setSide}
          options={[
            { value: 'all', label: '全部' },
            ...codesOf(publishedSides).map((value) => ({ value, label: publishedSides[value] })),
          ]}
        />
        <Select
          aria-label="项目"
          placeholder="全部项目"
          allowClear
          value={charge}
          onChange={setCharge}
          options={charges.map((value) => ({ value, label: value }))}
          style={{ width: 200 }}
        />
      </Bar>
      <Listing query={query} count={query.rows.length} empty={<EmptyPlace title="没有明细" hint="这样的收支这一期没有。" />}>
        <Table<DisclosureLine>
          rowKey="number"
          dataSource={query.rows}
          pagination={false}
          size="small"
          scroll={{ x: 800 }}
          columns={[
            { title: '序号', width: 56, align: 'right', dataIndex: 'number' },
            { title: '日期', width: 104, dataIndex: 'day' },
            { title: '收支', width: 60, render: (_, line) => publishedSides[line.side] },
            { title: '项目', width: 140, dataIndex: 'charge' },
            { title: '摘要', dataIndex: 'text', render: (text: string) => text || '住户缴费，不显示姓名房号' },
            {
              title: '金额',
              width: 130,
              align: 'right',
              className: styles['number']!,
              render: (_, line) => yuan(line.amountFen),
            },
            {
              title: '凭证',
              width: 172,
              render: (_, line) => (
                <Vouchers disclosure={disclosure} line={line} editable={editable} onAdd={() => setMasking(line)} />
              ),
            },
          ]}
        />
      </Listing>
      {masking && <MaskDialog disclosureId={disclosure.id} line={masking} onClose={() => setMasking(null)} />}
    </Panel>
  )
}

interface VouchersProps {
  disclosure: DisclosureView
  line: DisclosureLine
  editable: boolean
  onAdd: () => void
}

function Vouchers({ disclosure, line, editable, onAdd }: VouchersProps) {
  const { communityId } = useCommunity()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const remove = (fileId: string) =>
    modal.confirm({
      title: '移除这张凭证？',
      content: '只从这份草稿里移除。',
      okText: '移除',
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await call('DELETE /communities/{communityId}/disclosures/{id}/lines/{number}/vouchers/{fileId}', {
            path: { communityId, id: disclosure.id, number: String(line.number), fileId },
          })
        } catch (refused) {
          message.error(sentenceOf(refused))
        }
        await queries.invalidateQueries({ queryKey: disclosureKeys(communityId).one(disclosure.id) })
      },
    })
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, alignItems: 'center' }}>
      <Photos files={line.vouchers} size={44} />
      {editable &&
        line.vouchers.map(({ id }, at) => (
          <Button
            key={id}
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={`移除第 ${at + 1} 张凭证`}
            onClick={() => remove(id)}
          />
        ))}
      {editable && line.side === 'spent' && line.vouchers.length < disclosureLimits.vouchersOfLine && (
        <Button size="small" icon={<PictureOutlined />} onClick={onAdd}>
          加凭证
        </Button>
      )}
    </div>
  )
}
