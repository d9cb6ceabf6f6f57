import type { TemplateIds } from '../options.ts'

export interface TemplateField {
  key: string
  label: string
}

export interface Template {
  id: string
  name: string
  title: string
  fields: readonly TemplateField[]
}

interface Registered {
  title: string
  fields: Readonly<Record<string, string>>
}

/** The templates as they are registered with the account: key and label of each field. */
const registered: Readonly<Record<string, Registered>> = {
  'repair-progress': {
    title: '报修进度通知',
    fields: {
      character_string1: '工单编号',
      thing2: '报修位置',
      phrase3: '当前进度',
      thing4: '进度说明',
      time5: '更新时间',
    },
  },
  'repair-finished': {
    title: '维修完成通知',
    fields: {
      character_string1: '工单编号',
      thing2: '报修位置',
      thing3: '处理结果',
      time4: '完成时间',
      thing5: '温馨提示',
    },
  },
  'complaint-progress': {
    title: '投诉处理进度通知',
    fields: {
      character_string1: '投诉编号',
      thing2: '投诉内容',
      phrase3: '当前进度',
      thing4: '进度说明',
      time5: '更新时间',
    },
  },
  notice: {
    title: '物业公告通知',
    fields: { thing1: '公告标题', thing2: '公告内容', time3: '发布时间', thing4: '温馨提示' },
  },
  conversation: {
    title: '咨询回复通知',
    fields: { character_string1: '会话编号', thing2: '房屋', thing3: '回复内容', time4: '回复时间' },
  },
  'work-assigned': {
    title: '新工单提醒',
    fields: {
      character_string1: '工单编号',
      thing2: '报修位置',
      thing3: '报修内容',
      phrase4: '紧急程度',
      time5: '接单时限',
    },
  },
  'work-overdue': {
    title: '工单超时提醒',
    fields: {
      character_string1: '工单编号',
      thing2: '报修位置',
      phrase3: '超时环节',
      time4: '应完成时间',
      thing5: '温馨提示',
    },
  },
}

export class Templates {
  #byId = new Map<string, Template>()

  constructor(ids: TemplateIds) {
    for (const [name, id] of Object.entries(ids)) {
      const known = registered[name]
      const fields = Object.entries(known?.fields ?? {}).map(([key, label]) => ({ key, label }))
      this.#byId.set(id, { id, name, title: known?.title ?? name, fields })
    }
  }

  byId(id: string): Template | undefined {
    return this.#byId.get(id)
  }

  all(): Template[] {
    return [...this.#byId.values()]
  }
}
