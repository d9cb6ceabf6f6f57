import { PlusOutlined, SearchOutlined, SnippetsOutlined } from '@ant-design/icons'
import { codesOf, meterKinds, meterUnits, moneyLimits } from '@yinuo/contracts'
import type { MeterKind, MeterReadings, MeterView } from '@yinuo/contracts'
import { Button, Checkbox, Input, InputNumber, Segmented, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Bar, Page, Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useSettled } from '../../elements/settled.ts'
import { StateTag } from '../../elements/tag.tsx'
import { BillingTabs } from './billing-tabs.tsx'
import styles from './billing.module.css'
import { MeterDialog } from './meter-dialog.tsx'
import { MeterDrawer } from './meter-drawer.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { useBillingChange, useMeters } from './queries.ts'
import { today } from './today.ts'
import { countOf, countText } from './words.ts'

/** The meters of one kind, read down the list: what is typed stays until the whole round is saved. */
export function MetersPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [kind, setKind] = useState<MeterKind>('water')
  const [typed, setTyped] = useState('')
  const [unusual, setUnusual] = useState(false)
  const [readOn, setReadOn] = useState(today)
  const [values, setValues] = useState<Record<string, number>>({})
  const [doing, setDoing] = useState<'add' | 'paste' | null>(null)
  const [open, setOpen] = useState<MeterView | null>(null)
  const text = useSettled(typed.trim(), 300)
  const query = useMeters({ kind, ...(text && { query: text }), ...(unusual && { unusual }) })
  const mayEdit = may('billing.edit')
  const round = Object.entries(values)
  const save = useBillingChange(
    (body: MeterReadings, idempotencyKey) =>
      call('POST /communities/{communityId}/meter-readings', { path: { communityId }, body, idempotencyKey }),
    ({ taken }) => `已登记 ${taken} 块表的读数`,
    () => setValues({}),
  )
  const type = (number: string, value: number | null) =>
    setValues(({ [number]: _gone, ...rest }) => (value === null ? rest : { ...rest, [number]: value }))
  const send = () =>
    void save.submit({
      kind,
      readings: round.map(([number, value]) => ({ number, readOn, value: countOf(value), how: 'read' as const })),
    })
  const add = mayEdit && (
    <Button icon={<PlusOutlined />} onClick={() => setDoing('add')}>
      登记新表
    </Button>
  )
  return (
    <Page title="表计与抄表" about={`${name}的分户表：逐行填读数，或从 Excel 粘贴`} actions={add}>
      <BillingTabs />
      <Panel>
        <Bar>
          <Segmented<MeterKind>
            aria-label="表的种类"
            value={kind}
            onChange={(next) => {
              setKind(next)
              setValues({})
            }}
            options={codesOf(meterKinds).map((value) => ({ value, label: meterKinds[value] }))}
          />
          <Input
            prefix={<SearchOutlined />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="搜房号或表号"
            aria-label="搜房号或表号"
            maxLength={60}
            allowClear
            style={{ width: 170 }}
          />
          <Checkbox checked={unusual} onChange={(event) => setUnusual(event.target.checked)}>
            只看读数异常
          </Checkbox>
          <span style={{ flex: 1 }} />
          {mayEdit && (
            <>
              <Input
                type="date"
                aria-label="抄表日期"
                value={readOn}
                max={today()}
                onChange={(event) => setReadOn(event.target.value)}
                style={{ width: 150 }}
              />
              <Button icon={<SnippetsOutlined />} onClick={() => setDoing('paste')}>
                从 Excel 粘贴
              </Button>
              <Button
                type="primary"
                disabled={round.length === 0 || round.length > moneyLimits.readingsAtOnce}
                loading={save.busy}
                onClick={send}
              >
                {round.length === 0 ? '保存读数' : `保存 ${round.length} 个读数`}
              </Button>
            </>
          )}
        </Bar>
        <Refusal failure={save.failure} />
        <Listing
          query={query}
          count={query.rows.length}
          empty={<EmptyPlace title={`没有${meterKinds[kind]}表`} hint="先登记每户的表号、位数和起始读数。" action={add} />}
        >
          <Table<MeterView>
            rowKey="id"
            dataSource={query.rows}
            pagination={false}
            scroll={{ x: 820 }}
            columns={[
              { title: '房屋', dataIndex: 'unitLabel' },
              {
                title: '表号',
                width: 150,
                render: (_, meter) => (
                  <Button type="link" style={{ padding: 0 }} onClick={() => setOpen(meter)}>
                    {meter.number}
                  </Button>
                ),
              },
              {
                title: '上次',
                width: 190,
                align: 'right',
                className: styles['fen']!,
                render: (_, { last, firstReading, installedOn }) => (
                  <>
                    {countText(last?.value ?? firstReading)}
                    <div className={styles['quiet']}>{last?.readOn ?? `${installedOn} 装表`}</div>
                  </>
                ),
              },
              {
                title: '上次用量',
                width: 150,
                align: 'right',
                className: styles['fen']!,
                render: (_, { last }) =>
                  last ? (
                    <>
                      {countText(last.used)} {meterUnits[kind]} {last.unusual && <StateTag tone="late">异常</StateTag>}
                    </>
                  ) : (
                    '—'
                  ),
              },
              {
                title: '本次读数',
                width: 170,
                align: 'right',
                render: (_, { number, last, firstReading, digits }) => (
                  <InputNumber
                    aria-label={`${number} 的本次读数`}
                    disabled={!mayEdit}
                    min={0}
                    max={10 ** digits}
                    precision={3}
                    value={values[number] ?? null}
                    onChange={(value) => type(number, value)}
                    status={
                      values[number] !== undefined && countOf(values[number]) < (last?.value ?? firstReading) ? 'error' : ''
                    }
                    style={{ width: 140 }}
                  />
                ),
              },
            ]}
          />
        </Listing>
      </Panel>
      {doing === 'add' && <MeterDialog kind={kind} onClose={() => setDoing(null)} />}
      {doing === 'paste' && (
        <PasteDialog
          onClose={() => setDoing(null)}
          onPaste={(readings) => {
            setValues((now) => ({ ...now, ...Object.fromEntries(readings.map(({ number, value }) => [number, value])) }))
            setDoing(null)
          }}
        />
      )}
      {open && <MeterDrawer meter={query.rows.find(({ id }) => id === open.id) ?? open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
