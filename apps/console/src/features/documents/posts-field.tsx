import { Form, Select } from 'antd'
import { usePosts } from './queries.ts'

/** Which posts may read and edit; none named: every post whose permissions allow it. */
export function AccessFields() {
  const posts = usePosts()
  const options = posts.data?.map(({ id, name }) => ({ value: id, label: name }))
  const choice = (
    <Select
      mode="multiple"
      allowClear
      options={options}
      loading={posts.isPending}
      placeholder="不限岗位"
      optionFilterProp="label"
    />
  )
  return (
    <>
      <Form.Item name="readerPosts" label="可查阅的岗位" extra="不选：有“查阅文件档案”权限的岗位都能看。上级分类的限制同样有效。">
        {choice}
      </Form.Item>
      <Form.Item name="editorPosts" label="可维护的岗位" extra="不选：有“维护文件档案”权限的岗位都能改。">
        {choice}
      </Form.Item>
    </>
  )
}
