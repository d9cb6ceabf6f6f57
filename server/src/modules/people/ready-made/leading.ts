import type { PostCode } from '@yinuo/contracts'
import { lines, type PostDescription } from './description.ts'

/** Those who lead, and those who check. */
export const leading = {
  'project-manager': {
    work: lines(
      '组织落实本项目的服务标准，每周查看超时、重新处理和不满意的工单，逐件安排改进。',
      '安排人员岗位与班次，组织培训、考核和离职交接。',
      '审定对业主的通知、公示和收费维修报价争议，接待重要来访与集中投诉。',
      '每月巡查公共区域、设施设备、消防通道和监控室，主持应急演练。',
      '向业主委员会和公司报告服务兑现、收支和整改情况。',
    ),
    authority: lines(
      '调配本项目人员，任免本项目岗位，但不能授予自己没有的权限。',
      '在公司授权内采用和调整本项目的服务标准。',
      '对升级到项目经理的工单直接指定处理人和完成时限。',
      '突发事件中先行处置，事后报告。',
    ),
    responsibility: lines(
      '对本项目的服务质量、人员、安全和经营负全责。',
      '对住户承诺的时限没有兑现时，负责查明原因并答复住户。',
      '对本项目住户个人信息的收集、查看和对外提供负责。',
      '对应公示而未公示、公示不实负责。',
    ),
    qualification:
      '大专及以上学历，五年以上物业服务经验，其中两年以上项目管理经验；熟悉《民法典》物业服务合同规定和《物业管理条例》；能主持应急处置。',
    certificates: ['property'],
    answersFor: ['notices', 'complaints', 'emergencies', 'standards', 'people', 'disclosures', 'personal-data'],
  },
  'engineering-supervisor': {
    work: lines(
      '查看调度台，处理系统没有派出的报修，督办即将超时的工单。',
      '安排维修人员上岗与值班，保证每类工种随时有人在岗。',
      '抽查已完成的维修，核对照片、用料和工时，不合格的安排返工。',
      '编制设施设备养护计划，组织电梯、消防、供配电和二次供水的维保与年检。',
    ),
    authority: lines(
      '派单、改派、督办本项目的报修。',
      '决定抽查结果，要求返工。',
      '危及安全时停用设备、封闭区域，并立即报告项目经理。',
    ),
    responsibility: lines(
      '对报修的响应、到场和完成时限负责。',
      '对维修质量、返修率和材料用量负责。',
      '对设施设备完好和特种设备按期检验负责。',
    ),
    qualification: '中专及以上机电类学历，五年以上维修经验，两年以上班组管理经验；能看懂图纸，会编制养护计划。',
    certificates: ['low-voltage', 'lift-safety'],
    answersFor: ['dispatch', 'repair-work', 'sampling', 'facilities'],
  },
  'service-supervisor': {
    work: lines(
      '管理客服前台的班次、接待礼仪和登记质量。',
      '受理并跟进投诉，联系责任岗位，按时答复投诉人。',
      '组织回访，汇总不满意的原因，每周交项目经理。',
      '维护住户档案，审核入住申请，管理门口与楼栋的二维码。',
    ),
    authority: lines(
      '就投诉要求各岗位在时限内答复。',
      '审核入住申请，写明原因退回材料不符的申请。',
      '在登记了理由的前提下查看住户完整号码。',
    ),
    responsibility: lines(
      '对投诉答复及时、回访真实负责。',
      '对住户档案准确、查看号码有据负责。',
      '对前台登记不漏、不错、不拖延负责。',
    ),
    qualification: '大专及以上学历，三年以上客服经验；普通话流利，善于沟通和书面表达；熟悉住户信息保密要求。',
    certificates: [],
    answersFor: ['return-visits', 'complaints', 'archive', 'applications', 'codes'],
  },
  'order-supervisor': {
    work: lines(
      '编排门岗、巡逻和监控室班次，检查交接班记录。',
      '每班检查巡逻到点情况、消防通道、车场秩序和出入登记。',
      '处理治安、火警、电梯困人等突发事件，配合公安与消防救援。',
      '组织消防和应急演练，检查灭火器材与微型消防站。',
    ),
    authority: lines(
      '调配秩序维护员与监控室值班员。',
      '劝阻违规停车、占用消防通道和高空抛物，必要时报警。',
      '突发事件中指挥在场人员，直到项目经理或救援力量到场。',
    ),
    responsibility: lines(
      '对门岗、巡逻和车场秩序负责。',
      '对消防通道畅通和消防器材完好负责。',
      '对突发事件的到场时限和记录负责。',
    ),
    qualification: '高中及以上学历，三年以上秩序管理经验；身体健康，无犯罪记录；熟悉消防设施操作与应急程序，退役军人优先。',
    certificates: ['guard', 'fire'],
    answersFor: ['patrol', 'monitoring-room', 'parking', 'fire-safety', 'emergencies'],
  },
  'head-office': {
    work: lines(
      '制定和修订公司服务标准，审定各项目的调整。',
      '每月检查各项目兑现、投诉和整改情况，约谈落后项目。',
      '维护各项目负责人和总部人员的岗位与管辖范围。',
      '受理个人信息查阅、更正、删除请求，组织个人信息保护检查。',
    ),
    authority: lines('任免管辖范围内的项目岗位。', '要求项目限期整改，并核实结果。', '查看管辖范围内的操作记录。'),
    responsibility: lines(
      '对服务标准可执行、检查真实负责。',
      '对岗位与权限授予得当、离职人员及时收回权限负责。',
      '对个人信息请求按期答复负责。',
    ),
    qualification: '本科及以上学历，五年以上物业品质管理经验；熟悉物业服务标准、个人信息保护和内部检查方法。',
    certificates: ['property'],
    answersFor: ['standards', 'people', 'personal-data', 'documents'],
  },
  auditor: {
    work: lines(
      '查阅工单、收支、公示和操作记录，核对是否属实、前后一致。',
      '抽查岗位权限和号码查看记录，核对有无越权。',
      '写出检查意见，跟踪整改。',
    ),
    authority: lines('查阅管辖范围内的各项记录，不办理业务、不修改记录。', '要求相关岗位说明情况、提供凭据。'),
    responsibility: lines('对检查意见有据、客观负责。', '对检查中看到的住户和经营资料保密。'),
    qualification: '大专及以上学历，三年以上审计、财务或品质检查经验；与被检查项目没有利害关系。',
    certificates: [],
    answersFor: ['audit'],
  },
} satisfies Partial<Record<PostCode, PostDescription>>
