import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How often somebody looked at whole telephone numbers in a day (ORG-05); what communities there already are promise (ORG-01). */
export class UnmaskingsAndServices1763700000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unmask_counts (
        company_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        day date NOT NULL,
        times int NOT NULL,
        PRIMARY KEY (company_id, staff_id, day),
        FOREIGN KEY (company_id, staff_id) REFERENCES staff
      );
      CALL wall_in('unmask_counts', 'company_id', 'app.companies');
      GRANT SELECT, INSERT, UPDATE ON unmask_counts TO yinuo_app;

      INSERT INTO community_services (community_id, id, code, name, detail, ordinal)
      SELECT c.id, gen_random_uuid(), s.code, s.name, s.detail, s.ordinal
      FROM communities c JOIN (VALUES
        ('residential', 1, 'cleaning', '公共保洁', '楼道、电梯、大堂和园区道路的日常清扫。'),
        ('residential', 2, 'waste', '垃圾清运', '生活垃圾分类收集，每日清运。'),
        ('residential', 3, 'patrol', '秩序巡逻', '门岗值守，园区和楼道定时巡逻。'),
        ('residential', 4, 'greening', '绿化养护', '草坪、花木的浇灌、修剪和病虫防治。'),
        ('residential', 5, 'lift-checks', '电梯巡检', '电梯日常巡检，配合维保单位定期保养。'),
        ('residential', 6, 'emergency-repair', '应急维修', '跑水、断电、困人等急修全天响应。'),
        ('commercial', 1, 'shop-rounds', '商铺巡查', '营业时段巡查商铺消防、用电和外摆。'),
        ('commercial', 2, 'parking', '停车管理', '车位引导、收费和停车秩序。'),
        ('commercial', 3, 'disinfection', '消毒防疫', '公共区域、扶梯和卫生间定时消毒。'),
        ('commercial', 4, 'event-support', '活动保障', '促销和活动期间的人流、用电和秩序保障。'),
        ('commercial', 5, 'equipment', '设备运维', '空调、扶梯、供电等设备的运行和维护。'),
        ('office', 1, 'reception', '前台接待', '大堂接待、问询和快递代收指引。'),
        ('office', 2, 'visitors', '访客管理', '访客预约、登记和引导。'),
        ('office', 3, 'office-cleaning', '办公保洁', '公共区域、茶水间和卫生间保洁。'),
        ('office', 4, 'meeting-rooms', '会议服务', '会议室预订、布置和会后整理。'),
        ('office', 5, 'equipment-repair', '设备报修', '空调、照明、门禁等设备的报修和维护。')
      ) AS s (property_type, ordinal, code, name, detail) ON s.property_type = c.property_type
      WHERE NOT EXISTS (SELECT 1 FROM community_services known WHERE known.community_id = c.id);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
