import { complaintCategories, complaintSorts, repairCategories, residencyRoles, urgencies } from '@yinuo/contracts'
import type { ComplaintFromVisit, RepairFromVisit, VisitView } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity } from '../../app/community.ts'
import { useDraft } from '../../app/draft.ts'
import { useSubmit } from '../../app/submit.ts'
import { PhotoPicker, type KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { useRenewVisits } from './queries.ts'

type Typed = Partial<Omit<RepairFromVisit & ComplaintFromVisit, 'fileIds' | 'category'>> & {
  category?: string
  photos?: KeptPhoto[]
}

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
const repairs = Object.entries(repairCategories).map(([value, { label }]) => ({ value, label }))

/** What was found becomes a case in the resident's name. */
export function FindingDialog({ kind, visit, onClose }: { kind: 'repair' | 'complaint'; visit: VisitView; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const renew = useRenewVisits(communityId)
  const [form] = Form.useForm<Typed>()
  const fresh: Typed = { sort: 'suggestion', urgency: 'routine', residentId: visit.residents[0]!.residentId }
  const [draft, keep, forget] = useDraft<Typed>(`visit.${visit.id}.${kind}`, fresh)
  const path = { communityId, id: visit.id }
  const { submit, busy, failure } = useSubmit(
    (body: RepairFromVisit | ComplaintFromVisit, idempotencyKey): Promise<{ number: string }> =>
      kind === 'repair'
        ? call('POST /communities/{communityId}/visits/{id}/repair', { path, body: body as RepairFromVisit, idempotencyKey })
        : call('POST /communities/{communityId}/visits/{id}/complaint', {
            path,
            body: body as ComplaintFromVisit,
            idempotencyKey,
          }),
    ({ number }) => {
      forget()
      renew()
      void queries.invalidateQueries({
        queryKey: kind === 'repair' ? keysOf(communityId).repairs : keysOf(communityId).complaints,
      })
      message.success(`已登记 ${number}`)
      onClose()
    },
  )
  const send = ({ photos = [], sort, ...typed }: Typed) =>
    submit({
      ...typed,
      ...(kind === 'complaint' && { sort }),
      fileIds: photos.map(({ id }) => id),
    } as RepairFromVisit | ComplaintFromVisit)
  return (
    <Modal
      open
      title={kind === 'repair' ? `登记报修 · ${visit.unitLabel}` : `登记投诉建议 · ${visit.unitLabel}`}
      okText="登记"
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Refusal failure={failure} onReload={renew} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft}
        onValuesChange={(_, typed) => keep(typed)}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="residentId" label="代谁登记">
          <Select
            options={visit.residents.map(({ residentId, name, role }) => ({
              value: residentId,
              label: `${name}（${residencyRoles[role]}）`,
            }))}
          />
        </Form.Item>
        {kind === 'complaint' && (
          <Form.Item name="sort" label="类型">
            <Radio.Group optionType="button" options={options(complaintSorts)} />
          </Form.Item>
        )}
        <Form.Item name="category" label="什么方面" rules={[{ required: true, message: '请选择类别' }]}>
          <Select
            placeholder="选择类别"
            options={kind === 'repair' ? repairs : options(complaintCategories)}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="urgency" label="紧急程度">
          <Radio.Group optionType="button" options={options(urgencies)} />
        </Form.Item>
        <Form.Item name="description" label="内容" rules={[{ required: true, whitespace: true, message: '请写下内容' }]}>
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item name="photos" label="照片（可不传）">
          <PhotoPicker communityId={communityId} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
