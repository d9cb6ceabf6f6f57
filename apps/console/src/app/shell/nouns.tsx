import {
  BookOutlined,
  FieldTimeOutlined,
  AccountBookOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  ReconciliationOutlined,
  BarChartOutlined,
  BellOutlined,
  CalendarOutlined,
  CarOutlined,
  CommentOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FrownOutlined,
  FundViewOutlined,
  FileSearchOutlined,
  BankOutlined,
  ClusterOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  ImportOutlined,
  InboxOutlined,
  MailOutlined,
  NotificationOutlined,
  PartitionOutlined,
  PayCircleOutlined,
  PhoneOutlined,
  QrcodeOutlined,
  ReadOutlined,
  RiseOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SmileOutlined,
  ShopOutlined,
  SolutionOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  ToolOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons'
import type { Permission } from '@yinuo/contracts'
import type { ReactNode } from 'react'

export interface Noun {
  path: string
  word: string
  icon: ReactNode
  permission: Permission
  /** looks over all communities: nothing for who works in one and opens none */
  overAll?: true
  /** which count of the rail belongs here */
  counts?:
    | 'improvements'
    | 'boxes'
    | 'complaints'
    | 'letters'
    | 'conversations'
    | 'undispatched'
    | 'late'
    | 'applications'
    | 'notices'
    | 'outages'
    | 'meetings'
    | 'documents'
    | 'differences'
}

/** The rail: groups of nouns, in the order of a day's work. */
export const rail: { group: string; nouns: Noun[] }[] = [
  {
    group: '报修',
    nouns: [
      { path: '', word: '调度台', icon: <AppstoreOutlined />, permission: 'repairs.read', counts: 'undispatched' },
      { path: 'repairs', word: '报修', icon: <ToolOutlined />, permission: 'repairs.read', counts: 'late' },
      { path: 'samples', word: '抽查', icon: <FileSearchOutlined />, permission: 'repairs.supervise' },
    ],
  },
  {
    group: '投诉与咨询',
    nouns: [
      { path: 'complaints', word: '投诉建议', icon: <FrownOutlined />, permission: 'complaints.read', counts: 'complaints' },
      {
        path: 'conversations',
        word: '在线客服',
        icon: <CommentOutlined />,
        permission: 'conversations.answer',
        counts: 'conversations',
      },
      { path: 'hotline', word: '热线登记', icon: <PhoneOutlined />, permission: 'complaints.read' },
      { path: 'suggestion-boxes', word: '意见箱', icon: <InboxOutlined />, permission: 'complaints.read', counts: 'boxes' },
      { path: 'letters', word: '来信', icon: <MailOutlined />, permission: 'complaints.assign', counts: 'letters' },
    ],
  },
  {
    group: '财务',
    nouns: [
      { path: 'bills', word: '账单', icon: <AccountBookOutlined />, permission: 'billing.read' },
      { path: 'counter', word: '柜台收款', icon: <ShopOutlined />, permission: 'payments.read' },
      { path: 'payments', word: '收款', icon: <PayCircleOutlined />, permission: 'payments.read' },
      {
        path: 'reconciliation',
        word: '对账',
        icon: <ReconciliationOutlined />,
        permission: 'payments.reconcile',
        counts: 'differences',
      },
      { path: 'arrears', word: '欠费', icon: <FieldTimeOutlined />, permission: 'arrears.read' },
      { path: 'ledger', word: '账簿', icon: <BookOutlined />, permission: 'ledger.read' },
      { path: 'fund-records', word: '收支登记', icon: <ReadOutlined />, permission: 'ledger.read' },
      { path: 'disclosures', word: '收支公示', icon: <FundViewOutlined />, permission: 'disclosures.read' },
    ],
  },
  {
    group: '沟通',
    nouns: [
      { path: 'notices', word: '公告', icon: <NotificationOutlined />, permission: 'notices.read', counts: 'notices' },
      { path: 'outages', word: '停水停电', icon: <ThunderboltOutlined />, permission: 'notices.read', counts: 'outages' },
      { path: 'results', word: '结果公布', icon: <FileDoneOutlined />, permission: 'complaints.read' },
      { path: 'meetings', word: '会议与接待日', icon: <ScheduleOutlined />, permission: 'meetings.read', counts: 'meetings' },
      { path: 'visits', word: '回访', icon: <SmileOutlined />, permission: 'visits.read' },
    ],
  },
  {
    group: '改进',
    nouns: [
      { path: 'causes', word: '原因分析', icon: <BarChartOutlined />, permission: 'improvement.read' },
      { path: 'improvements', word: '改进', icon: <RiseOutlined />, permission: 'improvement.read', counts: 'improvements' },
    ],
  },
  {
    group: '小区',
    nouns: [
      {
        path: 'applications',
        word: '入住审核',
        icon: <SolutionOutlined />,
        permission: 'applications.review',
        counts: 'applications',
      },
      { path: 'archive', word: '房屋住户', icon: <HomeOutlined />, permission: 'archive.read' },
      { path: 'structure', word: '楼栋房屋', icon: <ApartmentOutlined />, permission: 'archive.read' },
      { path: 'spaces', word: '车位车辆', icon: <CarOutlined />, permission: 'archive.read' },
      { path: 'imports', word: '档案导入', icon: <ImportOutlined />, permission: 'archive.import' },
      { path: 'codes', word: '二维码', icon: <QrcodeOutlined />, permission: 'codes.read' },
      { path: 'community', word: '小区资料', icon: <BankOutlined />, permission: 'standards.read' },
    ],
  },
  {
    group: '公司',
    nouns: [
      { path: 'communities', word: '全部小区', icon: <ClusterOutlined />, permission: 'repairs.read', overAll: true },
      { path: 'documents', word: '文件档案', icon: <FolderOpenOutlined />, permission: 'documents.read', counts: 'documents' },
      { path: 'people', word: '员工', icon: <TeamOutlined />, permission: 'people.read' },
      { path: 'posts', word: '岗位权限', icon: <UserSwitchOutlined />, permission: 'people.read' },
      { path: 'responsibilities', word: '职责一览', icon: <PartitionOutlined />, permission: 'people.read' },
      { path: 'standard', word: '服务标准', icon: <SafetyCertificateOutlined />, permission: 'standards.read' },
      { path: 'calendar', word: '工作日历', icon: <CalendarOutlined />, permission: 'standards.read' },
      { path: 'messages', word: '消息送达', icon: <BellOutlined />, permission: 'messages.read' },
      { path: 'privacy', word: '个人信息保护', icon: <FileProtectOutlined />, permission: 'privacy.handle' },
      { path: 'audit', word: '操作记录', icon: <AuditOutlined />, permission: 'audit.read' },
    ],
  },
]
