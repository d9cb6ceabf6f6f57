import type { PostCode } from '@yinuo/contracts'
import { lines, type PostDescription } from './description.ts'

/** Those who do the daily work. */
export const serving = {
  'front-desk': {
    work: lines(
      '接待来访，接听服务电话，当场登记报修、投诉和咨询。',
      '报修登记后告知住户响应时限；系统没有派出的，手动派单。',
      '核对并维护房屋住户档案，受理入住申请和资料变更。',
      '制作、更换和停用二维码；完成维修的电话回访。',
    ),
    authority: lines(
      '登记报修并派单；催办临近时限的工单。',
      '通过或退回入住申请，退回必须写明原因。',
      '在登记了理由的前提下查看住户完整号码。',
    ),
    responsibility: lines('对每一次来电来访有登记、有答复负责。', '对档案录入准确、住户信息不外泄负责。', '对回访内容真实负责。'),
    qualification: '高中及以上学历，普通话清楚，打字熟练；服务态度好，能耐心倾听；熟悉本小区房屋分布和服务标准。',
    certificates: [],
    answersFor: ['repair-intake', 'return-visits', 'archive', 'applications', 'codes'],
  },
  engineer: {
    work: lines(
      '接单后按时到场，先拍照、再动手，完工再拍照。',
      '登记用料和工时；收费维修先报价，住户同意后再动工。',
      '按计划养护设施设备，填写养护记录。',
      '值班期间处理停水、停电、漏水、电梯困人等急修。',
    ),
    authority: lines('接单；写明原因退回或转单；等配件、等住户时暂停。', '发现危及安全的情况，先断电、关阀、围挡，再报告主管。'),
    responsibility: lines(
      '对本人工单的时限和维修质量负责。',
      '对现场安全、文明施工和完工清理负责。',
      '对用料、收费如实登记负责。',
    ),
    qualification: '有相应工种的维修经验，能独立处理常见故障；从事电气、高处作业的必须持有对应作业证。',
    certificates: ['low-voltage'],
    answersFor: ['repair-work', 'facilities'],
  },
  guard: {
    work: lines(
      '门岗值守，核对来访和施工人员出入，引导车辆。',
      '按路线和时间巡逻，逐点签到，发现问题拍照报告。',
      '清理消防通道占用和违规停放的电动自行车。',
      '按班次交接钥匙、器材和未完事项。',
    ),
    authority: lines('核对身份，对不符合规定的进出予以劝阻。', '发现火情、险情、违法行为时先行处置并报警。'),
    responsibility: lines('对值守时段的出入和巡逻到点负责。', '对发现的问题及时报告负责。', '不得扣押财物、限制人身自由。'),
    qualification: '年满十八周岁，身体健康，无犯罪记录；经保安员培训合格。',
    certificates: ['guard'],
    answersFor: ['patrol', 'parking'],
  },
  cleaner: {
    work: lines(
      '按频次清扫楼道、大堂、电梯轿厢、道路和地下车库。',
      '清运垃圾，擦洗投放点和垃圾桶，做好分类。',
      '雨雪天铺设防滑垫，及时清除积水积雪。',
      '发现灯具、地面、墙面损坏时拍照报修。',
    ),
    authority: lines('劝阻乱扔垃圾、乱堆杂物。', '对不能处理的污染和损坏直接报修。'),
    responsibility: lines('对责任区的整洁和清扫频次负责。', '对作业时的警示标识和行人安全负责。'),
    qualification: '身体健康，能吃苦耐劳；会正确使用清洁剂和消毒剂。',
    certificates: ['health'],
    answersFor: ['cleaning'],
  },
  gardener: {
    work: lines(
      '按季节浇水、修剪、施肥、补种，防治病虫害。',
      '巡查枯枝、倒伏和遮挡监控、路灯的枝叶，及时处理。',
      '施药前张贴告知，设置警示，避开儿童活动时间。',
    ),
    authority: lines('修剪和补种责任区内的花木。', '劝阻踩踏、毁绿、私种。', '移植、砍伐树木须报项目经理并依法办理手续。'),
    responsibility: lines('对责任区花木成活和整洁负责。', '对药剂保管和施药安全负责。'),
    qualification: '有两年以上绿化养护经验，会使用园林机械，懂得安全用药。',
    certificates: [],
    answersFor: ['greening'],
  },
  finance: {
    work: lines(
      '按合同和公示标准计费，收取物业费、停车费和维修费，开具票据。',
      '每日核对各渠道到账，处理差额和退款。',
      '催缴逾期费用，登记承诺缴费日期。',
      '编制收支报表，提供公示和审计所需的凭据。',
    ),
    authority: lines('核对并更正计费差错，更正须留记录。', '对不符合收费标准的项目拒绝收取并报告。'),
    responsibility: lines('对账实相符、票据齐全负责。', '对收支公示的数字真实负责。', '对住户缴费信息保密。'),
    qualification: '会计、财务相关专业，两年以上收费或出纳经验，熟练使用表格软件。',
    certificates: ['accountant'],
    answersFor: ['fees', 'disclosures'],
  },
  'monitoring-room': {
    work: lines(
      '二十四小时值守监控与消防主机，逐条确认报警。',
      '接到报警立即通知就近人员到场，持续跟踪直到解除，并登记。',
      '登记现场报修；电梯困人时安抚被困人员并通知维保单位。',
      '检查录像保存，按规定办理录像查阅登记。',
    ),
    authority: lines('通知任何在岗人员到场确认。', '确认火灾后启动消防联动并拨打 119。', '拒绝没有手续的录像查阅和拷贝。'),
    responsibility: lines('对报警不漏接、不误消、不关闭设备负责。', '对值班记录和录像保管负责。', '对录像中的个人隐私保密。'),
    qualification: '高中及以上学历，视听正常，能倒班；必须持有消防设施操作员证。',
    certificates: ['fire'],
    answersFor: ['monitoring-room', 'fire-safety'],
  },
} satisfies Partial<Record<PostCode, PostDescription>>
