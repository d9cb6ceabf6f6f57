import { visitLimits, visitOutcomes, visitWays } from '@yinuo/contracts'
import type { RecordVisit, VisitOutcome, VisitView, VisitWay } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Radio, Rate } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useDraft } from '../../app/draft.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker, type KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewVisits, visitKeys } from './queries.ts'
import styles from './visits.module.css'

interface Typed {
  outcome?: VisitOutcome
  way: VisitWay
  met?: string
  satisfaction?: number
  notes?: string
  photos?: KeptPhoto[]
}

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What came of a try. What was typed stays until it is kept. */
export function RecordForm({ visit }: { visit: VisitView }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const renew = useRenewVisits(communityId)
  const [form] = Form.useForm<Typed>()
  const [draft, keep, forget] = useDraft<Typed>(`visit.${visit.id}`, { way: visit.way })
  const outcome = Form.useWatch('outcome', form)
  const path = { communityId, id: visit.id }
  const { submit, busy, failure } = useSubmit(
    (body: RecordVisit, idempotencyKey) =>
      call('POST /communities/{communityId}/visits/{id}/record', { path, body, idempotencyKey }),
    (recorded) => {
      forget()
      queries.setQueryData(visitKeys(communityId).one(visit.id), recorded)
      renew()
      message.success(recorded.state === 'planned' ? `已记下，下次改日再${visitWays[recorded.way]}` : '回访已登记')
    },
  )
  const send = ({ outcome: came, way, photos = [], notes, met, satisfaction }: Typed) =>
    submit({
      outcome: came!,
      way,
      fileIds: photos.map(({ id }) => id),
      version: visit.version,
      ...(notes?.trim() && { notes: notes.trim() }),
      ...(came === 'reached' && met?.trim() && { met: met.trim() }),
      ...(came === 'reached' && satisfaction && { satisfaction }),
    })
  return (
    <section className={styles['part']}>
      <h3>登记这次回访</h3>
      <Refusal failure={failure} onReload={renew} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft}
        onValuesChange={(_, typed) => keep(typed)}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="way" label="方式">
          <Radio.Group optionType="button" options={options(visitWays)} />
        </Form.Item>
        <Form.Item name="outcome" label="结果" rules={[{ required: true, message: '请选择结果' }]}>
          <Radio.Group optionType="button" options={options(visitOutcomes)} />
        </Form.Item>
        {outcome === 'reached' && (
          <>
            <Form.Item name="met" label="受访人">
              <Input maxLength={40} placeholder="如：业主本人、家属" />
            </Form.Item>
            <Form.Item name="satisfaction" label="满意度">
              <Rate />
            </Form.Item>
          </>
        )}
        <Form.Item name="notes" label="记录">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={visitLimits.notes} showCount />
        </Form.Item>
        <Form.Item name="photos" label={`照片（最多 ${visitLimits.files} 张，可不传）`}>
          <PhotoPicker communityId={communityId} most={visitLimits.files} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          登记
        </Button>
      </Form>
    </section>
  )
}
