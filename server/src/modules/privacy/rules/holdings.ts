import type { PersonalGroup } from '@yinuo/contracts'

/** What becomes of each kind of data when an account is deleted, as its owner is told before. */
export const onDeletion: Readonly<Record<Exclude<PersonalGroup, 'work'>, string>> = {
  account: '微信标识、手机号、登录会话和订阅授权马上清除，不能恢复。',
  household:
    '家属、租户的房屋关系随即结束，姓名和电话改为代号。仍是业主的，物业依据物业服务合同保留业主档案（个人信息保护法第十三条），只是不再与微信关联。',
  money:
    '账单、缴费和收据是会计凭证，依法保存三十年（会计法第二十三条、会计档案管理办法第十四条）；付款人姓名改为代号，不再与微信关联。',
  applications: '申请里的姓名、电话、留言和证明照片清除；没用的邀请作废。',
  repairs:
    '报修人姓名改为代号，电话清除，文字里的姓名电话抹去；维修经过和照片作为小区维修档案以代号保留（民法典第九百四十二条）。',
  messages: '消息里的姓名和电话抹去，三年后删除。',
  files: '没有用在报修里的照片和视频，连同文件一起删除。',
  logs: '操作记录依法留存不少于六个月（网络安全法第二十一条），我们保存三年以上，查看时打码。',
}
