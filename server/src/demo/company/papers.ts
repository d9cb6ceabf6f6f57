import type { PostCode } from '@yinuo/contracts'

/** A document of the demonstration. Days count from the day it is loaded. */
export interface Paper {
  title: string
  number: string
  category: string
  tags: string[]
  ending: 'pdf' | 'txt'
  /** 0 garden, 1 plaza, 2 centre; null: the whole company's */
  at: 0 | 1 | 2 | null
  owner?: PostCode
  validFor?: number
  reviewIn?: number
  /** what its versions say, the newest last */
  versions: [note: string, text: string][]
}

const garden = { at: 0, ending: 'pdf' } as const

/** What lies in every property office, shortened. */
export const papers: readonly Paper[] = [
  {
    ...garden,
    title: '电梯维护保养合同',
    number: 'HT-2025-017',
    category: '合同协议',
    tags: ['电梯', '维保'],
    owner: 'project-manager',
    validFor: 21,
    versions: [
      ['签订', '委托方：一诺物业。受托方：安达电梯工程公司。对一诺花园 12 台客用电梯作半月、季度、半年和年度维护保养。'],
      [
        '增加困人救援时限',
        '委托方：一诺物业。受托方：安达电梯工程公司。对一诺花园 12 台客用电梯作半月、季度、半年和年度维护保养。困人故障接到电话后 30 分钟内到场救援，其他故障 2 小时内到场。每次保养由电梯安全管理员签字确认，记录保存四年。易损件单价 500 元以下由受托方承担。',
      ],
    ],
  },
  {
    ...garden,
    title: '消防设施年度检测报告',
    number: 'XF-2026-01',
    category: '消防资料',
    tags: ['消防', '检测'],
    owner: 'engineering-supervisor',
    validFor: -6,
    versions: [
      [
        '检测机构盖章版',
        '检测范围：火灾自动报警系统、自动喷水灭火系统、室内消火栓、防排烟系统、应急照明与疏散指示。结论：合格 214 项，不合格 3 项。整改要求：地下车库消防水泵房两台水泵互为备用，每月试运行一次；3 号楼 11 层防火门闭门器更换；2 号楼屋顶试验消火栓压力表校验。',
      ],
    ],
  },
  {
    ...garden,
    title: '防汛应急预案',
    number: 'YA-03',
    category: '应急预案',
    tags: ['防汛', '台风'],
    owner: 'project-manager',
    reviewIn: 160,
    versions: [
      [
        '2026 年修订',
        '蓝色预警：值班经理到岗，检查地库挡水板、沙袋和潜水泵。黄色预警：地库出入口布置挡水板，每小时巡查集水井水位。橙色及以上：通知业主移车，停用进水风险区域的电梯并停于高层，配电室专人值守。抢险队由工程、秩序、保洁组成，集合点为物业服务中心。',
      ],
    ],
  },
  {
    ...garden,
    title: '业主大会表决结果公告：公共区域照明改造',
    number: 'YZDH-2026-02',
    category: '业主大会',
    tags: ['表决', '维修资金'],
    ending: 'txt',
    versions: [
      [
        '公示版',
        '表决事项：使用专项维修资金改造地下车库和楼道照明，预算 46.8 万元。参加表决的业主人数和专有部分面积均超过三分之二，同意的人数和面积均超过参加表决的四分之三。表决通过。公示期七天，有异议请到业主委员会查阅表决票。',
      ],
    ],
  },
  {
    ...garden,
    title: '地下车库竣工平面图说明',
    number: 'TZ-B1-01',
    category: '竣工图纸',
    tags: ['地库', '图纸'],
    ending: 'txt',
    versions: [
      [
        '接管移交',
        '地下一层建筑面积 11800 平方米，机动车位 326 个，分为四个防火分区。集水井 14 处，位置见轴线 B-7、D-12、F-3 等。人防口部两处，平时封闭。排水坡度千分之五，坡向坡道截水沟。',
      ],
    ],
  },
  {
    ...garden,
    title: '生活水泵房设备台账',
    number: 'SB-08',
    category: '设施设备资料',
    tags: ['水泵', '台账'],
    ending: 'txt',
    owner: 'engineering-supervisor',
    reviewIn: 12,
    versions: [
      [
        '季度更新',
        '变频供水泵三台，二用一备，2021 年投入使用。生活水箱两座，每座 40 立方米，不锈钢 304。每半年清洗消毒一次并送检水质，检测报告张贴在单元门厅。备件：机械密封两套、压力变送器一只。',
      ],
    ],
  },
  {
    ...garden,
    title: '十一月费用支出明细',
    number: 'CW-2026-11',
    category: '财务',
    tags: ['支出'],
    ending: 'txt',
    versions: [
      [
        '月结',
        '电费 8.6 万元，水费 1.2 万元，电梯维保 1.9 万元，绿化养护 1.1 万元，人员工资 31.4 万元，公共收益账户结余 22.7 万元。',
      ],
    ],
  },
  {
    at: 1,
    ending: 'pdf',
    title: '商户装修管理协议',
    number: 'HT-2026-004',
    category: '合同协议',
    tags: ['装修', '押金'],
    owner: 'project-manager',
    validFor: 240,
    versions: [
      [
        '范本',
        '商户进场前提交施工图、消防审批文件和施工人员名单，缴纳装修押金。施工时间 22:00 至次日 8:00，动火作业须办理动火证并配备灭火器。完工验收合格后 30 日内无息退还押金。',
      ],
    ],
  },
  {
    at: null,
    ending: 'pdf',
    title: '员工服务礼仪规范',
    number: 'ZD-012',
    category: '制度规范',
    tags: ['礼仪', '培训'],
    owner: 'head-office',
    reviewIn: 300,
    versions: [
      [
        '全公司施行',
        '来电三声内接听，先报项目和姓名。上门服务着工装、戴鞋套、出示工牌，先问好再说明来意，完工后清理现场并请住户确认。受到投诉不争辩，先记录、再核实、按承诺时限答复。',
      ],
    ],
  },
  {
    at: null,
    ending: 'txt',
    title: '物业服务企业营业执照与备案信息',
    number: 'ZZ-001',
    category: '证照资质',
    tags: ['营业执照'],
    owner: 'head-office',
    validFor: 900,
    versions: [
      [
        '最新登记',
        '名称：一诺物业。经营范围：物业管理、停车场服务、家政服务、绿化养护。安全生产责任保险在有效期内，项目备案均已公示。',
      ],
    ],
  },
]
