import { codesOf, permissions, postCodes, type Permission, type PostCode } from '@yinuo/contracts'
import type { PostDescription } from './ready-made/description.ts'
import { leading } from './ready-made/leading.ts'
import { serving } from './ready-made/serving.ts'

export interface ReadyMadePost extends PostDescription {
  code: PostCode
  name: string
  duties: string
  permissions: Permission[]
}

const descriptions: Readonly<Record<PostCode, PostDescription>> = { ...leading, ...serving }

const post = (code: PostCode, duties: string, ...held: Permission[]): ReadyMadePost => ({
  code,
  name: postCodes[code],
  duties,
  ...descriptions[code],
  permissions: held,
})

/** The posts of a property company and what each may do (ORG-05). */
export const readyMadePosts: readonly ReadyMadePost[] = [
  post(
    'project-manager',
    '对本项目的服务质量、人员和经营负全责。',
    ...codesOf(permissions).filter((each) => each !== 'repairs.work'),
  ),
  post(
    'engineering-supervisor',
    '派单、督办、抽查维修质量，管理设施设备。',
    'repairs.read',
    'repairs.report',
    'repairs.dispatch',
    'repairs.supervise',
    'archive.read',
    'codes.read',
    'people.read',
    'standards.read',
    'messages.read',
    'documents.read',
  ),
  post(
    'service-supervisor',
    '管理客服前台，受理投诉，组织回访，维护住户档案。',
    'repairs.read',
    'repairs.report',
    'repairs.dispatch',
    'repairs.supervise',
    'archive.read',
    'archive.edit',
    'archive.import',
    'archive.unmask',
    'applications.review',
    'codes.read',
    'codes.issue',
    'people.read',
    'standards.read',
    'messages.read',
    'documents.read',
    'documents.edit',
  ),
  post(
    'order-supervisor',
    '管理门岗、巡逻、车场与监控室，处置突发事件。',
    'repairs.read',
    'repairs.report',
    'archive.read',
    'people.read',
    'standards.read',
    'documents.read',
  ),
  post(
    'front-desk',
    '接待来访与来电，登记报修，维护业主档案，回访。',
    'repairs.read',
    'repairs.report',
    'repairs.dispatch',
    'archive.read',
    'archive.edit',
    'archive.import',
    'archive.unmask',
    'applications.review',
    'codes.read',
    'codes.issue',
    'people.read',
    'standards.read',
    'messages.read',
    'documents.read',
  ),
  post(
    'engineer',
    '接单、到场、维修、留存前后照片，登记用料。',
    'repairs.read',
    'repairs.work',
    'standards.read',
    'documents.read',
  ),
  post(
    'head-office',
    '制定服务标准，检查各项目兑现情况。',
    'repairs.read',
    'repairs.supervise',
    'archive.read',
    'codes.read',
    'people.read',
    'people.edit',
    'standards.read',
    'standards.adopt',
    'messages.read',
    'lists.export',
    'documents.read',
    'documents.edit',
    'communities.edit',
    'privacy.handle',
    'audit.read',
  ),
  post('guard', '门岗、巡逻、车场秩序。', 'documents.read'),
  post('cleaner', '公共区域保洁。', 'documents.read'),
  post('gardener', '绿化养护。', 'documents.read'),
  post('finance', '收费与对账。', 'archive.read', 'repairs.read', 'documents.read', 'lists.export'),
  post('monitoring-room', '值守监控与消防主机，接报警，通知到场。', 'repairs.read', 'repairs.report', 'documents.read'),
  post(
    'auditor',
    '查阅各项记录是否属实，不办理业务。',
    'repairs.read',
    'archive.read',
    'people.read',
    'standards.read',
    'messages.read',
    'documents.read',
    'audit.read',
  ),
]
