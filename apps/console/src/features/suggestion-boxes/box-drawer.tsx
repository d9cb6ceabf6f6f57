import { boxLimits } from '@yinuo/contracts'
import type { NewSuggestionBox, SuggestionBox } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { Refusal } from '../../elements/refusal.tsx'
import { useBuildings } from '../archive/structure/queries.ts'
import { boxKeys, useBoxPosts } from './queries.ts'

interface Typed {
  name: string
  place: string
  buildingId?: string
  postId: string
  staffId?: string
  everyDays?: number | null
  retired?: boolean
}

/** Sets a box up, or changes it; out of use it is kept with everything that was taken out of it. */
export function BoxDrawer({ box, onClose }: { box: SuggestionBox | null; onClose: () => void }) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const posts = useBoxPosts(communityId)
  const buildings = useBuildings(communityId)
  const [form] = Form.useForm<Typed>()
  const postId = Form.useWatch('postId', form)
  const people = posts.data?.find(({ id }) => id === postId)?.people ?? []
  const renew = () => void queries.invalidateQueries({ queryKey: boxKeys(communityId).all })
  const { submit, busy, failure } = useSubmit(
    ({ retired = false, ...body }: NewSuggestionBox & { retired?: boolean }, idempotencyKey) =>
      box
        ? call('PUT /communities/{communityId}/suggestion-boxes/{id}', {
            path: { communityId, id: box.id },
            body: { ...body, retired, version: box.version },
          })
        : call('POST /communities/{communityId}/suggestion-boxes', { path: { communityId }, body, idempotencyKey }),
    ({ name }) => {
      renew()
      message.success(`“${name}”已保存`)
      onClose()
    },
  )
  const send = ({ name, place, buildingId, postId: post, staffId, everyDays, retired = false }: Typed) =>
    submit({
      name: name.trim(),
      place: place.trim(),
      postId: post,
      retired,
      ...(buildingId ? { buildingId } : {}),
      ...(staffId ? { staffId } : {}),
      ...(everyDays ? { everyDays } : {}),
    })
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title={box ? '修改意见箱' : '设意见箱'}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            保存
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} onReload={renew} />
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={box ? { ...box, buildingId: box.buildingId ?? undefined, staffId: box.staffId ?? undefined } : {}}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={30} placeholder="如 大堂意见箱" />
        </Form.Item>
        <Form.Item
          name="place"
          label="位置"
          extra="住户在小程序里按这里写的去找。"
          rules={[{ required: true, whitespace: true, message: '请填写位置' }]}
        >
          <Input maxLength={60} placeholder="如 3号楼一层大堂信报箱旁" />
        </Form.Item>
        <Form.Item name="buildingId" label="所在楼栋" extra="放在某栋楼里的，选上楼栋；大门、广场等公共地方不选。">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="不在楼栋里"
            loading={buildings.isPending}
            options={(buildings.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="postId" label="负责岗位" rules={[{ required: true, message: '请选择负责岗位' }]}>
          <Select
            loading={posts.isPending}
            placeholder="可以登记投诉建议的岗位"
            onChange={() => form.setFieldValue('staffId', undefined)}
            options={(posts.data ?? []).map(({ id, name, people: held }) => ({
              value: id,
              label: held.length > 0 ? name : `${name}（本小区无人任职）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="staffId" label="负责人" extra="不指定时，提醒这个岗位的每一个人。">
          <Select
            allowClear
            placeholder="不指定"
            disabled={people.length === 0}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="everyDays" label="几天开一次" extra="不填则按采用的服务标准。">
          <InputNumber min={1} max={boxLimits.everyDays} precision={0} suffix="天" style={{ width: 160 }} />
        </Form.Item>
        {box && (
          <Form.Item name="retired" valuePropName="checked" extra="停用后不再提醒，也不再向住户公布；记录都保留。">
            <Checkbox>停用这个意见箱</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}
