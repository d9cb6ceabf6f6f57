import { PlusOutlined } from '@ant-design/icons'
import { funds, unitUses } from '@yinuo/contracts'
import type { ChargeView } from '@yinuo/contracts'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { BillingTabs } from './billing-tabs.tsx'
import { ChargeDrawer } from './charge-drawer.tsx'
import { ChargeEditor } from './charge-editor.tsx'
import { useCharges } from './queries.ts'
import { today } from './today.ts'
import { howText, priceOn, priceText } from './words.ts'

/** What is charged, by what, at what price since when. */
export function ChargesPage() {
  const { name } = useCommunity()
  const may = useMay()
  const query = useCharges()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const open = search.get('charge')
  const show = (id: string | null) => setSearch(id ? { charge: id } : {}, { replace: true })
  const add = may('billing.edit') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      新建收费项目
    </Button>
  )
  return (
    <Page title="收费项目" about={`${name}收什么费、怎么算、什么时候起什么价`} actions={add}>
      <BillingTabs />
      <Panel>
        <Listing
          query={query}
          count={query.data?.length ?? 0}
          empty={<EmptyPlace title="还没有收费项目" hint="例如物业费：按面积、按月，2.85 元/㎡·月。" action={add} />}
        >
          <Table<ChargeView>
            rowKey="id"
            dataSource={query.data ?? []}
            pagination={false}
            scroll={{ x: 860 }}
            columns={[
              {
                title: '项目',
                render: (_, { id, name: title }) => (
                  <Button type="link" style={{ padding: 0, fontWeight: 600 }} onClick={() => show(id)}>
                    {title}
                  </Button>
                ),
              },
              { title: '资金归属', width: 110, render: (_, { fund }) => funds[fund] },
              { title: '计费', width: 150, render: (_, charge) => howText(charge) },
              {
                title: '现行单价',
                width: 170,
                align: 'right',
                render: (_, charge) => {
                  const price = priceOn(charge, today())
                  if (charge.basis === 'shared') return '按实际费用'
                  return price ? priceText(charge, price.rate) : '还没有单价'
                },
              },
              { title: '范围', width: 150, render: (_, charge) => scopeText(charge) },
              { title: '已生成到', width: 120, render: (_, { billedThrough }) => billedThrough ?? '—' },
              {
                title: '状态',
                width: 150,
                render: (_, { stoppedOn }) =>
                  stoppedOn ? <StateTag tone="done">收到 {stoppedOn}</StateTag> : <StateTag tone="onTime">收费中</StateTag>,
              },
            ]}
          />
        </Listing>
      </Panel>
      {open && <ChargeDrawer id={open} onClose={() => show(null)} />}
      {adding && (
        <ChargeEditor
          onClose={() => setAdding(false)}
          onSaved={({ id }) => {
            setAdding(false)
            show(id)
          }}
        />
      )}
    </Page>
  )
}

function scopeText({ uses, buildingIds }: ChargeView): string {
  const parts = [uses.map((use) => unitUses[use]).join('、'), buildingIds.length > 0 ? `${buildingIds.length} 栋楼` : '']
  return parts.filter(Boolean).join(' · ') || '全部房屋'
}
