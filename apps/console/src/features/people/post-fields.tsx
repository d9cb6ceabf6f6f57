import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { codesOf, postScopes } from '@yinuo/contracts'
import type { PostHeld } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { call } from '../../app/call.ts'
import { useCommunities, useCommunity } from '../../app/community.ts'

interface Choice {
  value: string
  label: string
}

const usePosts = () => useQuery({ queryKey: ['posts'], queryFn: () => call('GET /posts'), staleTime: 60_000 })

/** The posts somebody holds, each with how far it reaches. `further`: communities the reader does not work in. */
export function PostFields({ further = [] }: { further?: Choice[] }) {
  const here = useCommunity()
  return (
    <Form.List name="posts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <PostField key={key} at={name} further={further} onRemove={() => remove(name)} />
          ))}
          <Button
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => add({ scope: 'community', communityId: here.communityId })}
          >
            再加一个岗位
          </Button>
        </>
      )}
    </Form.List>
  )
}

function PostField({ at, further, onRemove }: { at: number; further: Choice[]; onRemove: () => void }) {
  const posts = usePosts()
  const scope = Form.useWatch<PostHeld['scope']>(['posts', at, 'scope'])
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 104px 32px', gap: 8, marginBottom: 12 }}>
      <Form.Item name={[at, 'postId']} noStyle rules={[{ required: true, message: '请选择岗位' }]}>
        <Select
          options={posts.data?.map(({ id, name }) => ({ value: id, label: name }))}
          loading={posts.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="岗位"
          aria-label="岗位"
        />
      </Form.Item>
      <Form.Item name={[at, 'scope']} noStyle>
        <Select options={codesOf(postScopes).map((value) => ({ value, label: postScopes[value] }))} aria-label="管辖范围" />
      </Form.Item>
      <Button type="text" icon={<MinusCircleOutlined />} aria-label="去掉这个岗位" onClick={onRemove} />
      <div style={{ gridColumn: '1 / 3' }}>
        {scope === 'company' ? (
          <small style={{ color: 'var(--secondary)' }}>公司的每个小区，以后新增的小区也在内。</small>
        ) : scope === 'region' ? (
          <RegionField at={at} />
        ) : (
          <PlaceFields at={at} further={further} />
        )}
      </div>
    </div>
  )
}

function RegionField({ at }: { at: number }) {
  const regions = useQuery({ queryKey: ['regions'], queryFn: () => call('GET /regions'), staleTime: 60_000 })
  return (
    <Form.Item name={[at, 'regionId']} noStyle rules={[{ required: true, message: '请选择区域' }]}>
      <Select
        options={regions.data?.map(({ id, name }) => ({ value: id, label: name }))}
        loading={regions.isPending}
        notFoundContent="公司还没有划分区域"
        placeholder="区域：其中的每个小区，以后划入的也在内"
        aria-label="区域"
        style={{ width: '100%' }}
      />
    </Form.Item>
  )
}

function PlaceFields({ at, further }: { at: number; further: Choice[] }) {
  const communities = useCommunities()
  const form = Form.useFormInstance()
  const communityId = Form.useWatch<string | undefined>(['posts', at, 'communityId'])
  const buildings = useQuery({
    queryKey: ['community', communityId, 'rooms'],
    queryFn: () => call('GET /communities/{communityId}/rooms', { path: { communityId: communityId! } }),
    enabled: communities.some((each) => each.communityId === communityId),
    staleTime: 60_000,
  })
  const choices = [...communities.map(({ communityId: value, name: label }) => ({ value, label })), ...further]
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
      <Form.Item name={[at, 'communityId']} noStyle rules={[{ required: true, message: '请选择小区' }]}>
        <Select
          options={choices}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={() => form.setFieldValue(['posts', at, 'buildingIds'], [])}
          placeholder="小区"
          aria-label="小区"
        />
      </Form.Item>
      <Form.Item name={[at, 'buildingIds']} noStyle>
        <Select
          mode="multiple"
          maxTagCount="responsive"
          options={buildings.data?.buildings.map(({ id, name }) => ({ value: id, label: name }))}
          loading={buildings.isLoading}
          placeholder="整个小区；只管几栋时在此选择"
          aria-label="只管这些楼栋"
        />
      </Form.Item>
    </div>
  )
}
