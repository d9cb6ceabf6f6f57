import { shareKeys } from '@yinuo/contracts'
import type { ChargeView, PricePeriod, UnitRow } from '@yinuo/contracts'
import { Alert, Button, Drawer, Empty, Form, Input, Modal, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { RetryNote } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { yuan } from '../../words/money.ts'
import { HouseholdSearch } from '../repairs/intake/household-search.tsx'
import styles from './billing.module.css'
import { ChargeEditor } from './charge-editor.tsx'
import { PriceDialog } from './price-dialog.tsx'
import { useBillingChange, useCharges, useExample } from './queries.ts'
import { Sentences } from './sentences.tsx'
import { thisMonth, today } from './today.ts'
import { countText, howText, periodText, priceText } from './words.ts'

/** A charge: its prices one after the other, and what it comes to for a home, reckoned before your eyes. */
export function ChargeDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay()
  const query = useCharges()
  const charge = query.data?.find((each) => each.id === id)
  const [doing, setDoing] = useState<'edit' | 'price' | 'stop' | null>(null)
  const mayEdit = may('billing.edit') && !charge?.stoppedOn
  const done = () => setDoing(null)
  return (
    <Drawer
      open
      onClose={onClose}
      size={600}
      title={charge?.name ?? '收费项目'}
      extra={
        charge &&
        mayEdit && (
          <Space>
            <Button onClick={() => setDoing('stop')}>停用</Button>
            <Button onClick={() => setDoing('edit')}>修改</Button>
          </Space>
        )
      }
    >
      {query.isError && <RetryNote query={query} />}
      {charge && (
        <>
          <p className={styles['quiet']}>
            {howText(charge)} · 账期开始后 {charge.dueAfterDays} 天内缴{charge.note && ` · ${charge.note}`}
          </p>
          {charge.stoppedOn && <Alert type="info" showIcon title={`已停用，最后计费日 ${charge.stoppedOn}`} />}
          {charge.basis === 'shared' ? (
            <p>按实际费用分摊（{Object.values(shareKeys).join('、')}），到“分摊费用”登记每期的金额。</p>
          ) : (
            <Prices charge={charge} mayEdit={mayEdit} onAdd={() => setDoing('price')} />
          )}
          <Example charge={charge} />
        </>
      )}
      {charge && doing === 'edit' && <ChargeEditor charge={charge} onClose={done} onSaved={done} />}
      {charge && doing === 'price' && <PriceDialog charge={charge} onClose={done} />}
      {charge && doing === 'stop' && <StopDialog charge={charge} onClose={done} />}
    </Drawer>
  )
}

function Prices({ charge, mayEdit, onAdd }: { charge: ChargeView; mayEdit: boolean; onAdd: () => void }) {
  const { communityId } = useCommunity()
  const drop = useBillingChange(
    (validFrom: string, idempotencyKey) =>
      call('POST /communities/{communityId}/charges/{id}/drop-price', {
        path: { communityId, id: charge.id },
        body: { validFrom },
        idempotencyKey,
      }),
    '单价已删除',
  )
  const isFree = ({ validFrom }: PricePeriod) => !charge.billedThrough || validFrom > charge.billedThrough
  return (
    <>
      <h3>单价</h3>
      <Refusal failure={drop.failure} />
      {charge.prices.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有单价，设定之前不会生成账单" />
      ) : (
        <>
          <div className={styles['bar']} aria-hidden>
            {charge.prices.map(({ validFrom, rate }) => (
              <span key={validFrom}>{priceText(charge, rate)}</span>
            ))}
          </div>
          <ul className={styles['lines']}>
            {charge.prices.map((price) => (
              <li key={price.validFrom}>
                <span>
                  {price.validFrom} 至 {price.validTo ?? '以后'}
                  {price.validFrom <= today() && (!price.validTo || price.validTo >= today()) && ' · 现行'}
                  <br />
                  <span className={styles['quiet']}>{price.setByName}设定</span>
                </span>
                <span>
                  {priceText(charge, price.rate)}
                  {price.tiers.map(({ above, rate }) => (
                    <div key={above} className={styles['quiet']}>
                      超过 {countText(above)} 的部分 {priceText(charge, rate)}
                    </div>
                  ))}
                  {mayEdit && isFree(price) && (
                    <Popconfirm title="删除这个单价？" okText="删除" onConfirm={() => drop.submit(price.validFrom)}>
                      <Button type="link" danger>
                        删除
                      </Button>
                    </Popconfirm>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayEdit && (
        <Button style={{ marginTop: 12 }} onClick={onAdd}>
          {charge.prices.length > 0 ? '调价' : '设定单价'}
        </Button>
      )}
    </>
  )
}

function Example({ charge }: { charge: ChargeView }) {
  const { communityId } = useCommunity()
  const [unit, setUnit] = useState<UnitRow | null>(null)
  const [month, setMonth] = useState(thisMonth)
  const query = useExample(charge.id, unit?.id ?? null, month)
  return (
    <>
      <h3>试算</h3>
      <Space.Compact block>
        <Input
          type="month"
          aria-label="月份"
          value={month}
          onChange={(event) => setMonth(event.target.value)}
          style={{ width: 160 }}
        />
        <div style={{ flex: 1 }}>
          <HouseholdSearch communityId={communityId} value={unit} onChange={setUnit} />
        </div>
      </Space.Compact>
      {query.isError && <RetryNote query={query} />}
      {query.data &&
        (query.data.because ? (
          <p>不生成账单：{query.data.because}。</p>
        ) : (
          <>
            <p className={styles['quiet']}>
              {query.data.unitLabel} · {periodText(query.data.periodFrom, query.data.periodTo)} · {yuan(query.data.amountFen)}
            </p>
            <Sentences lines={query.data.madeOf} totalFen={query.data.amountFen} />
          </>
        ))}
      {!unit && <p className={styles['quiet']}>选一套房屋，看这个项目怎么算出来。</p>}
    </>
  )
}

function StopDialog({ charge, onClose }: { charge: ChargeView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const [form] = Form.useForm<{ lastDay: string }>()
  const change = useBillingChange(
    ({ lastDay }: { lastDay: string }, idempotencyKey) =>
      call('POST /communities/{communityId}/charges/{id}/stop', {
        path: { communityId, id: charge.id },
        body: { lastDay, version: charge.version },
        idempotencyKey,
      }),
    '收费项目已停用',
    onClose,
  )
  return (
    <Modal
      open
      title={`停用“${charge.name}”`}
      okText="停用"
      okButtonProps={{ danger: true, loading: change.busy }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={change.failure} />
      <p className={styles['quiet']}>
        最后计费日之后不再收费，已生成的账单不变。停用后不能恢复，需要时请新建，可以用同一个名称。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ lastDay: today() }}
        onFinish={(typed) => void change.submit(typed)}
      >
        <Form.Item name="lastDay" label="最后计费日" rules={[{ required: true, message: '请选择日期' }]}>
          <Input type="date" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
