import { ArrowRightOutlined } from '@ant-design/icons'
import type { AdoptedStandard, AdoptStandard, PresetView, StandardPresetCode } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Drawer, Form, Input, Radio, Steps } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { dayOf, startOfDay } from '../../words/time.ts'
import { serverNow } from '../../app/clock.ts'
import { FigureFields } from './figure-fields.tsx'
import { figureChanges, figureSections, overridesOf } from './figure-words.ts'
import styles from './standards.module.css'

interface AdoptDrawerProps {
  standard: AdoptedStandard
  presets: PresetView[]
  onClose: () => void
}

// "At once" must not lie in the past when it arrives: the server refuses to change what already ran.
const AT_ONCE = 5_000

/** Choose a preset, change figures, see what that changes, say why and from when. */
export function AdoptDrawer({ standard, presets, onClose }: AdoptDrawerProps) {
  const { communityId, name } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [step, setStep] = useState(0)
  const [code, setCode] = useState<StandardPresetCode>(standard.preset)
  const [figures, setFigures] = useState(standard.figures)
  const [on, setOn] = useState(dayOf(serverNow()))
  const [reason, setReason] = useState('')
  const preset = presets.find((each) => each.code === code)!
  const changes = figureChanges(standard.figures, figures).filter(({ changed }) => changed)
  const isToday = on === dayOf(serverNow())
  const { submit, busy, failure } = useSubmit(
    (body: AdoptStandard, idempotencyKey) =>
      call('PUT /communities/{communityId}/standard', { path: { communityId }, body, idempotencyKey }),
    (adopted) => {
      const renew = () => queries.invalidateQueries({ queryKey: keysOf(communityId).standard })
      queries.setQueryData([...keysOf(communityId).standard, 'adopted'], adopted)
      if (isToday) setTimeout(renew, AT_ONCE + 1_000)
      message.success('标准已保存')
      onClose()
    },
  )
  const send = () =>
    submit({
      preset: code,
      overrides: overridesOf(preset.figures, figures),
      effectiveFrom: isToday ? new Date(serverNow() + AT_ONCE).toISOString() : startOfDay(on),
      reason: reason.trim(),
    })
  const choose = (next: StandardPresetCode) => {
    setCode(next)
    const chosen = presets.find((each) => each.code === next)!
    setFigures(next === standard.preset ? standard.figures : chosen.figures)
  }

  return (
    <Drawer
      open
      onClose={onClose}
      size={680}
      title={`调整服务标准 · ${name}`}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          {step > 0 && <Button onClick={() => setStep(step - 1)}>上一步</Button>}
          {step < 2 && (
            <Button type="primary" onClick={() => setStep(step + 1)}>
              下一步
            </Button>
          )}
          {step === 2 && (
            <Button
              type="primary"
              loading={busy}
              disabled={!reason.trim() || (changes.length === 0 && code === standard.preset)}
              onClick={send}
            >
              确认采用
            </Button>
          )}
        </div>
      }
    >
      <Steps
        size="small"
        current={step}
        items={[{ title: '选标准' }, { title: '调整指标' }, { title: '核对' }]}
        style={{ marginBottom: 20 }}
      />
      <Refusal failure={failure} />
      {step === 0 && (
        <Radio.Group value={code} onChange={(event) => choose(event.target.value)} className={styles['presets']}>
          {presets.map((each) => (
            <Radio key={each.code} value={each.code}>
              <strong style={{ fontWeight: 600 }}>{each.name}</strong>
              {each.code === standard.preset && '（现在采用）'}
              {[...new Set(Object.values(each.sources))].map((source) => (
                <div key={source} className={styles['meaning']}>
                  {source}
                </div>
              ))}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {step === 1 && <FigureFields key={code} wanted={figures} onChange={setFigures} />}
      {step === 2 && (
        <Form layout="vertical" component="div">
          <Form.Item label={changes.length > 0 ? `会改变 ${changes.length} 项承诺` : '没有改变任何指标'}>
            {changes.map(({ figure, before, after }) => (
              <div key={`${figure.section}.${figure.name}`} className={styles['row']}>
                <div>
                  {figureSections[figure.section]}：{figure.word}
                </div>
                <span className={styles['was']}>{before}</span> <ArrowRightOutlined style={{ color: 'var(--secondary)' }} />{' '}
                <strong>{after}</strong>
              </div>
            ))}
          </Form.Item>
          <Form.Item label="从哪天起" extra={isToday ? '保存后马上对新登记的工单生效。' : '当天 0 点起，对新登记的工单生效。'}>
            <DatePicker
              value={dayjs(on)}
              onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
              minDate={dayjs(dayOf(serverNow()))}
              format="YYYY年M月D日"
              style={{ width: 180 }}
              allowClear={false}
            />
          </Form.Item>
          <Form.Item label="为什么调整（记入历史）">
            <Input.TextArea
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              autoSize={{ minRows: 2 }}
              maxLength={200}
              showCount
              placeholder="如：业主大会 11 月决议，夜间增加值班"
              aria-label="调整原因"
            />
          </Form.Item>
        </Form>
      )}
    </Drawer>
  )
}
