-- What the migrations make; written by `npm run schema`. The job queues of pg-boss stand in the schema pgboss.

CREATE OR REPLACE FUNCTION public.cycle_months(cycle text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE cycle WHEN 'month'::text THEN 1 WHEN 'quarter'::text THEN 3 WHEN 'half-year'::text THEN 6 ELSE 12 END
;
CREATE OR REPLACE FUNCTION public.cycle_start(cycle text, day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((date_trunc('year'::text, (day)::timestamp without time zone) + make_interval(months => ((((EXTRACT(month FROM day))::integer - 1) / cycle_months(cycle)) * cycle_months(cycle)))))::date
;
CREATE OR REPLACE FUNCTION public.in_audience(audience jsonb, building uuid, entrance text, unit uuid, role text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((((audience ->> 'whole'::text))::boolean OR jsonb_exists((audience -> 'buildings'::text), (building)::text) OR jsonb_exists((audience -> 'entrances'::text), (((building)::text || '/'::text) || COALESCE(entrance, ''::text))) OR jsonb_exists((audience -> 'units'::text), (unit)::text)) AND (((audience -> 'roles'::text) = '[]'::jsonb) OR jsonb_exists((audience -> 'roles'::text), role)))
;
CREATE OR REPLACE FUNCTION public.is_open_disclosure(community uuid, disclosure uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM disclosures d WHERE ((d.community_id = is_open_disclosure.community) AND (d.id = is_open_disclosure.disclosure) AND (d.state <> 'posted'::text))))
;
CREATE OR REPLACE PROCEDURE public.lay_causes(IN company uuid)
 LANGUAGE sql
AS $procedure$
        INSERT INTO causes (company_id, id, kind, category, name)
        SELECT company, uuidv7(), c.kind, c.category, c.name
        FROM (VALUES
          ('repair', NULL, '自然老化'), ('repair', NULL, '材料质量'), ('repair', NULL, '施工遗留'),
          ('repair', NULL, '使用不当'), ('repair', NULL, '维保不到位'), ('repair', NULL, '上次未修好'),
          ('repair', 'water-leak', '管道老化'), ('repair', 'water-leak', '接头松动'), ('repair', 'water-leak', '防水层失效'),
          ('repair', 'drainage', '异物堵塞'), ('repair', 'drainage', '主管道淤积'),
          ('repair', 'taps', '阀芯磨损'), ('repair', 'power', '线路老化'), ('repair', 'power', '负荷过大'),
          ('repair', 'lighting', '灯具寿命到期'), ('repair', 'lift', '门系统故障'), ('repair', 'lift', '电梯维保不到位'),
          ('repair', 'doors', '五金件磨损'), ('repair', 'masonry', '外墙防水失效'), ('repair', 'masonry', '空鼓脱落'),
          ('repair', 'air-conditioning', '滤网未清洗'), ('repair', 'entry-system', '读卡设备故障'), ('repair', 'public', '人为损坏'),
          ('complaint', NULL, '人员态度'), ('complaint', NULL, '响应不及时'), ('complaint', NULL, '沟通不清楚'),
          ('complaint', NULL, '流程不合理'), ('complaint', NULL, '设施不足'),
          ('complaint', 'repairs', '维修未一次修好'), ('complaint', 'facilities', '设备老旧'), ('complaint', 'facilities', '巡检不到位'),
          ('complaint', 'cleaning', '保洁频次不够'), ('complaint', 'cleaning', '垃圾清运不及时'), ('complaint', 'greening', '养护不到位'),
          ('complaint', 'security', '巡逻不到位'), ('complaint', 'security', '外来人员管理松懈'),
          ('complaint', 'parking', '车位不足'), ('complaint', 'parking', '违停管理不到位'),
          ('complaint', 'noise', '施工时间未管住'), ('complaint', 'noise', '设备噪音'),
          ('complaint', 'charges', '收费依据没说清'), ('complaint', 'charges', '账单差错'), ('complaint', 'neighbours', '住户行为')
        ) AS c (kind, category, name)
        WHERE NOT EXISTS (SELECT 1 FROM causes WHERE company_id = company AND community_id IS NULL)
      $procedure$
;
CREATE OR REPLACE PROCEDURE public.lay_document_categories(IN company uuid)
 LANGUAGE sql
AS $procedure$
        INSERT INTO document_categories (company_id, id, name, ordinal, reader_posts, editor_posts)
        SELECT company, uuidv7(), c.name, c.ordinal,
          ARRAY(SELECT id FROM posts p WHERE p.company_id = company AND p.code = ANY (c.readers)),
          ARRAY(SELECT id FROM posts p WHERE p.company_id = company AND p.code = ANY (c.editors))
        FROM (VALUES
          ('合同协议', 1, '{project-manager,head-office,front-desk,finance,auditor}'::text[], '{}'::text[]),
          ('制度规范', 2, '{}', '{}'),
          ('设施设备资料', 3, '{}', '{}'),
          ('竣工图纸', 4, '{}', '{}'),
          ('消防资料', 5, '{}', '{}'),
          ('会议纪要', 6, '{}', '{}'),
          ('业主大会', 7, '{}', '{}'),
          ('证照资质', 8, '{}', '{}'),
          ('应急预案', 9, '{}', '{}'),
          ('人事', 10, '{project-manager,head-office}', '{project-manager,head-office}'),
          ('财务', 11, '{project-manager,head-office,finance,auditor}', '{project-manager,head-office,finance}')
        ) AS c (name, ordinal, readers, editors)
        WHERE NOT EXISTS (SELECT 1 FROM document_categories WHERE company_id = company)
      $procedure$
;
CREATE OR REPLACE PROCEDURE public.lay_quick_replies(IN community uuid)
 LANGUAGE sql
AS $procedure$
        INSERT INTO quick_replies (community_id, id, title, content, ordinal)
        SELECT community, uuidv7(), r.title, r.content, r.ordinal
        FROM (VALUES
          ('问候', '您好，我是本小区前台，已收到您的留言，马上为您核实。', 1),
          ('请补充照片', '麻烦您拍一张现场照片发给我，方便判断情况，谢谢。', 2),
          ('转报修', '已为您登记报修，师傅接单后会与您联系，进度可在“报修”里查看。', 3),
          ('上班时间', '前台服务时间为每日服务时段，非服务时间如有急事请拨打服务热线。', 4),
          ('结束语', '感谢您的留言，如还有问题可以随时在这里联系我们。', 5)
        ) AS r (title, content, ordinal)
        WHERE NOT EXISTS (SELECT 1 FROM quick_replies WHERE community_id = community)
      $procedure$
;
CREATE OR REPLACE FUNCTION public.room_key(label text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN TRIM(BOTH '-'::text FROM regexp_replace(regexp_replace(upper(NORMALIZE(label, NFKC)), '(号楼|栋|幢|座|单元|号|室|楼|层|商铺|铺|[[:space:]_/,.，。、#-])+'::text, '-'::text, 'g'::text), '([A-Z])([0-9])'::text, '\1-\2'::text, 'g'::text))
;
CREATE OR REPLACE FUNCTION public.space_key(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(upper(NORMALIZE(number, NFKC)), '[[:space:]_/,.，。、#·-]+'::text, ''::text, 'g'::text)
;
CREATE OR REPLACE FUNCTION public.visit_week(starts_on date, ends_on date, turn bigint, turns bigint)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((date_trunc('week'::text, ((starts_on + 3))::timestamp with time zone))::date + (7 * ((((turn - 1) * GREATEST(1, (((ends_on - (date_trunc('week'::text, ((starts_on + 3))::timestamp with time zone))::date) + 1) / 7))) / turns))::integer))
;
CREATE OR REPLACE PROCEDURE public.wall_by_building(IN target regclass, IN by text)
 LANGUAGE plpgsql
AS $procedure$
      DECLARE
        named text := 'string_to_array(nullif(current_setting(''app.buildings'', true), ''all''), '','')::uuid[]';
        within text := format('current_setting(''app.buildings'', true) = ''all'' OR %s.community_id = ANY (%s) OR ', target, named) || CASE by
          WHEN 'unit_id' THEN format('EXISTS (SELECT 1 FROM units within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.unit_id OFFSET 0)', target)
          WHEN 'case_id' THEN format('EXISTS (SELECT 1 FROM cases within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.case_id OFFSET 0)', target)
          WHEN 'resident' THEN format('EXISTS (SELECT 1 FROM residencies within WHERE within.community_id = %1$s.community_id AND within.resident_id = %1$s.id OFFSET 0)', target)
          WHEN 'place' THEN format('EXISTS (SELECT 1 FROM buildings within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.place_id OFFSET 0)
            OR EXISTS (SELECT 1 FROM units within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.place_id OFFSET 0)
            OR EXISTS (SELECT 1 FROM places within WHERE within.community_id = %1$s.community_id AND within.id = %1$s.place_id OFFSET 0)', target)
          ELSE format('%s.%I = ANY (%s)', target, by, named) END;
      BEGIN
        -- A case and what hangs on it are written by one statement, in which the case cannot be seen yet; somebody new is
        -- written down before where they live.
        EXECUTE format('CREATE POLICY in_buildings ON %s AS RESTRICTIVE TO yinuo_app USING (%s) WITH CHECK (%s)',
          target, within, CASE WHEN by IN ('case_id', 'resident') THEN 'true' ELSE within END);
      END $procedure$
;
CREATE OR REPLACE PROCEDURE public.wall_in(IN target regclass, IN key text DEFAULT 'community_id'::text, IN context text DEFAULT 'app.communities'::text)
 LANGUAGE plpgsql
AS $procedure$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY in_context ON %s TO yinuo_app
          USING (%I = ANY ((SELECT string_to_array(current_setting(%L, true), '','')::uuid[])::uuid[]))', target, key, context);
        EXECUTE format('CREATE POLICY all_rows ON %s TO yinuo_worker USING (true)', target);
        EXECUTE format('CREATE POLICY all_rows_for_owner ON %s TO CURRENT_USER USING (true)', target);
      END $procedure$
;

CREATE TABLE accounts (
  id uuid NOT NULL,
  openid text NOT NULL,
  unionid text,
  name text,
  phone text,
  elder_mode boolean NOT NULL DEFAULT false,
  privacy_agreed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE audit_checks (
  company_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  seq bigint NOT NULL,
  sealed_until timestamp with time zone,
  broken_seq bigint,
  broken_because text
);
CREATE TABLE audit_entries (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  community_id uuid,
  at timestamp with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  before jsonb,
  after jsonb,
  trace_id text NOT NULL,
  address text,
  seq bigint,
  sealed_at timestamp with time zone,
  prev_hash bytea,
  hash bytea
);
CREATE TABLE audit_heads (
  company_id uuid NOT NULL,
  day date NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  signature bytea NOT NULL,
  exported_at timestamp with time zone
);
CREATE TABLE bill_run_charges (
  community_id uuid NOT NULL,
  run_id uuid NOT NULL,
  charge_id uuid NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  expected integer NOT NULL,
  done_through uuid,
  bills integer NOT NULL DEFAULT 0,
  sum_fen bigint NOT NULL DEFAULT 0,
  finished_at timestamp with time zone
);
CREATE TABLE bill_runs (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  month date NOT NULL,
  started_by uuid NOT NULL,
  started_by_name text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  trouble text,
  reversed_at timestamp with time zone,
  reversed_because text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE bills (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  charge_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'charge'::text,
  run_id uuid,
  period_from date NOT NULL,
  period_to date NOT NULL,
  due_on date NOT NULL,
  amount_fen bigint NOT NULL,
  waived_fen bigint NOT NULL DEFAULT 0,
  paid_fen bigint NOT NULL DEFAULT 0,
  made_of jsonb NOT NULL,
  reversed_at timestamp with time zone,
  reversed_because text,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE box_openings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  box_id uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  opened_by uuid NOT NULL,
  opened_by_name text NOT NULL,
  witness text NOT NULL,
  slips integer NOT NULL,
  registered integer NOT NULL DEFAULT 0,
  note text NOT NULL DEFAULT ''::text,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  building_id uuid
);
CREATE TABLE box_slips (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  opening_id uuid NOT NULL,
  ordinal integer NOT NULL,
  case_id uuid,
  unreadable_because text,
  registered_by uuid NOT NULL,
  registered_by_name text NOT NULL,
  registered_at timestamp with time zone NOT NULL
);
CREATE TABLE broadcasts (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  business_key text NOT NULL,
  kind text NOT NULL,
  audience text NOT NULL,
  about_id uuid NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  "values" jsonb NOT NULL DEFAULT '{}'::jsonb,
  urgent boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'sending'::text,
  reached_account uuid,
  told integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone
);
CREATE TABLE buildings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  ordinal integer NOT NULL,
  plan_x integer,
  plan_y integer,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE calendar_days (
  community_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  name text NOT NULL
);
CREATE TABLE case_causes (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  company_id uuid NOT NULL,
  cause_id uuid NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  named_by uuid NOT NULL,
  named_by_name text NOT NULL,
  named_at timestamp with time zone NOT NULL
);
CREATE TABLE case_clocks (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  round integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  target_minutes integer NOT NULL,
  round_the_clock boolean NOT NULL,
  started_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  ladder text[] NOT NULL,
  steps timestamp with time zone[] NOT NULL,
  reached integer NOT NULL DEFAULT 0,
  next_step_at timestamp with time zone,
  paused_at timestamp with time zone,
  paused_because text,
  paused_minutes integer NOT NULL DEFAULT 0,
  warned_at timestamp with time zone,
  breached_at timestamp with time zone,
  stopped_at timestamp with time zone
);
CREATE TABLE case_events (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  content jsonb NOT NULL DEFAULT '{}'::jsonb
);
CREATE TABLE case_files (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  file_id uuid NOT NULL,
  purpose text NOT NULL,
  event_id uuid NOT NULL
);
CREATE TABLE cases (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  open boolean NOT NULL,
  channel text NOT NULL,
  category text NOT NULL,
  urgency text NOT NULL,
  description text NOT NULL,
  place_kind text NOT NULL,
  place_id uuid,
  place_label text NOT NULL,
  building_id uuid,
  reporter_account_id uuid,
  reporter_resident_id uuid,
  reporter_name text NOT NULL,
  reporter_phone text,
  registered_by uuid,
  preferred_from timestamp with time zone,
  preferred_until timestamp with time zone,
  assignee_id uuid,
  assigned_because jsonb NOT NULL DEFAULT '[]'::jsonb,
  standard_adoption_id uuid NOT NULL,
  due_at timestamp with time zone,
  due_clock text,
  round integer NOT NULL DEFAULT 1,
  flagged_no_progress boolean NOT NULL DEFAULT false,
  reported_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE causes (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  community_id uuid,
  kind text NOT NULL,
  category text,
  name text NOT NULL,
  retired_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE channel_buckets (
  name text NOT NULL,
  tokens double precision NOT NULL,
  filled_at timestamp with time zone NOT NULL
);
CREATE TABLE charge_prices (
  community_id uuid NOT NULL,
  charge_id uuid NOT NULL,
  valid_from date NOT NULL,
  rate bigint NOT NULL,
  tiers jsonb NOT NULL DEFAULT '[]'::jsonb,
  set_by_name text NOT NULL,
  set_at timestamp with time zone NOT NULL
);
CREATE TABLE charges (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  fund text NOT NULL,
  basis text NOT NULL,
  cycle text NOT NULL,
  due_after_days integer NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  stopped_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  kind text NOT NULL DEFAULT 'charge'::text,
  uses text[] NOT NULL DEFAULT '{}'::text[],
  building_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  tenures text[] NOT NULL DEFAULT '{}'::text[],
  meter_kind text
);
CREATE TABLE communities (
  id uuid NOT NULL,
  company_id uuid NOT NULL,
  name text NOT NULL,
  property_type text NOT NULL,
  address text NOT NULL,
  hotline text NOT NULL,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'::text,
  region_id uuid,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE community_services (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  code text,
  name text NOT NULL,
  detail text NOT NULL,
  ordinal integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  withdrawn_at timestamp with time zone
);
CREATE TABLE companies (
  id uuid NOT NULL,
  name text NOT NULL
);
CREATE TABLE complaint_authors (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  author_hash bytea NOT NULL,
  sealed text NOT NULL
);
CREATE TABLE complaint_unsealings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  opened_by uuid,
  opened_by_name text,
  opened_at timestamp with time zone
);
CREATE TABLE complaints (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  sort text NOT NULL DEFAULT 'complaint'::text,
  department text NOT NULL DEFAULT 'service-supervisor'::text,
  anonymous boolean NOT NULL DEFAULT false,
  level text NOT NULL DEFAULT 'handler'::text,
  complex_because text,
  solution text,
  solution_at timestamp with time zone,
  result text,
  done_at timestamp with time zone,
  rating integer,
  rating_comment text
);
CREATE TABLE consultation_outcomes (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  outcome_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE consultations (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  last_at timestamp with time zone,
  last_entry_id uuid,
  resident_unread integer NOT NULL DEFAULT 0,
  desk_unread integer NOT NULL DEFAULT 0,
  resident_seen_at timestamp with time zone,
  answered_at timestamp with time zone,
  rating integer,
  rating_comment text
);
CREATE TABLE contact_sheets (
  community_id uuid NOT NULL,
  email text NOT NULL DEFAULT ''::text,
  front_desk text NOT NULL DEFAULT ''::text,
  official_account text NOT NULL DEFAULT ''::text,
  committee text NOT NULL DEFAULT ''::text,
  note text NOT NULL DEFAULT ''::text,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  account_file_id uuid
);
CREATE TABLE content_checks (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  wechat_trace_id text,
  verdict text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE day_end_entries (
  community_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  day_end_id uuid NOT NULL
);
CREATE TABLE day_ends (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  cashier_id uuid NOT NULL,
  cashier_name text NOT NULL,
  day date NOT NULL,
  state text NOT NULL,
  sums jsonb NOT NULL,
  opening_fen bigint NOT NULL,
  expected_fen bigint NOT NULL,
  counted jsonb NOT NULL,
  counted_fen bigint NOT NULL,
  because text NOT NULL DEFAULT ''::text,
  deposited_fen bigint NOT NULL,
  deposit_slip text NOT NULL DEFAULT ''::text,
  handed_over_fen bigint NOT NULL,
  closed_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  returned_because text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE deliveries (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  message_id uuid NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  reason text,
  called_at timestamp with time zone,
  grant_id uuid,
  provider_id text,
  at timestamp with time zone NOT NULL,
  next_at timestamp with time zone,
  held_by text NOT NULL DEFAULT 'first'::text,
  resent integer NOT NULL DEFAULT 0
);
CREATE TABLE disclosure_calendars (
  community_id uuid NOT NULL,
  checklist text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE disclosure_lines (
  community_id uuid NOT NULL,
  disclosure_id uuid NOT NULL,
  number integer NOT NULL,
  day date NOT NULL,
  side text NOT NULL,
  charge text NOT NULL,
  amount_fen bigint NOT NULL,
  text text NOT NULL,
  entry_id uuid NOT NULL,
  entry_line integer NOT NULL,
  payment_id uuid,
  bill_id uuid,
  salt uuid NOT NULL
);
CREATE TABLE disclosure_plans (
  community_id uuid NOT NULL,
  fund text NOT NULL,
  cycle text NOT NULL,
  due_after_days integer NOT NULL,
  since date NOT NULL
);
CREATE TABLE disclosure_questions (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  disclosure_id uuid NOT NULL,
  line integer,
  case_id uuid NOT NULL,
  text text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  answer text,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamp with time zone
);
CREATE TABLE disclosure_vouchers (
  community_id uuid NOT NULL,
  disclosure_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  entry_line integer NOT NULL,
  file_id uuid NOT NULL,
  ordinal integer NOT NULL,
  sha256 text NOT NULL
);
CREATE TABLE disclosures (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  fund text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  edition integer NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  notes text NOT NULL DEFAULT ''::text,
  reason text NOT NULL DEFAULT ''::text,
  opening_fen bigint NOT NULL,
  bank_fen bigint,
  copied_at timestamp with time zone NOT NULL,
  edited_by uuid,
  edited_by_name text,
  checked_by uuid,
  checked_by_name text,
  checked_at timestamp with time zone,
  returned_because text,
  posted_by uuid,
  posted_by_name text,
  posted_at timestamp with time zone,
  sequence integer,
  head jsonb,
  head_hash text,
  signature text,
  public_key text,
  group_roots bytea,
  late_told_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE document_categories (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  parent_id uuid,
  name text NOT NULL,
  ordinal integer NOT NULL,
  reader_posts uuid[] NOT NULL DEFAULT '{}'::uuid[],
  editor_posts uuid[] NOT NULL DEFAULT '{}'::uuid[],
  version integer NOT NULL DEFAULT 1,
  withdrawn_at timestamp with time zone
);
CREATE TABLE document_files (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  uploaded_by uuid NOT NULL,
  upload_key text NOT NULL,
  name text NOT NULL,
  ending text NOT NULL,
  content_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE document_reminders (
  company_id uuid NOT NULL,
  document_id uuid NOT NULL,
  kind text NOT NULL,
  due_on date NOT NULL,
  step text NOT NULL,
  community_id uuid,
  told_at timestamp with time zone NOT NULL
);
CREATE TABLE document_texts (
  company_id uuid NOT NULL,
  document_id uuid NOT NULL,
  community_id uuid,
  version_number integer NOT NULL,
  state text NOT NULL,
  content text NOT NULL DEFAULT ''::text,
  words tsvector NOT NULL DEFAULT ''::tsvector
);
CREATE TABLE document_versions (
  company_id uuid NOT NULL,
  document_id uuid NOT NULL,
  number integer NOT NULL,
  community_id uuid,
  file_id uuid NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamp with time zone NOT NULL
);
CREATE TABLE documents (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  community_id uuid,
  category_id uuid NOT NULL,
  title text NOT NULL,
  number text NOT NULL DEFAULT ''::text,
  tags text[] NOT NULL DEFAULT '{}'::text[],
  owner_post_id uuid,
  valid_until date,
  review_by date,
  remind_days integer NOT NULL DEFAULT 30,
  reader_posts uuid[] NOT NULL DEFAULT '{}'::uuid[],
  editor_posts uuid[] NOT NULL DEFAULT '{}'::uuid[],
  state text NOT NULL DEFAULT 'current'::text,
  withdrawn_because text,
  current_version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE duty_periods (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  until timestamp with time zone
);
CREATE TABLE entry_codes (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  token text NOT NULL,
  kind text NOT NULL,
  place_id uuid,
  place_label text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone
);
CREATE TABLE exemptions (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  charge_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  percent integer NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  reason text NOT NULL,
  granted_by uuid,
  granted_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE files (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  uploaded_by uuid NOT NULL,
  upload_key text NOT NULL,
  kind text NOT NULL,
  content_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  thumbnail_key text,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE fund_imports (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  entered integer NOT NULL,
  known integer NOT NULL,
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  entered_at timestamp with time zone NOT NULL,
  undone_by uuid,
  undone_by_name text,
  undone_because text,
  undone_at timestamp with time zone
);
CREATE TABLE fund_record_rules (
  community_id uuid NOT NULL,
  approve_above_fen bigint NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE fund_records (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  side text NOT NULL,
  fund text NOT NULL,
  category text NOT NULL,
  amount_fen bigint NOT NULL,
  happened_on date NOT NULL,
  account text NOT NULL,
  company_id uuid NOT NULL,
  supplier_id uuid,
  reference text NOT NULL DEFAULT ''::text,
  text text NOT NULL,
  state text NOT NULL,
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  entered_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  refused_because text,
  reversed_because text,
  reversed_by_name text,
  reversed_at timestamp with time zone,
  entry_id uuid,
  version integer NOT NULL DEFAULT 1,
  import_id uuid
);
CREATE TABLE hand_overs (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  staff_name text NOT NULL,
  left_on date NOT NULL,
  reason text NOT NULL,
  note text NOT NULL,
  posts text[] NOT NULL,
  community_ids uuid[] NOT NULL,
  done_by uuid NOT NULL,
  done_by_name text NOT NULL,
  done_at timestamp with time zone NOT NULL
);
CREATE TABLE handed_work (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  hand_over_id uuid NOT NULL,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  number text NOT NULL,
  category text NOT NULL,
  place_label text NOT NULL,
  to_id uuid,
  to_name text
);
CREATE TABLE household_events (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  detail text NOT NULL DEFAULT ''::text,
  begun_on date NOT NULL,
  ended_on date,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  resident_id uuid
);
CREATE TABLE household_notes (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  text text NOT NULL,
  pinned boolean NOT NULL DEFAULT false,
  written_by uuid NOT NULL,
  written_by_name text NOT NULL,
  written_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone
);
CREATE TABLE idempotency_keys (
  caller_id uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  body json,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE import_batches (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  file_bytes integer NOT NULL,
  file_key text,
  state text NOT NULL,
  mode text,
  stage text,
  rows_done integer NOT NULL DEFAULT 0,
  rows_total integer,
  rows_read integer,
  rows_faulty integer,
  faults integer,
  notes text[] NOT NULL DEFAULT '{}'::text[],
  problem text,
  expected jsonb,
  counts jsonb,
  undone jsonb,
  created_by uuid,
  created_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  checked_at timestamp with time zone,
  applied_by_name text,
  applied_at timestamp with time zone,
  undone_by_name text,
  undone_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE import_changes (
  community_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  table_name text NOT NULL,
  row_id uuid NOT NULL,
  before jsonb,
  version integer NOT NULL,
  left_because text
);
CREATE TABLE import_faults (
  community_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  ordinal integer NOT NULL,
  row_number integer NOT NULL,
  column_name text,
  content text NOT NULL,
  reason text NOT NULL
);
CREATE TABLE improvement_cases (
  community_id uuid NOT NULL,
  improvement_id uuid NOT NULL,
  case_id uuid NOT NULL
);
CREATE TABLE improvement_events (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  improvement_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL DEFAULT ''::text,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE improvement_proposal_cases (
  community_id uuid NOT NULL,
  cause_id uuid NOT NULL,
  case_id uuid NOT NULL,
  proposal_id uuid NOT NULL
);
CREATE TABLE improvement_proposals (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  rule text NOT NULL,
  company_id uuid NOT NULL,
  cause_id uuid NOT NULL,
  place_id uuid,
  place_label text NOT NULL DEFAULT ''::text,
  turn integer NOT NULL,
  days integer NOT NULL,
  case_ids uuid[] NOT NULL,
  first_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  made_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  settled_by_name text,
  dismissed_because text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE improvement_tellings (
  community_id uuid NOT NULL,
  improvement_id uuid NOT NULL,
  said text NOT NULL,
  changed text NOT NULL,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  state text NOT NULL DEFAULT 'published'::text,
  told_at timestamp with time zone NOT NULL,
  told_by_name text NOT NULL,
  told integer NOT NULL DEFAULT 0
);
CREATE TABLE improvements (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  proposal_id uuid,
  company_id uuid NOT NULL,
  cause_id uuid NOT NULL,
  rule text NOT NULL,
  place_id uuid,
  place_label text NOT NULL DEFAULT ''::text,
  title text NOT NULL,
  finding text NOT NULL,
  measure text NOT NULL,
  owner_id uuid,
  due_on date NOT NULL,
  figure_at_opening numeric(7,1) NOT NULL,
  target numeric(7,1) NOT NULL,
  figure_before numeric(7,1),
  figure_after numeric(7,1),
  state text NOT NULL DEFAULT 'open'::text,
  effective boolean,
  opened_at timestamp with time zone NOT NULL,
  opened_by_name text NOT NULL,
  done_at timestamp with time zone,
  checked_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE late_fee_terms (
  community_id uuid NOT NULL,
  charge_id uuid NOT NULL,
  rate integer NOT NULL,
  grace_days integer NOT NULL,
  cap_percent integer NOT NULL,
  contract text NOT NULL,
  valid_from date NOT NULL,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE late_fee_waivers (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  bill_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  fee_fen bigint NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  refused_because text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE ledger_books (
  community_id uuid NOT NULL,
  closed_through date
);
CREATE TABLE ledger_closings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  month date NOT NULL,
  what text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  by_staff uuid,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE ledger_entries (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  booked_on date NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  source_kind text NOT NULL,
  source_id uuid NOT NULL,
  reverses uuid,
  posted_by uuid,
  posted_by_name text NOT NULL,
  posted_at timestamp with time zone NOT NULL
);
CREATE TABLE ledger_lines (
  community_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  line integer NOT NULL,
  booked_on date NOT NULL,
  account text NOT NULL,
  side text NOT NULL,
  amount_fen bigint NOT NULL,
  fund text,
  category text,
  text text NOT NULL DEFAULT ''::text,
  unit_id uuid,
  bill_id uuid,
  payment_id uuid,
  published_as text
);
CREATE TABLE ledger_vouchers (
  community_id uuid NOT NULL,
  source_id uuid NOT NULL,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  file_id uuid,
  company_id uuid NOT NULL,
  document_id uuid,
  case_id uuid
);
CREATE TABLE letter_answers (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  letter_id uuid NOT NULL,
  case_id uuid,
  kind text NOT NULL,
  to_address text NOT NULL,
  case_number text,
  content text NOT NULL,
  state text NOT NULL DEFAULT 'pending'::text,
  failure text,
  asked_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone
);
CREATE TABLE letters (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  message_key text NOT NULL,
  message_id text,
  from_address text,
  from_name text NOT NULL,
  sender text NOT NULL,
  account_id uuid,
  subject text NOT NULL,
  content text NOT NULL,
  remarks text[] NOT NULL,
  attachments jsonb NOT NULL,
  file_ids uuid[] NOT NULL,
  sent_at timestamp with time zone,
  received_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  case_id uuid,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  reason text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE mailboxes (
  community_id uuid NOT NULL,
  address text NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  encryption text NOT NULL,
  username text NOT NULL,
  sealed_password text NOT NULL,
  folder text NOT NULL,
  takes_others boolean NOT NULL,
  active boolean NOT NULL,
  since timestamp with time zone NOT NULL,
  uid_validity bigint,
  last_uid bigint NOT NULL DEFAULT 0,
  next_poll_at timestamp with time zone NOT NULL,
  polled_at timestamp with time zone,
  failing_since timestamp with time zone,
  failures integer NOT NULL DEFAULT 0,
  last_failure text,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE meeting_attendances (
  community_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  way text NOT NULL,
  marked_by_name text,
  at timestamp with time zone NOT NULL
);
CREATE TABLE meeting_bookings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  slot_at timestamp with time zone,
  seat integer,
  topic text NOT NULL DEFAULT ''::text,
  booked_by uuid,
  booked_by_name text,
  created_at timestamp with time zone NOT NULL,
  cancelled_at timestamp with time zone
);
CREATE TABLE meeting_minutes (
  community_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  number integer NOT NULL,
  text text NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  written_by uuid NOT NULL,
  written_by_name text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE meeting_point_cases (
  community_id uuid NOT NULL,
  point_id uuid NOT NULL,
  case_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE meeting_points (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  text text NOT NULL,
  raised_by uuid,
  booking_id uuid,
  answer text,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamp with time zone,
  written_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE meetings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  place text NOT NULL DEFAULT ''::text,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  agenda text[] NOT NULL DEFAULT '{}'::text[],
  audience jsonb NOT NULL,
  slot_minutes integer,
  slot_capacity integer,
  state text NOT NULL DEFAULT 'planned'::text,
  promised text,
  due_on date,
  cancelled_because text,
  minutes text NOT NULL DEFAULT ''::text,
  minutes_edition integer NOT NULL DEFAULT 0,
  check_in_key text,
  planned_by uuid,
  planned_by_name text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  reminded_for timestamp with time zone
);
CREATE TABLE message_channels (
  community_id uuid NOT NULL,
  sealed_robot text,
  robot_hint text,
  robot_set_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE message_grants (
  id uuid NOT NULL,
  openid text NOT NULL,
  template text NOT NULL,
  client_ask text,
  event_ask text,
  source text NOT NULL,
  granted_at timestamp with time zone NOT NULL,
  paired_at timestamp with time zone,
  consumed_at timestamp with time zone,
  consumed_by uuid
);
CREATE TABLE message_policies (
  community_id uuid NOT NULL,
  kind text NOT NULL,
  channels text[] NOT NULL,
  urgent boolean NOT NULL,
  to_robot boolean NOT NULL
);
CREATE TABLE message_preferences (
  person_id uuid NOT NULL,
  choices jsonb NOT NULL DEFAULT '{}'::jsonb,
  quiet_from text,
  quiet_until text,
  email text,
  email_wanted text,
  email_code_hash bytea,
  email_code_until timestamp with time zone,
  email_tries integer NOT NULL DEFAULT 0,
  email_asked_at timestamp with time zone[] NOT NULL DEFAULT '{}'::timestamp with time zone[]
);
CREATE TABLE messages (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  business_key text NOT NULL,
  kind text NOT NULL,
  account_id uuid,
  staff_id uuid,
  recipient_name text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  "values" jsonb NOT NULL DEFAULT '{}'::jsonb,
  urgent boolean NOT NULL DEFAULT false,
  case_id uuid,
  created_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  broadcast_id uuid,
  to_group boolean NOT NULL DEFAULT false,
  about_id uuid
);
CREATE TABLE meter_readings (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  meter_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  read_on date NOT NULL,
  value bigint NOT NULL,
  before bigint NOT NULL,
  used bigint NOT NULL,
  how text NOT NULL,
  rolled_over boolean NOT NULL DEFAULT false,
  unusual boolean NOT NULL DEFAULT false,
  file_id uuid,
  read_by uuid,
  read_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE meters (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  digits integer NOT NULL,
  installed_on date NOT NULL,
  first_reading bigint NOT NULL,
  removed_on date,
  replaces uuid,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE migrations (
  id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL
);
CREATE TABLE notice_editions (
  community_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  note text NOT NULL DEFAULT ''::text,
  tell_again boolean NOT NULL DEFAULT false,
  state text NOT NULL,
  written_by uuid NOT NULL,
  written_by_name text NOT NULL,
  decided_by_name text,
  refused_because text,
  written_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone
);
CREATE TABLE notice_reads (
  community_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  account_id uuid NOT NULL,
  edition integer NOT NULL,
  read_at timestamp with time zone NOT NULL
);
CREATE TABLE notices (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  category text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  audience jsonb NOT NULL,
  urgent boolean NOT NULL DEFAULT false,
  pinned_until date,
  state text NOT NULL DEFAULT 'draft'::text,
  edition integer NOT NULL DEFAULT 0,
  written_by uuid,
  written_by_name text NOT NULL,
  submitted_by uuid,
  submitted_by_name text,
  decided_by uuid,
  decided_by_name text,
  refused_because text,
  scheduled_for timestamp with time zone,
  published_at timestamp with time zone,
  withdrawn_because text,
  reminded_at timestamp with time zone,
  told_edition integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE outage_updates (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  outage_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  expected_until timestamp with time zone,
  written_by uuid NOT NULL,
  written_by_name text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE outages (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  service text NOT NULL,
  scope text NOT NULL,
  cause text NOT NULL,
  audience jsonb NOT NULL,
  urgent boolean NOT NULL DEFAULT false,
  starts_at timestamp with time zone NOT NULL,
  expected_until timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'announced'::text,
  recovered_at timestamp with time zone,
  overdue_told_of timestamp with time zone,
  announced_by uuid NOT NULL,
  announced_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE outbox (
  id uuid NOT NULL,
  topic text NOT NULL,
  community_id uuid NOT NULL,
  payload jsonb NOT NULL,
  trace_id text,
  created_at timestamp with time zone NOT NULL,
  available_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  failed_because text,
  dead_at timestamp with time zone
);
CREATE TABLE overpayments (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE parking_spaces (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  zone text NOT NULL DEFAULT ''::text,
  area_square_centimetres bigint,
  tenure text NOT NULL,
  unit_id uuid,
  valid_from date,
  valid_until date,
  note text NOT NULL DEFAULT ''::text,
  version integer NOT NULL DEFAULT 1,
  withdrawn_at timestamp with time zone,
  number_key text NOT NULL GENERATED ALWAYS AS (space_key(number)) STORED,
  whole_key text NOT NULL GENERATED ALWAYS AS (space_key((zone || number))) STORED
);
CREATE TABLE pay_differences (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  statement_id uuid NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  wechat_number text,
  community_id uuid,
  payment_id uuid,
  refund_id uuid,
  bill_fen bigint,
  our_fen bigint,
  happened_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  reason text,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE pay_merchants (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  community_id uuid,
  mode text NOT NULL,
  mchid text NOT NULL,
  sub_mchid text,
  appid text NOT NULL,
  serial_no text NOT NULL,
  sealed_private_key text NOT NULL,
  sealed_api_key text NOT NULL,
  platform_keys jsonb NOT NULL,
  key_serial text NOT NULL,
  tested_at timestamp with time zone,
  test_trouble text,
  stopped_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE pay_statement_fees (
  company_id uuid NOT NULL,
  statement_id uuid NOT NULL,
  community_id uuid NOT NULL,
  fee_fen bigint NOT NULL,
  record_id uuid
);
CREATE TABLE pay_statement_lines (
  company_id uuid NOT NULL,
  statement_id uuid NOT NULL,
  line integer NOT NULL,
  kind text NOT NULL,
  happened_at timestamp with time zone NOT NULL,
  number text NOT NULL,
  own_id uuid,
  wechat_number text NOT NULL,
  state text NOT NULL,
  amount_fen bigint NOT NULL,
  fee_mil bigint NOT NULL
);
CREATE TABLE pay_statements (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  account text NOT NULL,
  day date NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  ask_at timestamp with time zone,
  asked integer NOT NULL DEFAULT 0,
  trouble text,
  paid_count integer NOT NULL DEFAULT 0,
  paid_fen bigint NOT NULL DEFAULT 0,
  refund_count integer NOT NULL DEFAULT 0,
  refund_fen bigint NOT NULL DEFAULT 0,
  fee_fen bigint NOT NULL DEFAULT 0,
  our_paid_count integer NOT NULL DEFAULT 0,
  our_paid_fen bigint NOT NULL DEFAULT 0,
  our_refund_count integer NOT NULL DEFAULT 0,
  our_refund_fen bigint NOT NULL DEFAULT 0,
  flow_in_fen bigint,
  flow_out_fen bigint,
  flow_fee_fen bigint,
  checked_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE payment_parts (
  community_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  bill_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  settled_fen bigint NOT NULL DEFAULT 0,
  refunded_fen bigint NOT NULL DEFAULT 0,
  holds boolean NOT NULL,
  unit_id uuid
);
CREATE TABLE payment_rules (
  community_id uuid NOT NULL,
  refund_alone_fen bigint NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE payments (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  way text NOT NULL,
  state text NOT NULL,
  amount_fen bigint NOT NULL,
  ahead_fen bigint NOT NULL DEFAULT 0,
  account_id uuid,
  merchant_id uuid,
  prepay_id text,
  expires_at timestamp with time zone,
  ask_at timestamp with time zone,
  asked integer NOT NULL DEFAULT 0,
  transaction_id text,
  taken_by uuid,
  taken_by_name text,
  payer_name text NOT NULL DEFAULT ''::text,
  reference text NOT NULL DEFAULT ''::text,
  proof text,
  paid_at timestamp with time zone,
  closed_at timestamp with time zone,
  refunded_fen bigint NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE places (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  building_id uuid,
  label text NOT NULL,
  plan_x integer,
  plan_y integer
);
CREATE TABLE posts (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  duties text NOT NULL DEFAULT ''::text,
  permissions text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  work text NOT NULL DEFAULT ''::text,
  authority text NOT NULL DEFAULT ''::text,
  responsibility text NOT NULL DEFAULT ''::text,
  qualification text NOT NULL DEFAULT ''::text,
  answers_for text[] NOT NULL DEFAULT '{}'::text[],
  certificates text[] NOT NULL DEFAULT '{}'::text[]
);
CREATE TABLE privacy_requests (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  account_id uuid,
  resident_id uuid,
  person_name text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  effective_at timestamp with time zone,
  waits_because text,
  answered_at timestamp with time zone,
  registered_by uuid,
  registered_by_name text,
  identity_note text,
  handed_over_at timestamp with time zone,
  outcome jsonb,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE published_results (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  made_for text,
  notice_id uuid,
  made_by uuid,
  made_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE quick_replies (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  content text NOT NULL,
  ordinal integer NOT NULL DEFAULT 0,
  withdrawn_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE receipt_books (
  community_id uuid NOT NULL,
  next_number bigint NOT NULL
);
CREATE TABLE receipts (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint NOT NULL,
  payment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  content jsonb NOT NULL,
  issued_by_name text NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  prints integer NOT NULL DEFAULT 0,
  voided_at timestamp with time zone,
  voided_because text,
  voided_by_name text
);
CREATE TABLE refresh_tokens (
  token_hash bytea NOT NULL,
  session_id uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  salt bytea
);
CREATE TABLE refund_parts (
  community_id uuid NOT NULL,
  refund_id uuid NOT NULL,
  bill_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  unit_id uuid
);
CREATE TABLE refunds (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  overpaid_fen bigint NOT NULL DEFAULT 0,
  ahead_fen bigint NOT NULL DEFAULT 0,
  way text NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  approved_by uuid,
  approved_by_name text,
  refused_because text,
  wechat_refund_id text,
  trouble text,
  ask_at timestamp with time zone,
  asked integer NOT NULL DEFAULT 0,
  sent_at timestamp with time zone,
  done_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE regions (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE reminder_bills (
  community_id uuid NOT NULL,
  bill_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  reminder_id uuid NOT NULL
);
CREATE TABLE reminder_recipients (
  community_id uuid NOT NULL,
  reminder_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  told_at timestamp with time zone NOT NULL
);
CREATE TABLE reminder_stages (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  days integer NOT NULL,
  wording text NOT NULL,
  set_on date NOT NULL,
  ended_at timestamp with time zone
);
CREATE TABLE reminder_stops (
  community_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  reason text NOT NULL,
  until date,
  stopped_by uuid,
  stopped_by_name text NOT NULL,
  stopped_at timestamp with time zone NOT NULL
);
CREATE TABLE reminders (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  stage_id uuid,
  way text NOT NULL,
  reminded_on date NOT NULL,
  bills integer NOT NULL,
  owed_fen bigint NOT NULL,
  due_on date NOT NULL,
  text text NOT NULL,
  by_staff uuid,
  by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE repair_materials (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  name text NOT NULL,
  quantity numeric(10,2) NOT NULL,
  unit text NOT NULL,
  unit_price_fen bigint NOT NULL
);
CREATE TABLE repair_samples (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  drawn_by uuid NOT NULL,
  drawn_at timestamp with time zone NOT NULL,
  result text NOT NULL DEFAULT 'pending'::text,
  inspector_id uuid,
  inspector_name text,
  finding text,
  inspected_at timestamp with time zone
);
CREATE TABLE repair_visits (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  method text NOT NULL,
  satisfied boolean NOT NULL,
  finding text NOT NULL,
  visitor_id uuid NOT NULL,
  visitor_name text NOT NULL,
  at timestamp with time zone NOT NULL
);
CREATE TABLE repairs (
  community_id uuid NOT NULL,
  case_id uuid NOT NULL,
  labour_minutes integer,
  waiting_for text,
  waiting_because text,
  waiting_since timestamp with time zone,
  waiting_until timestamp with time zone,
  charge_state text NOT NULL DEFAULT 'none'::text,
  charge_lines jsonb NOT NULL DEFAULT '[]'::jsonb,
  charge_fen bigint NOT NULL DEFAULT 0,
  charge_offered_at timestamp with time zone,
  charge_answered_at timestamp with time zone,
  done_at timestamp with time zone,
  rating integer,
  rating_comment text,
  close_reason text,
  reopened integer NOT NULL DEFAULT 0
);
CREATE TABLE repeat_rules (
  community_id uuid NOT NULL,
  rule text NOT NULL,
  cases integer NOT NULL,
  days integer NOT NULL
);
CREATE TABLE residence_applications (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  valid_until date,
  note text,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  state text NOT NULL DEFAULT 'pending'::text,
  created_at timestamp with time zone NOT NULL,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision_reason text
);
CREATE TABLE residence_invitations (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  token text NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL,
  name text NOT NULL,
  valid_until date,
  invited_by uuid,
  inviter_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  invited_by_staff uuid,
  phone text
);
CREATE TABLE residencies (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  role text NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  version integer NOT NULL DEFAULT 1,
  ended_because text,
  share_percent numeric(5,2)
);
CREATE TABLE residents (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  account_id uuid,
  version integer NOT NULL DEFAULT 1,
  erased_at timestamp with time zone,
  phone_end text NOT NULL GENERATED ALWAYS AS ("right"(phone, 4)) STORED
);
CREATE TABLE retention_rules (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  keep_days integer NOT NULL,
  basis text NOT NULL,
  effective_from date NOT NULL,
  decided_by uuid NOT NULL,
  decided_by_name text NOT NULL,
  decided_at timestamp with time zone NOT NULL
);
CREATE TABLE retention_runs (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  subject text NOT NULL,
  keep_days integer NOT NULL,
  done integer NOT NULL
);
CREATE TABLE saved_views (
  staff_id uuid NOT NULL,
  page text NOT NULL,
  views jsonb NOT NULL
);
CREATE TABLE sessions (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  account_id uuid,
  staff_id uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  client text,
  token_expires_at timestamp with time zone,
  revoked_because text,
  device text,
  address text,
  last_seen_at timestamp with time zone
);
CREATE TABLE shared_costs (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  charge_id uuid NOT NULL,
  period_from date NOT NULL,
  amount_fen bigint NOT NULL,
  share_key text NOT NULL,
  text text NOT NULL,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  entered_by uuid,
  entered_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE sign_in_attempts (
  login text NOT NULL,
  address text NOT NULL,
  failures integer NOT NULL,
  last_failed_at timestamp with time zone NOT NULL
);
CREATE TABLE sign_in_tickets (
  id text NOT NULL,
  secret_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  approved_by uuid,
  redeemed_at timestamp with time zone
);
CREATE TABLE signing_keys (
  company_id uuid NOT NULL,
  public_key text NOT NULL,
  sealed_key text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE staff (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid,
  name text NOT NULL,
  phone text NOT NULL,
  login text NOT NULL,
  password_hash text,
  totp_secret text,
  totp_offer text,
  totp_confirmed_at timestamp with time zone,
  totp_used_step bigint,
  skills text[] NOT NULL DEFAULT '{}'::text[],
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  left_on date,
  left_because text
);
CREATE TABLE staff_posts (
  company_id uuid NOT NULL,
  community_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  post_id uuid NOT NULL,
  building_ids uuid[] NOT NULL DEFAULT '{}'::uuid[]
);
CREATE TABLE standard_adoptions (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  preset text NOT NULL,
  overrides jsonb NOT NULL DEFAULT '{}'::jsonb,
  figures jsonb NOT NULL,
  effective_from timestamp with time zone NOT NULL,
  reason text NOT NULL,
  adopted_by_name text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE suggestion_boxes (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  place text NOT NULL,
  post_id uuid NOT NULL,
  staff_id uuid,
  every_days integer,
  since timestamp with time zone NOT NULL,
  due_told_for date,
  late_told_for date,
  retired_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  building_id uuid
);
CREATE TABLE suppliers (
  company_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  contact text NOT NULL DEFAULT ''::text,
  phone text NOT NULL DEFAULT ''::text,
  tax_number text NOT NULL DEFAULT ''::text,
  note text NOT NULL DEFAULT ''::text,
  stopped_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE unit_balances (
  community_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  balance_fen bigint NOT NULL
);
CREATE TABLE units (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  building_id uuid NOT NULL,
  entrance text,
  floor integer NOT NULL,
  number text NOT NULL,
  label text NOT NULL,
  use text NOT NULL,
  state text NOT NULL,
  area_square_centimetres bigint NOT NULL,
  room_key text NOT NULL GENERATED ALWAYS AS (room_key(label)) STORED,
  room_key_reversed text NOT NULL GENERATED ALWAYS AS (reverse(room_key(label))) STORED,
  version integer NOT NULL DEFAULT 1,
  delivered_on date
);
CREATE TABLE unmask_counts (
  company_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  day date NOT NULL,
  times integer NOT NULL
);
CREATE TABLE vehicles (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  resident_id uuid,
  space_id uuid,
  kind text NOT NULL,
  plate text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  valid_from date NOT NULL,
  valid_until date,
  version integer NOT NULL DEFAULT 1,
  plate_tail text NOT NULL GENERATED ALWAYS AS (substr(plate, 2)) STORED,
  plate_serial text NOT NULL GENERATED ALWAYS AS (substr(plate, 3)) STORED
);
CREATE TABLE visit_findings (
  community_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  case_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE visit_rounds (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  way text NOT NULL,
  building_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  opened_by uuid,
  opened_by_name text,
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone
);
CREATE TABLE visits (
  community_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  turn integer NOT NULL,
  planned_on date NOT NULL,
  due_week date NOT NULL,
  state text NOT NULL DEFAULT 'planned'::text,
  way text NOT NULL,
  assignee_id uuid,
  wish text,
  wish_time text,
  wish_note text,
  wished_by uuid,
  wished_on date,
  tries jsonb NOT NULL DEFAULT '[]'::jsonb,
  ended_at timestamp with time zone,
  made_by uuid,
  made_by_name text,
  met text,
  satisfaction integer,
  notes text,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE wechat_tokens (
  app_id text NOT NULL,
  sealed_token text,
  expires_at timestamp with time zone,
  renewed_at timestamp with time zone,
  renewing_until timestamp with time zone
);
CREATE TABLE wide_posts (
  company_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  post_id uuid NOT NULL,
  region_id uuid
);
CREATE TABLE work_calendars (
  community_id uuid NOT NULL,
  observes_public_holidays boolean NOT NULL,
  slots jsonb NOT NULL
);

ALTER TABLE accounts ADD CONSTRAINT accounts_openid_key UNIQUE (openid);
ALTER TABLE accounts ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);
ALTER TABLE audit_checks ADD CONSTRAINT audit_checks_pkey PRIMARY KEY (company_id, at);
ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['resident'::text, 'staff'::text, 'system'::text])));
ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_pkey PRIMARY KEY (company_id, id);
ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_whole_seal CHECK ((num_nulls(seq, sealed_at, prev_hash, hash) = ANY (ARRAY[0, 4])));
ALTER TABLE audit_heads ADD CONSTRAINT audit_heads_pkey PRIMARY KEY (company_id, day);
ALTER TABLE bill_run_charges ADD CONSTRAINT bill_run_charges_community_id_charge_id_fkey FOREIGN KEY (community_id, charge_id) REFERENCES charges(community_id, id);
ALTER TABLE bill_run_charges ADD CONSTRAINT bill_run_charges_community_id_run_id_fkey FOREIGN KEY (community_id, run_id) REFERENCES bill_runs(community_id, id);
ALTER TABLE bill_run_charges ADD CONSTRAINT bill_run_charges_expected_check CHECK ((expected >= 0));
ALTER TABLE bill_run_charges ADD CONSTRAINT bill_run_charges_pkey PRIMARY KEY (community_id, run_id, charge_id);
ALTER TABLE bill_runs ADD CONSTRAINT bill_runs_check CHECK (((reversed_at IS NULL) = (reversed_because IS NULL)));
ALTER TABLE bill_runs ADD CONSTRAINT bill_runs_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE bill_runs ADD CONSTRAINT bill_runs_pkey PRIMARY KEY (community_id, id);
ALTER TABLE bills ADD CONSTRAINT bills_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE bills ADD CONSTRAINT bills_check CHECK ((period_to >= period_from));
ALTER TABLE bills ADD CONSTRAINT bills_check1 CHECK (((paid_fen + waived_fen) <= amount_fen));
ALTER TABLE bills ADD CONSTRAINT bills_check2 CHECK (((reversed_at IS NULL) = (reversed_because IS NULL)));
ALTER TABLE bills ADD CONSTRAINT bills_check3 CHECK (((reversed_at IS NULL) OR (paid_fen = 0)));
ALTER TABLE bills ADD CONSTRAINT bills_community_id_charge_id_fkey FOREIGN KEY (community_id, charge_id) REFERENCES charges(community_id, id);
ALTER TABLE bills ADD CONSTRAINT bills_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE bills ADD CONSTRAINT bills_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'late-fee'::text, 'service'::text])));
ALTER TABLE bills ADD CONSTRAINT bills_paid_fen_check CHECK ((paid_fen >= 0));
ALTER TABLE bills ADD CONSTRAINT bills_pkey PRIMARY KEY (community_id, id);
ALTER TABLE bills ADD CONSTRAINT bills_waived_fen_check CHECK ((waived_fen >= 0));
ALTER TABLE box_openings ADD CONSTRAINT box_openings_check CHECK (((registered >= 0) AND (registered <= slips)));
ALTER TABLE box_openings ADD CONSTRAINT box_openings_community_id_box_id_fkey FOREIGN KEY (community_id, box_id) REFERENCES suggestion_boxes(community_id, id);
ALTER TABLE box_openings ADD CONSTRAINT box_openings_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES buildings(community_id, id);
ALTER TABLE box_openings ADD CONSTRAINT box_openings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE box_openings ADD CONSTRAINT box_openings_slips_check CHECK (((slips >= 0) AND (slips <= 500)));
ALTER TABLE box_slips ADD CONSTRAINT box_slips_check CHECK ((num_nonnulls(case_id, unreadable_because) = 1));
ALTER TABLE box_slips ADD CONSTRAINT box_slips_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE box_slips ADD CONSTRAINT box_slips_community_id_opening_id_fkey FOREIGN KEY (community_id, opening_id) REFERENCES box_openings(community_id, id);
ALTER TABLE box_slips ADD CONSTRAINT box_slips_community_id_opening_id_ordinal_key UNIQUE (community_id, opening_id, ordinal);
ALTER TABLE box_slips ADD CONSTRAINT box_slips_ordinal_check CHECK ((ordinal > 0));
ALTER TABLE box_slips ADD CONSTRAINT box_slips_pkey PRIMARY KEY (community_id, id);
ALTER TABLE broadcasts ADD CONSTRAINT broadcasts_community_id_business_key_key UNIQUE (community_id, business_key);
ALTER TABLE broadcasts ADD CONSTRAINT broadcasts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE broadcasts ADD CONSTRAINT broadcasts_pkey PRIMARY KEY (community_id, id);
ALTER TABLE broadcasts ADD CONSTRAINT broadcasts_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'done'::text, 'stopped'::text])));
ALTER TABLE buildings ADD CONSTRAINT buildings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE buildings ADD CONSTRAINT buildings_community_id_name_key UNIQUE (community_id, name);
ALTER TABLE buildings ADD CONSTRAINT buildings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE buildings ADD CONSTRAINT buildings_plan_x_check CHECK (((plan_x >= 0) AND (plan_x <= 1000)));
ALTER TABLE buildings ADD CONSTRAINT buildings_plan_y_check CHECK (((plan_y >= 0) AND (plan_y <= 1000)));
ALTER TABLE calendar_days ADD CONSTRAINT calendar_days_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE calendar_days ADD CONSTRAINT calendar_days_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])));
ALTER TABLE calendar_days ADD CONSTRAINT calendar_days_pkey PRIMARY KEY (community_id, day);
ALTER TABLE case_causes ADD CONSTRAINT case_causes_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE case_causes ADD CONSTRAINT case_causes_company_id_cause_id_fkey FOREIGN KEY (company_id, cause_id) REFERENCES causes(company_id, id);
ALTER TABLE case_causes ADD CONSTRAINT case_causes_pkey PRIMARY KEY (community_id, case_id);
ALTER TABLE case_clocks ADD CONSTRAINT case_clocks_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE case_clocks ADD CONSTRAINT case_clocks_pkey PRIMARY KEY (community_id, case_id, round, name);
ALTER TABLE case_events ADD CONSTRAINT case_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['resident'::text, 'staff'::text, 'system'::text])));
ALTER TABLE case_events ADD CONSTRAINT case_events_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE case_events ADD CONSTRAINT case_events_pkey PRIMARY KEY (community_id, case_id, id);
ALTER TABLE case_files ADD CONSTRAINT case_files_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE case_files ADD CONSTRAINT case_files_community_id_file_id_fkey FOREIGN KEY (community_id, file_id) REFERENCES files(community_id, id);
ALTER TABLE case_files ADD CONSTRAINT case_files_pkey PRIMARY KEY (community_id, case_id, file_id);
ALTER TABLE case_files ADD CONSTRAINT case_files_purpose_check CHECK ((purpose = ANY (ARRAY['report'::text, 'before'::text, 'progress'::text, 'after'::text, 'reopen'::text])));
ALTER TABLE cases ADD CONSTRAINT cases_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE cases ADD CONSTRAINT cases_community_id_number_key UNIQUE (community_id, number);
ALTER TABLE cases ADD CONSTRAINT cases_community_id_standard_adoption_id_fkey FOREIGN KEY (community_id, standard_adoption_id) REFERENCES standard_adoptions(community_id, id);
ALTER TABLE cases ADD CONSTRAINT cases_pkey PRIMARY KEY (community_id, id);
ALTER TABLE causes ADD CONSTRAINT causes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE causes ADD CONSTRAINT causes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE causes ADD CONSTRAINT causes_kind_check CHECK ((kind = ANY (ARRAY['repair'::text, 'complaint'::text])));
ALTER TABLE causes ADD CONSTRAINT causes_pkey PRIMARY KEY (company_id, id);
ALTER TABLE channel_buckets ADD CONSTRAINT channel_buckets_pkey PRIMARY KEY (name);
ALTER TABLE charge_prices ADD CONSTRAINT charge_prices_community_id_charge_id_fkey FOREIGN KEY (community_id, charge_id) REFERENCES charges(community_id, id);
ALTER TABLE charge_prices ADD CONSTRAINT charge_prices_pkey PRIMARY KEY (community_id, charge_id, valid_from);
ALTER TABLE charge_prices ADD CONSTRAINT charge_prices_rate_check CHECK (((rate >= 0) AND (rate <= 1000000000)));
ALTER TABLE charges ADD CONSTRAINT charges_basis_check CHECK ((basis = ANY (ARRAY['area'::text, 'unit'::text, 'space'::text, 'meter'::text, 'shared'::text])));
ALTER TABLE charges ADD CONSTRAINT charges_check CHECK (((basis = 'meter'::text) = (meter_kind IS NOT NULL)));
ALTER TABLE charges ADD CONSTRAINT charges_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE charges ADD CONSTRAINT charges_cycle_check CHECK ((cycle = ANY (ARRAY['month'::text, 'quarter'::text, 'half-year'::text, 'year'::text])));
ALTER TABLE charges ADD CONSTRAINT charges_due_after_days_check CHECK (((due_after_days >= 0) AND (due_after_days <= 366)));
ALTER TABLE charges ADD CONSTRAINT charges_fund_check CHECK ((fund = ANY (ARRAY['property-fee'::text, 'parking'::text, 'common-income'::text, 'repair-fund'::text, 'collected'::text])));
ALTER TABLE charges ADD CONSTRAINT charges_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'late-fee'::text, 'service'::text])));
ALTER TABLE charges ADD CONSTRAINT charges_pkey PRIMARY KEY (community_id, id);
ALTER TABLE communities ADD CONSTRAINT communities_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE communities ADD CONSTRAINT communities_company_id_name_key UNIQUE (company_id, name);
ALTER TABLE communities ADD CONSTRAINT communities_company_id_region_id_fkey FOREIGN KEY (company_id, region_id) REFERENCES regions(company_id, id);
ALTER TABLE communities ADD CONSTRAINT communities_pkey PRIMARY KEY (id);
ALTER TABLE communities ADD CONSTRAINT communities_property_type_check CHECK ((property_type = ANY (ARRAY['residential'::text, 'commercial'::text, 'office'::text])));
ALTER TABLE community_services ADD CONSTRAINT community_services_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE community_services ADD CONSTRAINT community_services_pkey PRIMARY KEY (community_id, id);
ALTER TABLE companies ADD CONSTRAINT companies_pkey PRIMARY KEY (id);
ALTER TABLE complaint_authors ADD CONSTRAINT complaint_authors_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE complaint_authors ADD CONSTRAINT complaint_authors_pkey PRIMARY KEY (community_id, case_id);
ALTER TABLE complaint_unsealings ADD CONSTRAINT complaint_unsealings_check CHECK ((opened_by <> asked_by));
ALTER TABLE complaint_unsealings ADD CONSTRAINT complaint_unsealings_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE complaint_unsealings ADD CONSTRAINT complaint_unsealings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE complaints ADD CONSTRAINT complaints_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE complaints ADD CONSTRAINT complaints_level_check CHECK ((level = ANY (ARRAY['handler'::text, 'supervisor'::text, 'project-manager'::text, 'company'::text, 'committee'::text])));
ALTER TABLE complaints ADD CONSTRAINT complaints_pkey PRIMARY KEY (community_id, case_id);
ALTER TABLE complaints ADD CONSTRAINT complaints_rating_check CHECK (((rating >= 1) AND (rating <= 5)));
ALTER TABLE complaints ADD CONSTRAINT complaints_sort_check CHECK ((sort = ANY (ARRAY['complaint'::text, 'suggestion'::text, 'praise'::text])));
ALTER TABLE consultation_outcomes ADD CONSTRAINT consultation_outcomes_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE consultation_outcomes ADD CONSTRAINT consultation_outcomes_community_id_outcome_id_fkey FOREIGN KEY (community_id, outcome_id) REFERENCES cases(community_id, id);
ALTER TABLE consultation_outcomes ADD CONSTRAINT consultation_outcomes_community_id_outcome_id_key UNIQUE (community_id, outcome_id);
ALTER TABLE consultation_outcomes ADD CONSTRAINT consultation_outcomes_pkey PRIMARY KEY (community_id, case_id, outcome_id);
ALTER TABLE consultations ADD CONSTRAINT consultations_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE consultations ADD CONSTRAINT consultations_pkey PRIMARY KEY (community_id, case_id);
ALTER TABLE consultations ADD CONSTRAINT consultations_rating_check CHECK (((rating >= 1) AND (rating <= 5)));
ALTER TABLE contact_sheets ADD CONSTRAINT contact_sheets_community_id_account_file_id_fkey FOREIGN KEY (community_id, account_file_id) REFERENCES files(community_id, id);
ALTER TABLE contact_sheets ADD CONSTRAINT contact_sheets_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE contact_sheets ADD CONSTRAINT contact_sheets_pkey PRIMARY KEY (community_id);
ALTER TABLE content_checks ADD CONSTRAINT content_checks_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE content_checks ADD CONSTRAINT content_checks_pkey PRIMARY KEY (community_id, id);
ALTER TABLE content_checks ADD CONSTRAINT content_checks_verdict_check CHECK ((verdict = ANY (ARRAY['pending'::text, 'pass'::text, 'review'::text, 'risky'::text])));
ALTER TABLE day_end_entries ADD CONSTRAINT day_end_entries_community_id_day_end_id_fkey FOREIGN KEY (community_id, day_end_id) REFERENCES day_ends(community_id, id);
ALTER TABLE day_end_entries ADD CONSTRAINT day_end_entries_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES ledger_entries(community_id, id);
ALTER TABLE day_end_entries ADD CONSTRAINT day_end_entries_pkey PRIMARY KEY (community_id, entry_id);
ALTER TABLE day_ends ADD CONSTRAINT day_ends_check CHECK (((counted_fen = expected_fen) OR (because <> ''::text)));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_check1 CHECK (((deposited_fen + handed_over_fen) <= counted_fen));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_check2 CHECK ((decided_by IS DISTINCT FROM cashier_id));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_check3 CHECK (((state = 'counted'::text) = (decided_at IS NULL)));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_check4 CHECK (((state = 'returned'::text) = (returned_because IS NOT NULL)));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE day_ends ADD CONSTRAINT day_ends_counted_fen_check CHECK ((counted_fen >= 0));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_deposited_fen_check CHECK ((deposited_fen >= 0));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_handed_over_fen_check CHECK ((handed_over_fen >= 0));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_opening_fen_check CHECK ((opening_fen >= 0));
ALTER TABLE day_ends ADD CONSTRAINT day_ends_pkey PRIMARY KEY (community_id, id);
ALTER TABLE day_ends ADD CONSTRAINT day_ends_state_check CHECK ((state = ANY (ARRAY['counted'::text, 'confirmed'::text, 'returned'::text])));
ALTER TABLE deliveries ADD CONSTRAINT deliveries_community_id_message_id_channel_key UNIQUE (community_id, message_id, channel);
ALTER TABLE deliveries ADD CONSTRAINT deliveries_community_id_message_id_fkey FOREIGN KEY (community_id, message_id) REFERENCES messages(community_id, id);
ALTER TABLE deliveries ADD CONSTRAINT deliveries_pkey PRIMARY KEY (community_id, id);
ALTER TABLE deliveries ADD CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'skipped'::text])));
ALTER TABLE disclosure_calendars ADD CONSTRAINT disclosure_calendars_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE disclosure_calendars ADD CONSTRAINT disclosure_calendars_pkey PRIMARY KEY (community_id);
ALTER TABLE disclosure_lines ADD CONSTRAINT disclosure_lines_amount_fen_check CHECK ((amount_fen <> 0));
ALTER TABLE disclosure_lines ADD CONSTRAINT disclosure_lines_community_id_disclosure_id_fkey FOREIGN KEY (community_id, disclosure_id) REFERENCES disclosures(community_id, id);
ALTER TABLE disclosure_lines ADD CONSTRAINT disclosure_lines_number_check CHECK ((number > 0));
ALTER TABLE disclosure_lines ADD CONSTRAINT disclosure_lines_pkey PRIMARY KEY (community_id, disclosure_id, number);
ALTER TABLE disclosure_lines ADD CONSTRAINT disclosure_lines_side_check CHECK ((side = ANY (ARRAY['received'::text, 'refunded'::text, 'spent'::text])));
ALTER TABLE disclosure_plans ADD CONSTRAINT disclosure_plans_community_id_fkey FOREIGN KEY (community_id) REFERENCES disclosure_calendars(community_id);
ALTER TABLE disclosure_plans ADD CONSTRAINT disclosure_plans_cycle_check CHECK ((cycle = ANY (ARRAY['month'::text, 'quarter'::text, 'half-year'::text, 'year'::text])));
ALTER TABLE disclosure_plans ADD CONSTRAINT disclosure_plans_due_after_days_check CHECK (((due_after_days >= 1) AND (due_after_days <= 120)));
ALTER TABLE disclosure_plans ADD CONSTRAINT disclosure_plans_fund_check CHECK ((fund = ANY (ARRAY['property-fee'::text, 'parking'::text, 'common-income'::text, 'repair-fund'::text, 'collected'::text])));
ALTER TABLE disclosure_plans ADD CONSTRAINT disclosure_plans_pkey PRIMARY KEY (community_id, fund);
ALTER TABLE disclosure_questions ADD CONSTRAINT disclosure_questions_check CHECK (((answer IS NULL) = (answered_at IS NULL)));
ALTER TABLE disclosure_questions ADD CONSTRAINT disclosure_questions_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE disclosure_questions ADD CONSTRAINT disclosure_questions_community_id_case_id_key UNIQUE (community_id, case_id);
ALTER TABLE disclosure_questions ADD CONSTRAINT disclosure_questions_community_id_disclosure_id_fkey FOREIGN KEY (community_id, disclosure_id) REFERENCES disclosures(community_id, id);
ALTER TABLE disclosure_questions ADD CONSTRAINT disclosure_questions_pkey PRIMARY KEY (community_id, id);
ALTER TABLE disclosure_vouchers ADD CONSTRAINT disclosure_vouchers_community_id_disclosure_id_fkey FOREIGN KEY (community_id, disclosure_id) REFERENCES disclosures(community_id, id);
ALTER TABLE disclosure_vouchers ADD CONSTRAINT disclosure_vouchers_community_id_file_id_fkey FOREIGN KEY (community_id, file_id) REFERENCES files(community_id, id);
ALTER TABLE disclosure_vouchers ADD CONSTRAINT disclosure_vouchers_pkey PRIMARY KEY (community_id, disclosure_id, entry_id, entry_line, file_id);
ALTER TABLE disclosures ADD CONSTRAINT disclosures_check CHECK ((period_to >= period_from));
ALTER TABLE disclosures ADD CONSTRAINT disclosures_check1 CHECK (((edition > 1) = (reason <> ''::text)));
ALTER TABLE disclosures ADD CONSTRAINT disclosures_check2 CHECK (((state = 'draft'::text) = (checked_at IS NULL)));
ALTER TABLE disclosures ADD CONSTRAINT disclosures_check3 CHECK (((state = 'posted'::text) = ((posted_at IS NOT NULL) AND (sequence IS NOT NULL) AND (head IS NOT NULL) AND (signature IS NOT NULL))));
ALTER TABLE disclosures ADD CONSTRAINT disclosures_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE disclosures ADD CONSTRAINT disclosures_community_id_fund_period_from_edition_key UNIQUE (community_id, fund, period_from, edition);
ALTER TABLE disclosures ADD CONSTRAINT disclosures_community_id_fund_sequence_key UNIQUE (community_id, fund, sequence);
ALTER TABLE disclosures ADD CONSTRAINT disclosures_edition_check CHECK ((edition > 0));
ALTER TABLE disclosures ADD CONSTRAINT disclosures_fund_check CHECK ((fund = ANY (ARRAY['property-fee'::text, 'parking'::text, 'common-income'::text, 'repair-fund'::text, 'collected'::text])));
ALTER TABLE disclosures ADD CONSTRAINT disclosures_pkey PRIMARY KEY (community_id, id);
ALTER TABLE disclosures ADD CONSTRAINT disclosures_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'checked'::text, 'posted'::text])));
ALTER TABLE document_categories ADD CONSTRAINT document_categories_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE document_categories ADD CONSTRAINT document_categories_company_id_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES document_categories(company_id, id);
ALTER TABLE document_categories ADD CONSTRAINT document_categories_pkey PRIMARY KEY (company_id, id);
ALTER TABLE document_files ADD CONSTRAINT document_files_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE document_files ADD CONSTRAINT document_files_company_id_uploaded_by_upload_key_key UNIQUE (company_id, uploaded_by, upload_key);
ALTER TABLE document_files ADD CONSTRAINT document_files_pkey PRIMARY KEY (company_id, id);
ALTER TABLE document_reminders ADD CONSTRAINT document_reminders_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE document_reminders ADD CONSTRAINT document_reminders_company_id_document_id_fkey FOREIGN KEY (company_id, document_id) REFERENCES documents(company_id, id);
ALTER TABLE document_reminders ADD CONSTRAINT document_reminders_kind_check CHECK ((kind = ANY (ARRAY['valid-until'::text, 'review-by'::text])));
ALTER TABLE document_reminders ADD CONSTRAINT document_reminders_pkey PRIMARY KEY (company_id, document_id, kind, due_on, step);
ALTER TABLE document_reminders ADD CONSTRAINT document_reminders_step_check CHECK ((step = ANY (ARRAY['before'::text, 'due'::text])));
ALTER TABLE document_texts ADD CONSTRAINT document_texts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE document_texts ADD CONSTRAINT document_texts_company_id_document_id_fkey FOREIGN KEY (company_id, document_id) REFERENCES documents(company_id, id);
ALTER TABLE document_texts ADD CONSTRAINT document_texts_pkey PRIMARY KEY (company_id, document_id);
ALTER TABLE document_texts ADD CONSTRAINT document_texts_state_check CHECK ((state = ANY (ARRAY['read'::text, 'failed'::text, 'none'::text])));
ALTER TABLE document_versions ADD CONSTRAINT document_versions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE document_versions ADD CONSTRAINT document_versions_company_id_document_id_fkey FOREIGN KEY (company_id, document_id) REFERENCES documents(company_id, id);
ALTER TABLE document_versions ADD CONSTRAINT document_versions_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES document_files(company_id, id);
ALTER TABLE document_versions ADD CONSTRAINT document_versions_number_check CHECK ((number > 0));
ALTER TABLE document_versions ADD CONSTRAINT document_versions_pkey PRIMARY KEY (company_id, document_id, number);
ALTER TABLE documents ADD CONSTRAINT documents_check CHECK ((((valid_until IS NULL) AND (review_by IS NULL)) OR (owner_post_id IS NOT NULL)));
ALTER TABLE documents ADD CONSTRAINT documents_check1 CHECK (((state = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)));
ALTER TABLE documents ADD CONSTRAINT documents_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE documents ADD CONSTRAINT documents_company_id_category_id_fkey FOREIGN KEY (company_id, category_id) REFERENCES document_categories(company_id, id);
ALTER TABLE documents ADD CONSTRAINT documents_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE documents ADD CONSTRAINT documents_company_id_owner_post_id_fkey FOREIGN KEY (company_id, owner_post_id) REFERENCES posts(company_id, id);
ALTER TABLE documents ADD CONSTRAINT documents_pkey PRIMARY KEY (company_id, id);
ALTER TABLE documents ADD CONSTRAINT documents_remind_days_check CHECK (((remind_days >= 0) AND (remind_days <= 365)));
ALTER TABLE documents ADD CONSTRAINT documents_state_check CHECK ((state = ANY (ARRAY['current'::text, 'withdrawn'::text])));
ALTER TABLE duty_periods ADD CONSTRAINT duty_periods_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE duty_periods ADD CONSTRAINT duty_periods_pkey PRIMARY KEY (community_id, id);
ALTER TABLE entry_codes ADD CONSTRAINT entry_codes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE entry_codes ADD CONSTRAINT entry_codes_kind_check CHECK ((kind = ANY (ARRAY['community'::text, 'building'::text, 'unit'::text, 'asset'::text, 'place'::text])));
ALTER TABLE entry_codes ADD CONSTRAINT entry_codes_pkey PRIMARY KEY (community_id, id);
ALTER TABLE entry_codes ADD CONSTRAINT entry_codes_token_key UNIQUE (token);
ALTER TABLE exemptions ADD CONSTRAINT exemptions_check CHECK ((valid_until >= valid_from));
ALTER TABLE exemptions ADD CONSTRAINT exemptions_community_id_charge_id_fkey FOREIGN KEY (community_id, charge_id) REFERENCES charges(community_id, id);
ALTER TABLE exemptions ADD CONSTRAINT exemptions_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE exemptions ADD CONSTRAINT exemptions_kind_check CHECK ((kind = ANY (ARRAY['vacancy'::text, 'exemption'::text])));
ALTER TABLE exemptions ADD CONSTRAINT exemptions_percent_check CHECK (((percent >= 1) AND (percent <= 100)));
ALTER TABLE exemptions ADD CONSTRAINT exemptions_pkey PRIMARY KEY (community_id, id);
ALTER TABLE files ADD CONSTRAINT files_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE files ADD CONSTRAINT files_community_id_uploaded_by_upload_key_key UNIQUE (community_id, uploaded_by, upload_key);
ALTER TABLE files ADD CONSTRAINT files_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'video'::text])));
ALTER TABLE files ADD CONSTRAINT files_pkey PRIMARY KEY (community_id, id);
ALTER TABLE fund_imports ADD CONSTRAINT fund_imports_check CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone_because IS NULL))));
ALTER TABLE fund_imports ADD CONSTRAINT fund_imports_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE fund_imports ADD CONSTRAINT fund_imports_entered_check CHECK ((entered > 0));
ALTER TABLE fund_imports ADD CONSTRAINT fund_imports_pkey PRIMARY KEY (community_id, id);
ALTER TABLE fund_record_rules ADD CONSTRAINT fund_record_rules_approve_above_fen_check CHECK ((approve_above_fen >= 0));
ALTER TABLE fund_record_rules ADD CONSTRAINT fund_record_rules_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE fund_record_rules ADD CONSTRAINT fund_record_rules_pkey PRIMARY KEY (community_id);
ALTER TABLE fund_records ADD CONSTRAINT fund_records_account_check CHECK ((account = ANY (ARRAY['cash'::text, 'bank'::text, 'wechat'::text])));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_check CHECK (((decided_by IS NULL) OR (decided_by <> entered_by)));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_check1 CHECK (((state = ANY (ARRAY['booked'::text, 'reversed'::text])) = (entry_id IS NOT NULL)));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_check2 CHECK (((state = 'refused'::text) = (refused_because IS NOT NULL)));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_check3 CHECK (((state = 'reversed'::text) = ((reversed_at IS NOT NULL) AND (reversed_because IS NOT NULL))));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES ledger_entries(community_id, id);
ALTER TABLE fund_records ADD CONSTRAINT fund_records_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE fund_records ADD CONSTRAINT fund_records_community_id_import_id_fkey FOREIGN KEY (community_id, import_id) REFERENCES fund_imports(community_id, id);
ALTER TABLE fund_records ADD CONSTRAINT fund_records_company_id_supplier_id_fkey FOREIGN KEY (company_id, supplier_id) REFERENCES suppliers(company_id, id);
ALTER TABLE fund_records ADD CONSTRAINT fund_records_fund_check CHECK ((fund = ANY (ARRAY['property-fee'::text, 'parking'::text, 'common-income'::text, 'repair-fund'::text, 'collected'::text])));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_pkey PRIMARY KEY (community_id, id);
ALTER TABLE fund_records ADD CONSTRAINT fund_records_side_check CHECK ((side = ANY (ARRAY['spending'::text, 'income'::text])));
ALTER TABLE fund_records ADD CONSTRAINT fund_records_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'refused'::text, 'booked'::text, 'reversed'::text])));
ALTER TABLE hand_overs ADD CONSTRAINT hand_overs_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id);
ALTER TABLE hand_overs ADD CONSTRAINT hand_overs_id_key UNIQUE (id);
ALTER TABLE hand_overs ADD CONSTRAINT hand_overs_pkey PRIMARY KEY (company_id, id);
ALTER TABLE handed_work ADD CONSTRAINT handed_work_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE handed_work ADD CONSTRAINT handed_work_community_id_hand_over_id_subject_id_key UNIQUE (community_id, hand_over_id, subject_id);
ALTER TABLE handed_work ADD CONSTRAINT handed_work_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES hand_overs(id);
ALTER TABLE handed_work ADD CONSTRAINT handed_work_pkey PRIMARY KEY (community_id, id);
ALTER TABLE household_events ADD CONSTRAINT household_events_check CHECK ((ended_on >= begun_on));
ALTER TABLE household_events ADD CONSTRAINT household_events_community_id_resident_id_fkey FOREIGN KEY (community_id, resident_id) REFERENCES residents(community_id, id);
ALTER TABLE household_events ADD CONSTRAINT household_events_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE household_events ADD CONSTRAINT household_events_kind_check CHECK ((kind = ANY (ARRAY['delivery'::text, 'move-in'::text, 'move-out'::text, 'renovation'::text, 'transfer'::text, 'other'::text])));
ALTER TABLE household_events ADD CONSTRAINT household_events_pkey PRIMARY KEY (community_id, id);
ALTER TABLE household_notes ADD CONSTRAINT household_notes_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE household_notes ADD CONSTRAINT household_notes_pkey PRIMARY KEY (community_id, id);
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (caller_id, key);
ALTER TABLE import_batches ADD CONSTRAINT import_batches_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE import_batches ADD CONSTRAINT import_batches_mode_check CHECK ((mode = ANY (ARRAY['all'::text, 'good'::text])));
ALTER TABLE import_batches ADD CONSTRAINT import_batches_pkey PRIMARY KEY (community_id, id);
ALTER TABLE import_batches ADD CONSTRAINT import_batches_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'unreadable'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text])));
ALTER TABLE import_changes ADD CONSTRAINT import_changes_community_id_batch_id_fkey FOREIGN KEY (community_id, batch_id) REFERENCES import_batches(community_id, id);
ALTER TABLE import_changes ADD CONSTRAINT import_changes_pkey PRIMARY KEY (community_id, batch_id, table_name, row_id);
ALTER TABLE import_faults ADD CONSTRAINT import_faults_community_id_batch_id_fkey FOREIGN KEY (community_id, batch_id) REFERENCES import_batches(community_id, id);
ALTER TABLE import_faults ADD CONSTRAINT import_faults_pkey PRIMARY KEY (community_id, batch_id, ordinal);
ALTER TABLE improvement_cases ADD CONSTRAINT improvement_cases_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE improvement_cases ADD CONSTRAINT improvement_cases_community_id_improvement_id_fkey FOREIGN KEY (community_id, improvement_id) REFERENCES improvements(community_id, id);
ALTER TABLE improvement_cases ADD CONSTRAINT improvement_cases_pkey PRIMARY KEY (community_id, improvement_id, case_id);
ALTER TABLE improvement_events ADD CONSTRAINT improvement_events_community_id_improvement_id_fkey FOREIGN KEY (community_id, improvement_id) REFERENCES improvements(community_id, id);
ALTER TABLE improvement_events ADD CONSTRAINT improvement_events_pkey PRIMARY KEY (community_id, id);
ALTER TABLE improvement_proposal_cases ADD CONSTRAINT improvement_proposal_cases_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE improvement_proposal_cases ADD CONSTRAINT improvement_proposal_cases_community_id_proposal_id_fkey FOREIGN KEY (community_id, proposal_id) REFERENCES improvement_proposals(community_id, id);
ALTER TABLE improvement_proposal_cases ADD CONSTRAINT improvement_proposal_cases_pkey PRIMARY KEY (community_id, cause_id, case_id);
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_check CHECK (((place_id IS NULL) = (rule = 'cause'::text)));
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_check1 CHECK (((state = 'open'::text) = (settled_at IS NULL)));
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_check2 CHECK (((state = 'dismissed'::text) = (dismissed_because IS NOT NULL)));
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_community_id_rule_cause_id_place_id_t_key UNIQUE NULLS NOT DISTINCT (community_id, rule, cause_id, place_id, turn);
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_company_id_cause_id_fkey FOREIGN KEY (company_id, cause_id) REFERENCES causes(company_id, id);
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_pkey PRIMARY KEY (community_id, id);
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_rule_check CHECK ((rule = ANY (ARRAY['cause'::text, 'building'::text, 'place'::text])));
ALTER TABLE improvement_proposals ADD CONSTRAINT improvement_proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'dismissed'::text])));
ALTER TABLE improvement_tellings ADD CONSTRAINT improvement_tellings_community_id_improvement_id_fkey FOREIGN KEY (community_id, improvement_id) REFERENCES improvements(community_id, id);
ALTER TABLE improvement_tellings ADD CONSTRAINT improvement_tellings_pkey PRIMARY KEY (community_id, improvement_id);
ALTER TABLE improvement_tellings ADD CONSTRAINT improvement_tellings_state_check CHECK ((state = ANY (ARRAY['published'::text, 'withdrawn'::text])));
ALTER TABLE improvements ADD CONSTRAINT improvements_check CHECK (((place_id IS NULL) = (rule = 'cause'::text)));
ALTER TABLE improvements ADD CONSTRAINT improvements_check1 CHECK (((state = ANY (ARRAY['done'::text, 'checked'::text])) = (done_at IS NOT NULL)));
ALTER TABLE improvements ADD CONSTRAINT improvements_check2 CHECK (((state = 'checked'::text) = ((checked_at IS NOT NULL) AND (effective IS NOT NULL) AND (figure_after IS NOT NULL))));
ALTER TABLE improvements ADD CONSTRAINT improvements_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE improvements ADD CONSTRAINT improvements_community_id_number_key UNIQUE (community_id, number);
ALTER TABLE improvements ADD CONSTRAINT improvements_community_id_proposal_id_fkey FOREIGN KEY (community_id, proposal_id) REFERENCES improvement_proposals(community_id, id);
ALTER TABLE improvements ADD CONSTRAINT improvements_community_id_proposal_id_key UNIQUE (community_id, proposal_id);
ALTER TABLE improvements ADD CONSTRAINT improvements_company_id_cause_id_fkey FOREIGN KEY (company_id, cause_id) REFERENCES causes(company_id, id);
ALTER TABLE improvements ADD CONSTRAINT improvements_company_id_owner_id_fkey FOREIGN KEY (company_id, owner_id) REFERENCES staff(company_id, id);
ALTER TABLE improvements ADD CONSTRAINT improvements_pkey PRIMARY KEY (community_id, id);
ALTER TABLE improvements ADD CONSTRAINT improvements_rule_check CHECK ((rule = ANY (ARRAY['cause'::text, 'building'::text, 'place'::text])));
ALTER TABLE improvements ADD CONSTRAINT improvements_state_check CHECK ((state = ANY (ARRAY['open'::text, 'doing'::text, 'done'::text, 'checked'::text])));
ALTER TABLE improvements ADD CONSTRAINT improvements_target_check CHECK ((target >= (0)::numeric));
ALTER TABLE late_fee_terms ADD CONSTRAINT late_fee_terms_cap_percent_check CHECK (((cap_percent >= 1) AND (cap_percent <= 30)));
ALTER TABLE late_fee_terms ADD CONSTRAINT late_fee_terms_community_id_charge_id_fkey FOREIGN KEY (community_id, charge_id) REFERENCES charges(community_id, id);
ALTER TABLE late_fee_terms ADD CONSTRAINT late_fee_terms_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 365)));
ALTER TABLE late_fee_terms ADD CONSTRAINT late_fee_terms_pkey PRIMARY KEY (community_id, charge_id);
ALTER TABLE late_fee_terms ADD CONSTRAINT late_fee_terms_rate_check CHECK (((rate >= 1) AND (rate <= 300)));
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_check CHECK ((decided_by <> asked_by));
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_check1 CHECK (((state = 'asked'::text) = (decided_at IS NULL)));
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_check2 CHECK (((state = 'refused'::text) = (refused_because IS NOT NULL)));
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_community_id_bill_id_fkey FOREIGN KEY (community_id, bill_id) REFERENCES bills(community_id, id);
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_pkey PRIMARY KEY (community_id, id);
ALTER TABLE late_fee_waivers ADD CONSTRAINT late_fee_waivers_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text])));
ALTER TABLE ledger_books ADD CONSTRAINT ledger_books_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE ledger_books ADD CONSTRAINT ledger_books_pkey PRIMARY KEY (community_id);
ALTER TABLE ledger_closings ADD CONSTRAINT ledger_closings_check CHECK (((what = 'closed'::text) OR (reason <> ''::text)));
ALTER TABLE ledger_closings ADD CONSTRAINT ledger_closings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE ledger_closings ADD CONSTRAINT ledger_closings_month_check CHECK ((month = date_trunc('month'::text, (month)::timestamp with time zone)));
ALTER TABLE ledger_closings ADD CONSTRAINT ledger_closings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE ledger_closings ADD CONSTRAINT ledger_closings_what_check CHECK ((what = ANY (ARRAY['closed'::text, 'reopened'::text])));
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_community_id_reverses_fkey FOREIGN KEY (community_id, reverses) REFERENCES ledger_entries(community_id, id);
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_community_id_reverses_key UNIQUE (community_id, reverses);
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_community_id_source_kind_source_id_key UNIQUE (community_id, source_kind, source_id);
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (community_id, id);
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_account_check CHECK ((account = ANY (ARRAY['cash'::text, 'bank'::text, 'wechat'::text, 'receivable'::text, 'prepaid'::text, 'suspense'::text, 'collected'::text, 'income'::text, 'expense'::text])));
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_check CHECK (((published_as IS NULL) OR (fund IS NOT NULL)));
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_community_id_entry_id_fkey FOREIGN KEY (community_id, entry_id) REFERENCES ledger_entries(community_id, id);
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_fund_check CHECK ((fund = ANY (ARRAY['property-fee'::text, 'parking'::text, 'common-income'::text, 'repair-fund'::text, 'collected'::text])));
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_line_check CHECK ((line > 0));
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_pkey PRIMARY KEY (community_id, entry_id, line);
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_published_as_check CHECK ((published_as = ANY (ARRAY['received'::text, 'refunded'::text, 'spent'::text])));
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_side_check CHECK ((side = ANY (ARRAY['debit'::text, 'credit'::text])));
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_check CHECK (((kind = 'file'::text) = (file_id IS NOT NULL)));
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_check1 CHECK (((kind = 'document'::text) = (document_id IS NOT NULL)));
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_check2 CHECK (((kind = 'case'::text) = (case_id IS NOT NULL)));
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_community_id_file_id_fkey FOREIGN KEY (community_id, file_id) REFERENCES files(community_id, id);
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_company_id_document_id_fkey FOREIGN KEY (company_id, document_id) REFERENCES documents(company_id, id);
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'document'::text, 'case'::text])));
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_ordinal_check CHECK ((ordinal > 0));
ALTER TABLE ledger_vouchers ADD CONSTRAINT ledger_vouchers_pkey PRIMARY KEY (community_id, source_id, ordinal);
ALTER TABLE letter_answers ADD CONSTRAINT letter_answers_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE letter_answers ADD CONSTRAINT letter_answers_community_id_letter_id_fkey FOREIGN KEY (community_id, letter_id) REFERENCES letters(community_id, id);
ALTER TABLE letter_answers ADD CONSTRAINT letter_answers_kind_check CHECK ((kind = ANY (ARRAY['acknowledgement'::text, 'answer'::text])));
ALTER TABLE letter_answers ADD CONSTRAINT letter_answers_pkey PRIMARY KEY (community_id, id);
ALTER TABLE letter_answers ADD CONSTRAINT letter_answers_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text])));
ALTER TABLE letters ADD CONSTRAINT letters_check CHECK (((state = ANY (ARRAY['registered'::text, 'appended'::text])) = (case_id IS NOT NULL)));
ALTER TABLE letters ADD CONSTRAINT letters_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE letters ADD CONSTRAINT letters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE letters ADD CONSTRAINT letters_community_id_message_key_key UNIQUE (community_id, message_key);
ALTER TABLE letters ADD CONSTRAINT letters_pkey PRIMARY KEY (community_id, id);
ALTER TABLE letters ADD CONSTRAINT letters_sender_check CHECK ((sender = ANY (ARRAY['resident'::text, 'unknown'::text, 'unverified'::text])));
ALTER TABLE letters ADD CONSTRAINT letters_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'registered'::text, 'appended'::text, 'put-aside'::text, 'automatic'::text])));
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_encryption_check CHECK ((encryption = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])));
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_pkey PRIMARY KEY (community_id);
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_port_check CHECK (((port >= 1) AND (port <= 65535)));
ALTER TABLE meeting_attendances ADD CONSTRAINT meeting_attendances_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id);
ALTER TABLE meeting_attendances ADD CONSTRAINT meeting_attendances_community_id_resident_id_fkey FOREIGN KEY (community_id, resident_id) REFERENCES residents(community_id, id);
ALTER TABLE meeting_attendances ADD CONSTRAINT meeting_attendances_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE meeting_attendances ADD CONSTRAINT meeting_attendances_pkey PRIMARY KEY (community_id, meeting_id, resident_id);
ALTER TABLE meeting_attendances ADD CONSTRAINT meeting_attendances_way_check CHECK ((way = ANY (ARRAY['code'::text, 'hand'::text])));
ALTER TABLE meeting_bookings ADD CONSTRAINT meeting_bookings_check CHECK (((slot_at IS NULL) = (seat IS NULL)));
ALTER TABLE meeting_bookings ADD CONSTRAINT meeting_bookings_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id);
ALTER TABLE meeting_bookings ADD CONSTRAINT meeting_bookings_community_id_resident_id_fkey FOREIGN KEY (community_id, resident_id) REFERENCES residents(community_id, id);
ALTER TABLE meeting_bookings ADD CONSTRAINT meeting_bookings_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE meeting_bookings ADD CONSTRAINT meeting_bookings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE meeting_minutes ADD CONSTRAINT meeting_minutes_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id);
ALTER TABLE meeting_minutes ADD CONSTRAINT meeting_minutes_number_check CHECK ((number > 0));
ALTER TABLE meeting_minutes ADD CONSTRAINT meeting_minutes_pkey PRIMARY KEY (community_id, meeting_id, number);
ALTER TABLE meeting_point_cases ADD CONSTRAINT meeting_point_cases_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE meeting_point_cases ADD CONSTRAINT meeting_point_cases_community_id_case_id_key UNIQUE (community_id, case_id);
ALTER TABLE meeting_point_cases ADD CONSTRAINT meeting_point_cases_community_id_point_id_fkey FOREIGN KEY (community_id, point_id) REFERENCES meeting_points(community_id, id);
ALTER TABLE meeting_point_cases ADD CONSTRAINT meeting_point_cases_pkey PRIMARY KEY (community_id, point_id);
ALTER TABLE meeting_points ADD CONSTRAINT meeting_points_check CHECK (((answer IS NULL) = (answered_at IS NULL)));
ALTER TABLE meeting_points ADD CONSTRAINT meeting_points_community_id_booking_id_key UNIQUE (community_id, booking_id);
ALTER TABLE meeting_points ADD CONSTRAINT meeting_points_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES meetings(community_id, id);
ALTER TABLE meeting_points ADD CONSTRAINT meeting_points_community_id_raised_by_fkey FOREIGN KEY (community_id, raised_by) REFERENCES residents(community_id, id);
ALTER TABLE meeting_points ADD CONSTRAINT meeting_points_pkey PRIMARY KEY (community_id, id);
ALTER TABLE meetings ADD CONSTRAINT meetings_check CHECK ((ends_at > starts_at));
ALTER TABLE meetings ADD CONSTRAINT meetings_check1 CHECK (((state = 'cancelled'::text) = (cancelled_because IS NOT NULL)));
ALTER TABLE meetings ADD CONSTRAINT meetings_check2 CHECK (((kind = 'reception-day'::text) = ((slot_minutes IS NOT NULL) AND (slot_capacity IS NOT NULL))));
ALTER TABLE meetings ADD CONSTRAINT meetings_check3 CHECK (((promised IS NULL) = (due_on IS NULL)));
ALTER TABLE meetings ADD CONSTRAINT meetings_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE meetings ADD CONSTRAINT meetings_community_id_promised_due_on_key UNIQUE (community_id, promised, due_on);
ALTER TABLE meetings ADD CONSTRAINT meetings_kind_check CHECK ((kind = ANY (ARRAY['owners-meeting'::text, 'representatives-meeting'::text, 'reception-day'::text])));
ALTER TABLE meetings ADD CONSTRAINT meetings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE meetings ADD CONSTRAINT meetings_promised_check CHECK ((promised = ANY (ARRAY['meeting'::text, 'reception-day'::text])));
ALTER TABLE meetings ADD CONSTRAINT meetings_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'announced'::text, 'held'::text, 'published'::text, 'cancelled'::text])));
ALTER TABLE message_channels ADD CONSTRAINT message_channels_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE message_channels ADD CONSTRAINT message_channels_pkey PRIMARY KEY (community_id);
ALTER TABLE message_grants ADD CONSTRAINT message_grants_check CHECK (((client_ask IS NOT NULL) OR (event_ask IS NOT NULL)));
ALTER TABLE message_grants ADD CONSTRAINT message_grants_openid_template_client_ask_key UNIQUE (openid, template, client_ask);
ALTER TABLE message_grants ADD CONSTRAINT message_grants_pkey PRIMARY KEY (id);
ALTER TABLE message_grants ADD CONSTRAINT message_grants_source_check CHECK ((source = ANY (ARRAY['client'::text, 'event'::text])));
ALTER TABLE message_policies ADD CONSTRAINT message_policies_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE message_policies ADD CONSTRAINT message_policies_pkey PRIMARY KEY (community_id, kind);
ALTER TABLE message_preferences ADD CONSTRAINT message_preferences_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)));
ALTER TABLE message_preferences ADD CONSTRAINT message_preferences_pkey PRIMARY KEY (person_id);
ALTER TABLE messages ADD CONSTRAINT messages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE messages ADD CONSTRAINT messages_community_id_business_key_key UNIQUE (community_id, business_key);
ALTER TABLE messages ADD CONSTRAINT messages_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE messages ADD CONSTRAINT messages_pkey PRIMARY KEY (community_id, id);
ALTER TABLE messages ADD CONSTRAINT messages_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
ALTER TABLE messages ADD CONSTRAINT messages_to_somebody CHECK ((to_group = ((account_id IS NULL) AND (staff_id IS NULL))));
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_before_check CHECK ((before >= 0));
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_community_id_file_id_fkey FOREIGN KEY (community_id, file_id) REFERENCES files(community_id, id);
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_community_id_meter_id_fkey FOREIGN KEY (community_id, meter_id) REFERENCES meters(community_id, id);
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_community_id_meter_id_read_on_key UNIQUE (community_id, meter_id, read_on);
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_how_check CHECK ((how = ANY (ARRAY['read'::text, 'estimated'::text])));
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_pkey PRIMARY KEY (community_id, id);
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_used_check CHECK ((used >= 0));
ALTER TABLE meter_readings ADD CONSTRAINT meter_readings_value_check CHECK ((value >= 0));
ALTER TABLE meters ADD CONSTRAINT meters_check CHECK ((removed_on >= installed_on));
ALTER TABLE meters ADD CONSTRAINT meters_community_id_replaces_fkey FOREIGN KEY (community_id, replaces) REFERENCES meters(community_id, id);
ALTER TABLE meters ADD CONSTRAINT meters_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE meters ADD CONSTRAINT meters_digits_check CHECK (((digits >= 3) AND (digits <= 9)));
ALTER TABLE meters ADD CONSTRAINT meters_first_reading_check CHECK ((first_reading >= 0));
ALTER TABLE meters ADD CONSTRAINT meters_pkey PRIMARY KEY (community_id, id);
ALTER TABLE migrations ADD CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id);
ALTER TABLE notice_editions ADD CONSTRAINT notice_editions_community_id_notice_id_fkey FOREIGN KEY (community_id, notice_id) REFERENCES notices(community_id, id);
ALTER TABLE notice_editions ADD CONSTRAINT notice_editions_number_check CHECK ((number > 0));
ALTER TABLE notice_editions ADD CONSTRAINT notice_editions_pkey PRIMARY KEY (community_id, notice_id, number);
ALTER TABLE notice_editions ADD CONSTRAINT notice_editions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'refused'::text])));
ALTER TABLE notice_reads ADD CONSTRAINT notice_reads_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE notice_reads ADD CONSTRAINT notice_reads_community_id_notice_id_fkey FOREIGN KEY (community_id, notice_id) REFERENCES notices(community_id, id);
ALTER TABLE notice_reads ADD CONSTRAINT notice_reads_pkey PRIMARY KEY (community_id, notice_id, account_id);
ALTER TABLE notices ADD CONSTRAINT notices_check CHECK (((state = 'scheduled'::text) = (scheduled_for IS NOT NULL)));
ALTER TABLE notices ADD CONSTRAINT notices_check1 CHECK (((state = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)));
ALTER TABLE notices ADD CONSTRAINT notices_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE notices ADD CONSTRAINT notices_pkey PRIMARY KEY (community_id, id);
ALTER TABLE notices ADD CONSTRAINT notices_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'refused'::text, 'approved'::text, 'scheduled'::text, 'published'::text, 'withdrawn'::text])));
ALTER TABLE notices ADD CONSTRAINT notices_written_by_somebody CHECK (((written_by IS NOT NULL) OR (state = 'draft'::text)));
ALTER TABLE outage_updates ADD CONSTRAINT outage_updates_community_id_outage_id_fkey FOREIGN KEY (community_id, outage_id) REFERENCES outages(community_id, id);
ALTER TABLE outage_updates ADD CONSTRAINT outage_updates_kind_check CHECK ((kind = ANY (ARRAY['announced'::text, 'updated'::text, 'recovered'::text])));
ALTER TABLE outage_updates ADD CONSTRAINT outage_updates_pkey PRIMARY KEY (community_id, id);
ALTER TABLE outages ADD CONSTRAINT outages_check CHECK (((state = 'recovered'::text) = (recovered_at IS NOT NULL)));
ALTER TABLE outages ADD CONSTRAINT outages_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE outages ADD CONSTRAINT outages_pkey PRIMARY KEY (community_id, id);
ALTER TABLE outages ADD CONSTRAINT outages_state_check CHECK ((state = ANY (ARRAY['announced'::text, 'recovered'::text])));
ALTER TABLE outbox ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE overpayments ADD CONSTRAINT overpayments_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE overpayments ADD CONSTRAINT overpayments_check CHECK (((state = 'open'::text) = (settled_at IS NULL)));
ALTER TABLE overpayments ADD CONSTRAINT overpayments_community_id_payment_id_fkey FOREIGN KEY (community_id, payment_id) REFERENCES payments(community_id, id);
ALTER TABLE overpayments ADD CONSTRAINT overpayments_community_id_payment_id_key UNIQUE (community_id, payment_id);
ALTER TABLE overpayments ADD CONSTRAINT overpayments_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE overpayments ADD CONSTRAINT overpayments_pkey PRIMARY KEY (community_id, id);
ALTER TABLE overpayments ADD CONSTRAINT overpayments_reason_check CHECK ((reason = ANY (ARRAY['late'::text, 'double'::text, 'reversed'::text])));
ALTER TABLE overpayments ADD CONSTRAINT overpayments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'credited'::text, 'refunded'::text])));
ALTER TABLE parking_spaces ADD CONSTRAINT parking_spaces_area_square_centimetres_check CHECK ((area_square_centimetres > 0));
ALTER TABLE parking_spaces ADD CONSTRAINT parking_spaces_check CHECK (((tenure = 'public'::text) = (unit_id IS NULL)));
ALTER TABLE parking_spaces ADD CONSTRAINT parking_spaces_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE parking_spaces ADD CONSTRAINT parking_spaces_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE parking_spaces ADD CONSTRAINT parking_spaces_pkey PRIMARY KEY (community_id, id);
ALTER TABLE parking_spaces ADD CONSTRAINT parking_spaces_tenure_check CHECK ((tenure = ANY (ARRAY['owned'::text, 'let'::text, 'public'::text])));
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_check CHECK (((payment_id IS NULL) = (community_id IS NULL)));
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_check1 CHECK (((state = 'open'::text) = ((settled_at IS NULL) AND (reason IS NULL) AND (settled_by_name IS NULL))));
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_community_id_payment_id_fkey FOREIGN KEY (community_id, payment_id) REFERENCES payments(community_id, id);
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_community_id_refund_id_fkey FOREIGN KEY (community_id, refund_id) REFERENCES refunds(community_id, id);
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_company_id_statement_id_fkey FOREIGN KEY (company_id, statement_id) REFERENCES pay_statements(company_id, id);
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_company_id_statement_id_kind_number_key UNIQUE (company_id, statement_id, kind, number);
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_pkey PRIMARY KEY (company_id, id);
ALTER TABLE pay_differences ADD CONSTRAINT pay_differences_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'explained'::text])));
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_check CHECK (((mode = 'partner'::text) = (sub_mchid IS NOT NULL)));
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_id_key UNIQUE (id);
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_mode_check CHECK ((mode = ANY (ARRAY['direct'::text, 'partner'::text])));
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_pkey PRIMARY KEY (company_id, id);
ALTER TABLE pay_merchants ADD CONSTRAINT pay_merchants_platform_keys_check CHECK ((jsonb_array_length(platform_keys) > 0));
ALTER TABLE pay_statement_fees ADD CONSTRAINT pay_statement_fees_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE pay_statement_fees ADD CONSTRAINT pay_statement_fees_community_id_record_id_fkey FOREIGN KEY (community_id, record_id) REFERENCES fund_records(community_id, id);
ALTER TABLE pay_statement_fees ADD CONSTRAINT pay_statement_fees_company_id_statement_id_fkey FOREIGN KEY (company_id, statement_id) REFERENCES pay_statements(company_id, id);
ALTER TABLE pay_statement_fees ADD CONSTRAINT pay_statement_fees_fee_fen_check CHECK ((fee_fen > 0));
ALTER TABLE pay_statement_fees ADD CONSTRAINT pay_statement_fees_pkey PRIMARY KEY (company_id, statement_id, community_id);
ALTER TABLE pay_statement_lines ADD CONSTRAINT pay_statement_lines_amount_fen_check CHECK ((amount_fen >= 0));
ALTER TABLE pay_statement_lines ADD CONSTRAINT pay_statement_lines_company_id_statement_id_fkey FOREIGN KEY (company_id, statement_id) REFERENCES pay_statements(company_id, id);
ALTER TABLE pay_statement_lines ADD CONSTRAINT pay_statement_lines_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'refund'::text])));
ALTER TABLE pay_statement_lines ADD CONSTRAINT pay_statement_lines_line_check CHECK ((line > 0));
ALTER TABLE pay_statement_lines ADD CONSTRAINT pay_statement_lines_pkey PRIMARY KEY (company_id, statement_id, line);
ALTER TABLE pay_statements ADD CONSTRAINT pay_statements_check CHECK (((state = ANY (ARRAY['none'::text, 'checked'::text])) = (checked_at IS NOT NULL)));
ALTER TABLE pay_statements ADD CONSTRAINT pay_statements_check1 CHECK (((state <> 'refused'::text) OR (trouble IS NOT NULL)));
ALTER TABLE pay_statements ADD CONSTRAINT pay_statements_company_id_account_day_key UNIQUE (company_id, account, day);
ALTER TABLE pay_statements ADD CONSTRAINT pay_statements_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE pay_statements ADD CONSTRAINT pay_statements_pkey PRIMARY KEY (company_id, id);
ALTER TABLE pay_statements ADD CONSTRAINT pay_statements_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'refused'::text, 'none'::text, 'checked'::text])));
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_check CHECK (((settled_fen >= 0) AND (settled_fen <= amount_fen)));
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_check1 CHECK (((refunded_fen >= 0) AND (refunded_fen <= settled_fen)));
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_community_id_bill_id_fkey FOREIGN KEY (community_id, bill_id) REFERENCES bills(community_id, id);
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_community_id_payment_id_fkey FOREIGN KEY (community_id, payment_id) REFERENCES payments(community_id, id);
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE payment_parts ADD CONSTRAINT payment_parts_pkey PRIMARY KEY (community_id, payment_id, bill_id);
ALTER TABLE payment_rules ADD CONSTRAINT payment_rules_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE payment_rules ADD CONSTRAINT payment_rules_pkey PRIMARY KEY (community_id);
ALTER TABLE payment_rules ADD CONSTRAINT payment_rules_refund_alone_fen_check CHECK ((refund_alone_fen >= 0));
ALTER TABLE payments ADD CONSTRAINT payments_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE payments ADD CONSTRAINT payments_check CHECK (((ahead_fen >= 0) AND (ahead_fen <= amount_fen)));
ALTER TABLE payments ADD CONSTRAINT payments_check1 CHECK (((refunded_fen >= 0) AND (refunded_fen <= amount_fen)));
ALTER TABLE payments ADD CONSTRAINT payments_check2 CHECK (((state = 'paid'::text) = ((paid_at IS NOT NULL) AND (proof IS NOT NULL))));
ALTER TABLE payments ADD CONSTRAINT payments_check3 CHECK (((state <> 'closed'::text) OR (closed_at IS NOT NULL)));
ALTER TABLE payments ADD CONSTRAINT payments_check4 CHECK (((way = 'wechat'::text) = (merchant_id IS NOT NULL)));
ALTER TABLE payments ADD CONSTRAINT payments_check5 CHECK (((way <> ALL (ARRAY['cash'::text, 'transfer'::text, 'pos'::text])) OR (taken_by IS NOT NULL)));
ALTER TABLE payments ADD CONSTRAINT payments_community_id_transaction_id_key UNIQUE (community_id, transaction_id);
ALTER TABLE payments ADD CONSTRAINT payments_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE payments ADD CONSTRAINT payments_pkey PRIMARY KEY (community_id, id);
ALTER TABLE payments ADD CONSTRAINT payments_proof_check CHECK ((proof = ANY (ARRAY['notice'::text, 'query'::text, 'trade-bill'::text, 'counter'::text, 'balance'::text])));
ALTER TABLE payments ADD CONSTRAINT payments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'closed'::text])));
ALTER TABLE payments ADD CONSTRAINT payments_way_check CHECK ((way = ANY (ARRAY['wechat'::text, 'cash'::text, 'transfer'::text, 'pos'::text, 'balance'::text])));
ALTER TABLE places ADD CONSTRAINT places_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES buildings(community_id, id);
ALTER TABLE places ADD CONSTRAINT places_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE places ADD CONSTRAINT places_community_id_label_key UNIQUE (community_id, label);
ALTER TABLE places ADD CONSTRAINT places_kind_check CHECK ((kind = ANY (ARRAY['area'::text, 'asset'::text])));
ALTER TABLE places ADD CONSTRAINT places_pkey PRIMARY KEY (community_id, id);
ALTER TABLE places ADD CONSTRAINT places_plan_x_check CHECK (((plan_x >= 0) AND (plan_x <= 1000)));
ALTER TABLE places ADD CONSTRAINT places_plan_y_check CHECK (((plan_y >= 0) AND (plan_y <= 1000)));
ALTER TABLE posts ADD CONSTRAINT posts_company_id_code_key UNIQUE (company_id, code);
ALTER TABLE posts ADD CONSTRAINT posts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE posts ADD CONSTRAINT posts_company_id_name_key UNIQUE (company_id, name);
ALTER TABLE posts ADD CONSTRAINT posts_pkey PRIMARY KEY (company_id, id);
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_check CHECK ((num_nonnulls(account_id, resident_id) > 0));
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_check1 CHECK (((registered_by IS NULL) = (identity_note IS NULL)));
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_community_id_resident_id_fkey FOREIGN KEY (community_id, resident_id) REFERENCES residents(community_id, id);
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_kind_check CHECK ((kind = ANY (ARRAY['export'::text, 'deletion'::text])));
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_pkey PRIMARY KEY (community_id, id);
ALTER TABLE privacy_requests ADD CONSTRAINT privacy_requests_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'ready'::text, 'expired'::text, 'cooling'::text, 'withdrawn'::text, 'done'::text])));
ALTER TABLE published_results ADD CONSTRAINT published_results_check CHECK ((last_day >= first_day));
ALTER TABLE published_results ADD CONSTRAINT published_results_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE published_results ADD CONSTRAINT published_results_community_id_made_for_key UNIQUE (community_id, made_for);
ALTER TABLE published_results ADD CONSTRAINT published_results_community_id_notice_id_fkey FOREIGN KEY (community_id, notice_id) REFERENCES notices(community_id, id);
ALTER TABLE published_results ADD CONSTRAINT published_results_kind_check CHECK ((kind = ANY (ARRAY['slips'::text, 'summary'::text])));
ALTER TABLE published_results ADD CONSTRAINT published_results_pkey PRIMARY KEY (community_id, id);
ALTER TABLE quick_replies ADD CONSTRAINT quick_replies_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE quick_replies ADD CONSTRAINT quick_replies_pkey PRIMARY KEY (community_id, id);
ALTER TABLE receipt_books ADD CONSTRAINT receipt_books_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE receipt_books ADD CONSTRAINT receipt_books_next_number_check CHECK ((next_number > 0));
ALTER TABLE receipt_books ADD CONSTRAINT receipt_books_pkey PRIMARY KEY (community_id);
ALTER TABLE receipts ADD CONSTRAINT receipts_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE receipts ADD CONSTRAINT receipts_check CHECK (((voided_at IS NULL) = (voided_because IS NULL)));
ALTER TABLE receipts ADD CONSTRAINT receipts_community_id_number_key UNIQUE (community_id, number);
ALTER TABLE receipts ADD CONSTRAINT receipts_community_id_payment_id_fkey FOREIGN KEY (community_id, payment_id) REFERENCES payments(community_id, id);
ALTER TABLE receipts ADD CONSTRAINT receipts_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE receipts ADD CONSTRAINT receipts_number_check CHECK ((number > 0));
ALTER TABLE receipts ADD CONSTRAINT receipts_pkey PRIMARY KEY (community_id, id);
ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_check CHECK (((used_at IS NULL) = (salt IS NULL)));
ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash);
ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE;
ALTER TABLE refund_parts ADD CONSTRAINT refund_parts_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE refund_parts ADD CONSTRAINT refund_parts_community_id_bill_id_fkey FOREIGN KEY (community_id, bill_id) REFERENCES bills(community_id, id);
ALTER TABLE refund_parts ADD CONSTRAINT refund_parts_community_id_refund_id_fkey FOREIGN KEY (community_id, refund_id) REFERENCES refunds(community_id, id);
ALTER TABLE refund_parts ADD CONSTRAINT refund_parts_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE refund_parts ADD CONSTRAINT refund_parts_pkey PRIMARY KEY (community_id, refund_id, bill_id);
ALTER TABLE refunds ADD CONSTRAINT refunds_ahead_fen_check CHECK ((ahead_fen >= 0));
ALTER TABLE refunds ADD CONSTRAINT refunds_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE refunds ADD CONSTRAINT refunds_check CHECK (((overpaid_fen + ahead_fen) <= amount_fen));
ALTER TABLE refunds ADD CONSTRAINT refunds_community_id_payment_id_fkey FOREIGN KEY (community_id, payment_id) REFERENCES payments(community_id, id);
ALTER TABLE refunds ADD CONSTRAINT refunds_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE refunds ADD CONSTRAINT refunds_overpaid_fen_check CHECK ((overpaid_fen >= 0));
ALTER TABLE refunds ADD CONSTRAINT refunds_pkey PRIMARY KEY (community_id, id);
ALTER TABLE refunds ADD CONSTRAINT refunds_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'refused'::text, 'approved'::text, 'sent'::text, 'done'::text, 'abnormal'::text, 'closed'::text])));
ALTER TABLE refunds ADD CONSTRAINT refunds_way_check CHECK ((way = ANY (ARRAY['wechat'::text, 'cash'::text, 'transfer'::text, 'pos'::text, 'balance'::text])));
ALTER TABLE regions ADD CONSTRAINT regions_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE regions ADD CONSTRAINT regions_company_id_name_key UNIQUE (company_id, name);
ALTER TABLE regions ADD CONSTRAINT regions_pkey PRIMARY KEY (company_id, id);
ALTER TABLE reminder_bills ADD CONSTRAINT reminder_bills_community_id_bill_id_fkey FOREIGN KEY (community_id, bill_id) REFERENCES bills(community_id, id);
ALTER TABLE reminder_bills ADD CONSTRAINT reminder_bills_community_id_reminder_id_fkey FOREIGN KEY (community_id, reminder_id) REFERENCES reminders(community_id, id);
ALTER TABLE reminder_bills ADD CONSTRAINT reminder_bills_community_id_stage_id_fkey FOREIGN KEY (community_id, stage_id) REFERENCES reminder_stages(community_id, id);
ALTER TABLE reminder_bills ADD CONSTRAINT reminder_bills_pkey PRIMARY KEY (community_id, bill_id, stage_id);
ALTER TABLE reminder_recipients ADD CONSTRAINT reminder_recipients_community_id_reminder_id_fkey FOREIGN KEY (community_id, reminder_id) REFERENCES reminders(community_id, id);
ALTER TABLE reminder_recipients ADD CONSTRAINT reminder_recipients_pkey PRIMARY KEY (community_id, reminder_id, account_id);
ALTER TABLE reminder_stages ADD CONSTRAINT reminder_stages_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE reminder_stages ADD CONSTRAINT reminder_stages_days_check CHECK (((days >= '-30'::integer) AND (days <= 730)));
ALTER TABLE reminder_stages ADD CONSTRAINT reminder_stages_pkey PRIMARY KEY (community_id, id);
ALTER TABLE reminder_stops ADD CONSTRAINT reminder_stops_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE reminder_stops ADD CONSTRAINT reminder_stops_pkey PRIMARY KEY (community_id, unit_id);
ALTER TABLE reminders ADD CONSTRAINT reminders_community_id_stage_id_fkey FOREIGN KEY (community_id, stage_id) REFERENCES reminder_stages(community_id, id);
ALTER TABLE reminders ADD CONSTRAINT reminders_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE reminders ADD CONSTRAINT reminders_pkey PRIMARY KEY (community_id, id);
ALTER TABLE reminders ADD CONSTRAINT reminders_way_check CHECK ((way = ANY (ARRAY['message'::text, 'letter'::text, 'phone'::text, 'visit'::text])));
ALTER TABLE repair_materials ADD CONSTRAINT repair_materials_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE repair_materials ADD CONSTRAINT repair_materials_pkey PRIMARY KEY (community_id, id);
ALTER TABLE repair_materials ADD CONSTRAINT repair_materials_quantity_check CHECK ((quantity > (0)::numeric));
ALTER TABLE repair_materials ADD CONSTRAINT repair_materials_unit_price_fen_check CHECK ((unit_price_fen >= 0));
ALTER TABLE repair_samples ADD CONSTRAINT repair_samples_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE repair_samples ADD CONSTRAINT repair_samples_community_id_case_id_key UNIQUE (community_id, case_id);
ALTER TABLE repair_samples ADD CONSTRAINT repair_samples_pkey PRIMARY KEY (community_id, id);
ALTER TABLE repair_samples ADD CONSTRAINT repair_samples_result_check CHECK ((result = ANY (ARRAY['pending'::text, 'passed'::text, 'failed'::text])));
ALTER TABLE repair_visits ADD CONSTRAINT repair_visits_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE repair_visits ADD CONSTRAINT repair_visits_pkey PRIMARY KEY (community_id, id);
ALTER TABLE repairs ADD CONSTRAINT repairs_charge_fen_check CHECK ((charge_fen >= 0));
ALTER TABLE repairs ADD CONSTRAINT repairs_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE repairs ADD CONSTRAINT repairs_pkey PRIMARY KEY (community_id, case_id);
ALTER TABLE repairs ADD CONSTRAINT repairs_rating_check CHECK (((rating >= 1) AND (rating <= 5)));
ALTER TABLE repeat_rules ADD CONSTRAINT repeat_rules_cases_check CHECK (((cases >= 2) AND (cases <= 100)));
ALTER TABLE repeat_rules ADD CONSTRAINT repeat_rules_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE repeat_rules ADD CONSTRAINT repeat_rules_days_check CHECK (((days >= 1) AND (days <= 365)));
ALTER TABLE repeat_rules ADD CONSTRAINT repeat_rules_pkey PRIMARY KEY (community_id, rule);
ALTER TABLE repeat_rules ADD CONSTRAINT repeat_rules_rule_check CHECK ((rule = ANY (ARRAY['cause'::text, 'building'::text, 'place'::text])));
ALTER TABLE residence_applications ADD CONSTRAINT residence_applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE residence_applications ADD CONSTRAINT residence_applications_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE residence_applications ADD CONSTRAINT residence_applications_pkey PRIMARY KEY (community_id, id);
ALTER TABLE residence_applications ADD CONSTRAINT residence_applications_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'family'::text, 'tenant'::text])));
ALTER TABLE residence_applications ADD CONSTRAINT residence_applications_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text])));
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES accounts(id);
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_check CHECK (((accepted_at IS NULL) = (accepted_by IS NULL)));
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_check1 CHECK ((num_nonnulls(invited_by, invited_by_staff) = 1));
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_check2 CHECK (((role <> 'owner'::text) OR ((invited_by_staff IS NOT NULL) AND (phone IS NOT NULL))));
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_check3 CHECK (((role <> 'tenant'::text) OR (valid_until IS NOT NULL)));
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id);
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_pkey PRIMARY KEY (community_id, id);
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'family'::text, 'tenant'::text])));
ALTER TABLE residence_invitations ADD CONSTRAINT residence_invitations_token_key UNIQUE (token);
ALTER TABLE residencies ADD CONSTRAINT residencies_community_id_resident_id_fkey FOREIGN KEY (community_id, resident_id) REFERENCES residents(community_id, id);
ALTER TABLE residencies ADD CONSTRAINT residencies_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE residencies ADD CONSTRAINT residencies_community_id_unit_id_resident_id_role_valid_fro_key UNIQUE (community_id, unit_id, resident_id, role, valid_from);
ALTER TABLE residencies ADD CONSTRAINT residencies_pkey PRIMARY KEY (community_id, id);
ALTER TABLE residencies ADD CONSTRAINT residencies_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'family'::text, 'tenant'::text])));
ALTER TABLE residencies ADD CONSTRAINT residencies_share_percent_check CHECK (((share_percent > (0)::numeric) AND (share_percent <= (100)::numeric)));
ALTER TABLE residents ADD CONSTRAINT residents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE residents ADD CONSTRAINT residents_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE residents ADD CONSTRAINT residents_pkey PRIMARY KEY (community_id, id);
ALTER TABLE retention_rules ADD CONSTRAINT retention_rules_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE retention_rules ADD CONSTRAINT retention_rules_keep_days_check CHECK ((keep_days > 0));
ALTER TABLE retention_rules ADD CONSTRAINT retention_rules_pkey PRIMARY KEY (company_id, id);
ALTER TABLE retention_runs ADD CONSTRAINT retention_runs_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE retention_runs ADD CONSTRAINT retention_runs_pkey PRIMARY KEY (company_id, id);
ALTER TABLE saved_views ADD CONSTRAINT saved_views_pkey PRIMARY KEY (staff_id, page);
ALTER TABLE saved_views ADD CONSTRAINT saved_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
ALTER TABLE sessions ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE sessions ADD CONSTRAINT sessions_check CHECK (((account_id IS NOT NULL) OR (staff_id IS NOT NULL)));
ALTER TABLE sessions ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);
ALTER TABLE sessions ADD CONSTRAINT sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
ALTER TABLE sessions ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);
ALTER TABLE shared_costs ADD CONSTRAINT shared_costs_amount_fen_check CHECK ((amount_fen > 0));
ALTER TABLE shared_costs ADD CONSTRAINT shared_costs_community_id_charge_id_fkey FOREIGN KEY (community_id, charge_id) REFERENCES charges(community_id, id);
ALTER TABLE shared_costs ADD CONSTRAINT shared_costs_pkey PRIMARY KEY (community_id, id);
ALTER TABLE shared_costs ADD CONSTRAINT shared_costs_share_key_check CHECK ((share_key = ANY (ARRAY['area'::text, 'heads'::text, 'unit'::text])));
ALTER TABLE sign_in_attempts ADD CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (login, address);
ALTER TABLE sign_in_tickets ADD CONSTRAINT sign_in_tickets_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES staff(id);
ALTER TABLE sign_in_tickets ADD CONSTRAINT sign_in_tickets_pkey PRIMARY KEY (id);
ALTER TABLE signing_keys ADD CONSTRAINT signing_keys_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE signing_keys ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (company_id);
ALTER TABLE staff ADD CONSTRAINT staff_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE staff ADD CONSTRAINT staff_account_id_key UNIQUE (account_id);
ALTER TABLE staff ADD CONSTRAINT staff_check CHECK (((left_on IS NULL) OR (NOT active)));
ALTER TABLE staff ADD CONSTRAINT staff_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE staff ADD CONSTRAINT staff_id_key UNIQUE (id);
ALTER TABLE staff ADD CONSTRAINT staff_login_key UNIQUE (login);
ALTER TABLE staff ADD CONSTRAINT staff_pkey PRIMARY KEY (company_id, id);
ALTER TABLE staff_posts ADD CONSTRAINT staff_posts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE staff_posts ADD CONSTRAINT staff_posts_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES posts(company_id, id);
ALTER TABLE staff_posts ADD CONSTRAINT staff_posts_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id);
ALTER TABLE staff_posts ADD CONSTRAINT staff_posts_pkey PRIMARY KEY (community_id, staff_id, post_id);
ALTER TABLE standard_adoptions ADD CONSTRAINT standard_adoptions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE standard_adoptions ADD CONSTRAINT standard_adoptions_pkey PRIMARY KEY (community_id, id);
ALTER TABLE suggestion_boxes ADD CONSTRAINT suggestion_boxes_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES buildings(community_id, id);
ALTER TABLE suggestion_boxes ADD CONSTRAINT suggestion_boxes_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE suggestion_boxes ADD CONSTRAINT suggestion_boxes_every_days_check CHECK (((every_days >= 1) AND (every_days <= 90)));
ALTER TABLE suggestion_boxes ADD CONSTRAINT suggestion_boxes_pkey PRIMARY KEY (community_id, id);
ALTER TABLE suppliers ADD CONSTRAINT suppliers_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
ALTER TABLE suppliers ADD CONSTRAINT suppliers_pkey PRIMARY KEY (company_id, id);
ALTER TABLE unit_balances ADD CONSTRAINT unit_balances_balance_fen_check CHECK ((balance_fen >= 0));
ALTER TABLE unit_balances ADD CONSTRAINT unit_balances_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE unit_balances ADD CONSTRAINT unit_balances_pkey PRIMARY KEY (community_id, unit_id);
ALTER TABLE units ADD CONSTRAINT units_area_square_centimetres_check CHECK ((area_square_centimetres > 0));
ALTER TABLE units ADD CONSTRAINT units_community_id_building_id_fkey FOREIGN KEY (community_id, building_id) REFERENCES buildings(community_id, id);
ALTER TABLE units ADD CONSTRAINT units_community_id_label_key UNIQUE (community_id, label);
ALTER TABLE units ADD CONSTRAINT units_pkey PRIMARY KEY (community_id, id);
ALTER TABLE unmask_counts ADD CONSTRAINT unmask_counts_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id);
ALTER TABLE unmask_counts ADD CONSTRAINT unmask_counts_pkey PRIMARY KEY (company_id, staff_id, day);
ALTER TABLE vehicles ADD CONSTRAINT vehicles_community_id_resident_id_fkey FOREIGN KEY (community_id, resident_id) REFERENCES residents(community_id, id);
ALTER TABLE vehicles ADD CONSTRAINT vehicles_community_id_space_id_fkey FOREIGN KEY (community_id, space_id) REFERENCES parking_spaces(community_id, id);
ALTER TABLE vehicles ADD CONSTRAINT vehicles_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE vehicles ADD CONSTRAINT vehicles_kind_check CHECK ((kind = ANY (ARRAY['car'::text, 'electric-bicycle'::text, 'motorcycle'::text, 'other'::text])));
ALTER TABLE vehicles ADD CONSTRAINT vehicles_pkey PRIMARY KEY (community_id, id);
ALTER TABLE visit_findings ADD CONSTRAINT visit_findings_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases(community_id, id);
ALTER TABLE visit_findings ADD CONSTRAINT visit_findings_community_id_visit_id_fkey FOREIGN KEY (community_id, visit_id) REFERENCES visits(community_id, id);
ALTER TABLE visit_findings ADD CONSTRAINT visit_findings_pkey PRIMARY KEY (community_id, case_id);
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_check CHECK ((ends_on >= starts_on));
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_check1 CHECK (((opened_by IS NULL) = (opened_by_name IS NULL)));
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_community_id_number_key UNIQUE (community_id, number);
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_number_check CHECK ((number > 0));
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_pkey PRIMARY KEY (community_id, id);
ALTER TABLE visit_rounds ADD CONSTRAINT visit_rounds_way_check CHECK ((way = ANY (ARRAY['door'::text, 'telephone'::text])));
ALTER TABLE visits ADD CONSTRAINT visits_check CHECK (((state = 'planned'::text) = (ended_at IS NULL)));
ALTER TABLE visits ADD CONSTRAINT visits_community_id_round_id_fkey FOREIGN KEY (community_id, round_id) REFERENCES visit_rounds(community_id, id);
ALTER TABLE visits ADD CONSTRAINT visits_community_id_unit_id_fkey FOREIGN KEY (community_id, unit_id) REFERENCES units(community_id, id);
ALTER TABLE visits ADD CONSTRAINT visits_pkey PRIMARY KEY (community_id, id);
ALTER TABLE visits ADD CONSTRAINT visits_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5)));
ALTER TABLE visits ADD CONSTRAINT visits_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'reached'::text, 'unreached'::text, 'declined'::text, 'missed'::text, 'dropped'::text])));
ALTER TABLE visits ADD CONSTRAINT visits_way_check CHECK ((way = ANY (ARRAY['door'::text, 'telephone'::text])));
ALTER TABLE visits ADD CONSTRAINT visits_wish_check CHECK ((wish = ANY (ARRAY['door'::text, 'telephone'::text, 'none'::text])));
ALTER TABLE visits ADD CONSTRAINT visits_wish_time_check CHECK ((wish_time = ANY (ARRAY['morning'::text, 'noon'::text, 'afternoon'::text, 'evening'::text, 'weekend'::text])));
ALTER TABLE wechat_tokens ADD CONSTRAINT wechat_tokens_pkey PRIMARY KEY (app_id);
ALTER TABLE wide_posts ADD CONSTRAINT wide_posts_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES posts(company_id, id);
ALTER TABLE wide_posts ADD CONSTRAINT wide_posts_company_id_region_id_fkey FOREIGN KEY (company_id, region_id) REFERENCES regions(company_id, id);
ALTER TABLE wide_posts ADD CONSTRAINT wide_posts_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id);
ALTER TABLE wide_posts ADD CONSTRAINT wide_posts_company_id_staff_id_post_id_region_id_key UNIQUE NULLS NOT DISTINCT (company_id, staff_id, post_id, region_id);
ALTER TABLE work_calendars ADD CONSTRAINT work_calendars_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id);
ALTER TABLE work_calendars ADD CONSTRAINT work_calendars_pkey PRIMARY KEY (community_id);

CREATE UNIQUE INDEX audit_entries_in_order ON public.audit_entries USING btree (company_id, seq) WHERE (seq IS NOT NULL);
CREATE INDEX audit_entries_of_subject ON public.audit_entries USING btree (company_id, subject_id);
CREATE INDEX audit_entries_unsealed ON public.audit_entries USING btree (company_id, id) WHERE (seq IS NULL);
CREATE UNIQUE INDEX bill_run_charges_at_work ON public.bill_run_charges USING btree (community_id, charge_id, period_from) WHERE (finished_at IS NULL);
CREATE INDEX bill_runs_by_time ON public.bill_runs USING btree (community_id, started_at DESC, id DESC);
CREATE INDEX bills_of_unit ON public.bills USING btree (community_id, unit_id, period_from DESC, id DESC);
CREATE UNIQUE INDEX bills_once ON public.bills USING btree (community_id, charge_id, subject_id, period_from) WHERE (reversed_at IS NULL);
CREATE INDEX bills_owed ON public.bills USING btree (community_id, due_on, unit_id) WHERE ((reversed_at IS NULL) AND ((paid_fen + waived_fen) < amount_fen));
CREATE INDEX box_openings_by_time ON public.box_openings USING btree (community_id, opened_at DESC, id DESC);
CREATE INDEX box_openings_of_box ON public.box_openings USING btree (community_id, box_id, opened_at DESC, id DESC);
CREATE UNIQUE INDEX box_slips_of_case ON public.box_slips USING btree (community_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX broadcasts_about ON public.broadcasts USING btree (community_id, about_id);
CREATE INDEX case_causes_of_cause ON public.case_causes USING btree (community_id, cause_id);
CREATE INDEX case_clocks_next_step ON public.case_clocks USING btree (next_step_at) WHERE (next_step_at IS NOT NULL);
CREATE INDEX cases_all ON public.cases USING btree (community_id, kind, reported_at DESC, id DESC);
CREATE INDEX cases_by_channel ON public.cases USING btree (community_id, channel, reported_at DESC, id DESC);
CREATE INDEX cases_by_place ON public.cases USING btree (community_id, place_id) WHERE open;
CREATE INDEX cases_closed ON public.cases USING btree (community_id, kind, closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX cases_closed_of_place ON public.cases USING btree (community_id, place_id, closed_at DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX cases_of_assignee ON public.cases USING btree (community_id, assignee_id) WHERE open;
CREATE INDEX cases_of_reporter ON public.cases USING btree (reporter_account_id, reported_at DESC) WHERE (reporter_account_id IS NOT NULL);
CREATE INDEX cases_open_queue ON public.cases USING btree (community_id, kind, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE open;
CREATE INDEX consultations_of_home ON public.cases USING btree (community_id, reporter_account_id, place_id, reported_at DESC) WHERE (kind = 'consultation'::text);
CREATE UNIQUE INDEX causes_by_name ON public.causes USING btree (company_id, community_id, kind, category, name) NULLS NOT DISTINCT WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX charges_by_name ON public.charges USING btree (community_id, name) WHERE (stopped_on IS NULL);
CREATE UNIQUE INDEX charges_of_one_kind ON public.charges USING btree (community_id, kind, fund) WHERE (kind <> 'charge'::text);
CREATE UNIQUE INDEX community_services_by_name ON public.community_services USING btree (community_id, name) WHERE (withdrawn_at IS NULL);
CREATE INDEX complaint_authors_by_hash ON public.complaint_authors USING btree (author_hash);
CREATE INDEX complaint_unsealings_of_case ON public.complaint_unsealings USING btree (community_id, case_id);
CREATE INDEX content_checks_by_trace ON public.content_checks USING btree (wechat_trace_id) WHERE (wechat_trace_id IS NOT NULL);
CREATE INDEX content_checks_of_subject ON public.content_checks USING btree (community_id, subject_id);
CREATE INDEX day_end_entries_of_day ON public.day_end_entries USING btree (community_id, day_end_id);
CREATE INDEX day_ends_by_time ON public.day_ends USING btree (community_id, day DESC, id DESC);
CREATE UNIQUE INDEX day_ends_once ON public.day_ends USING btree (community_id, cashier_id, day) WHERE (state <> 'returned'::text);
CREATE INDEX deliveries_by_provider ON public.deliveries USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX deliveries_by_time ON public.deliveries USING btree (community_id, at);
CREATE INDEX deliveries_resting ON public.deliveries USING btree (next_at) WHERE ((state = 'pending'::text) AND (next_at IS NOT NULL));
CREATE INDEX disclosure_lines_by_charge ON public.disclosure_lines USING btree (community_id, disclosure_id, side, charge, number);
CREATE INDEX disclosure_lines_of_entry ON public.disclosure_lines USING btree (community_id, disclosure_id, entry_id, entry_line);
CREATE INDEX disclosure_lines_of_payment ON public.disclosure_lines USING btree (community_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX disclosure_questions_of ON public.disclosure_questions USING btree (community_id, disclosure_id, line);
CREATE INDEX disclosures_by_id ON public.disclosures USING btree (id) WHERE (state = 'posted'::text);
CREATE INDEX disclosures_by_period ON public.disclosures USING btree (community_id, period_from DESC, id DESC);
CREATE INDEX disclosures_late ON public.disclosures USING btree (due_on) WHERE ((state <> 'posted'::text) AND (late_told_at IS NULL));
CREATE UNIQUE INDEX document_categories_by_name ON public.document_categories USING btree (company_id, parent_id, name) NULLS NOT DISTINCT WHERE (withdrawn_at IS NULL);
CREATE INDEX document_texts_by_words ON public.document_texts USING gin (words);
CREATE INDEX document_versions_of_file ON public.document_versions USING btree (company_id, file_id);
CREATE INDEX documents_by_change ON public.documents USING btree (company_id, state, updated_at DESC, id DESC);
CREATE INDEX documents_of_category ON public.documents USING btree (company_id, category_id);
CREATE INDEX documents_review_by ON public.documents USING btree (review_by) WHERE ((state = 'current'::text) AND (review_by IS NOT NULL));
CREATE INDEX documents_valid_until ON public.documents USING btree (valid_until) WHERE ((state = 'current'::text) AND (valid_until IS NOT NULL));
CREATE INDEX duty_periods_of_staff ON public.duty_periods USING btree (staff_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX duty_periods_one_open ON public.duty_periods USING btree (community_id, staff_id) WHERE (until IS NULL);
CREATE INDEX entry_codes_by_place ON public.entry_codes USING btree (community_id, kind, place_label);
CREATE INDEX exemptions_of_unit ON public.exemptions USING btree (community_id, unit_id, charge_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX fund_records_asked ON public.fund_records USING btree (community_id, entered_at) WHERE (state = 'asked'::text);
CREATE INDEX fund_records_by_day ON public.fund_records USING btree (community_id, happened_on DESC, id DESC);
CREATE INDEX fund_records_of_import ON public.fund_records USING btree (community_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX hand_overs_of_staff ON public.hand_overs USING btree (staff_id, done_at DESC);
CREATE INDEX household_events_of_unit ON public.household_events USING btree (community_id, unit_id, begun_on DESC);
CREATE INDEX household_notes_of_unit ON public.household_notes USING btree (community_id, unit_id, written_at DESC);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);
CREATE INDEX import_batches_by_age ON public.import_batches USING btree (created_at);
CREATE INDEX import_batches_latest ON public.import_batches USING btree (community_id, created_at DESC, id DESC);
CREATE INDEX import_changes_left ON public.import_changes USING btree (community_id, batch_id, table_name, row_id) WHERE (left_because IS NOT NULL);
CREATE INDEX improvement_cases_of_case ON public.improvement_cases USING btree (community_id, case_id);
CREATE INDEX improvement_events_of ON public.improvement_events USING btree (community_id, improvement_id, at);
CREATE INDEX improvement_proposals_by_time ON public.improvement_proposals USING btree (community_id, made_at DESC, id DESC);
CREATE INDEX improvement_tellings_by_time ON public.improvement_tellings USING btree (community_id, told_at DESC, improvement_id DESC) WHERE (state = 'published'::text);
CREATE INDEX improvements_by_time ON public.improvements USING btree (community_id, opened_at DESC, id DESC);
CREATE INDEX improvements_of_owner ON public.improvements USING btree (owner_id) WHERE (state = ANY (ARRAY['open'::text, 'doing'::text]));
CREATE UNIQUE INDEX late_fee_waivers_once ON public.late_fee_waivers USING btree (community_id, bill_id) WHERE (state = ANY (ARRAY['asked'::text, 'approved'::text]));
CREATE INDEX ledger_closings_of_month ON public.ledger_closings USING btree (community_id, month, at);
CREATE INDEX ledger_entries_by_day ON public.ledger_entries USING btree (community_id, booked_on DESC, id DESC);
CREATE INDEX ledger_entries_by_kind ON public.ledger_entries USING btree (community_id, kind, booked_on DESC, id DESC);
CREATE INDEX ledger_entries_of_cashier ON public.ledger_entries USING btree (community_id, posted_by, posted_at) WHERE (source_kind = ANY (ARRAY['payment'::text, 'refund'::text]));
CREATE INDEX ledger_lines_by_account ON public.ledger_lines USING btree (community_id, account, booked_on);
CREATE INDEX ledger_lines_of_bill ON public.ledger_lines USING btree (community_id, bill_id) WHERE (bill_id IS NOT NULL);
CREATE INDEX ledger_lines_of_payment ON public.ledger_lines USING btree (community_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX ledger_lines_published ON public.ledger_lines USING btree (community_id, fund, booked_on, entry_id, line) WHERE (published_as IS NOT NULL);
CREATE INDEX letter_answers_of_letter ON public.letter_answers USING btree (community_id, letter_id);
CREATE INDEX letter_answers_to_sender ON public.letter_answers USING btree (community_id, to_address, asked_at);
CREATE INDEX letters_by_time ON public.letters USING btree (community_id, received_at DESC, id DESC);
CREATE INDEX letters_of_case ON public.letters USING btree (community_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX letters_of_sender ON public.letters USING btree (community_id, from_address, received_at);
CREATE INDEX mailboxes_due ON public.mailboxes USING btree (next_poll_at) WHERE active;
CREATE UNIQUE INDEX meeting_bookings_once ON public.meeting_bookings USING btree (community_id, meeting_id, resident_id) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX meeting_bookings_seats ON public.meeting_bookings USING btree (community_id, meeting_id, slot_at, seat) WHERE ((cancelled_at IS NULL) AND (slot_at IS NOT NULL));
CREATE INDEX meeting_points_of_meeting ON public.meeting_points USING btree (community_id, meeting_id, created_at, id);
CREATE UNIQUE INDEX meetings_by_key ON public.meetings USING btree (community_id, check_in_key);
CREATE INDEX meetings_by_time ON public.meetings USING btree (community_id, starts_at DESC, id DESC);
CREATE INDEX meetings_to_remind ON public.meetings USING btree (starts_at) WHERE (state = 'announced'::text);
CREATE UNIQUE INDEX message_grants_event_ask ON public.message_grants USING btree (openid, template, event_ask) WHERE (event_ask IS NOT NULL);
CREATE INDEX message_grants_left ON public.message_grants USING btree (openid, template, granted_at) WHERE (consumed_at IS NULL);
CREATE INDEX message_grants_of_message ON public.message_grants USING btree (consumed_by) WHERE (consumed_by IS NOT NULL);
CREATE INDEX message_preferences_by_email ON public.message_preferences USING btree (lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX messages_of_account ON public.messages USING btree (account_id, id DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX messages_of_case ON public.messages USING btree (community_id, case_id);
CREATE INDEX messages_of_staff ON public.messages USING btree (staff_id, id DESC) WHERE (staff_id IS NOT NULL);
CREATE INDEX meter_readings_of_unit ON public.meter_readings USING btree (community_id, unit_id, read_on);
CREATE UNIQUE INDEX meters_by_number ON public.meters USING btree (community_id, kind, number) WHERE (removed_on IS NULL);
CREATE INDEX meters_of_unit ON public.meters USING btree (community_id, unit_id);
CREATE UNIQUE INDEX notice_editions_one_waiting ON public.notice_editions USING btree (community_id, notice_id) WHERE (state = 'waiting'::text);
CREATE INDEX notice_reads_of_account ON public.notice_reads USING btree (account_id);
CREATE INDEX notices_by_change ON public.notices USING btree (community_id, updated_at DESC, id DESC);
CREATE INDEX notices_by_state ON public.notices USING btree (community_id, state, updated_at DESC, id DESC);
CREATE INDEX notices_on_board ON public.notices USING btree (community_id, published_at DESC, id DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX notices_pinned ON public.notices USING btree (community_id, pinned_until) WHERE (pinned_until IS NOT NULL);
CREATE INDEX notices_scheduled ON public.notices USING btree (scheduled_for) WHERE (state = 'scheduled'::text);
CREATE INDEX outage_updates_of_outage ON public.outage_updates USING btree (community_id, outage_id, at);
CREATE INDEX outages_by_time ON public.outages USING btree (community_id, created_at DESC, id DESC);
CREATE INDEX outages_open ON public.outages USING btree (expected_until) WHERE (state = 'announced'::text);
CREATE INDEX outbox_waiting ON public.outbox USING btree (available_at) WHERE (dead_at IS NULL);
CREATE INDEX overpayments_open ON public.overpayments USING btree (community_id, created_at DESC, id DESC) WHERE (state = 'open'::text);
CREATE INDEX parking_spaces_by_key ON public.parking_spaces USING btree (community_id, number_key text_pattern_ops);
CREATE UNIQUE INDEX parking_spaces_by_number ON public.parking_spaces USING btree (community_id, zone, number) WHERE (withdrawn_at IS NULL);
CREATE INDEX parking_spaces_by_whole_key ON public.parking_spaces USING btree (community_id, whole_key text_pattern_ops);
CREATE INDEX parking_spaces_of_unit ON public.parking_spaces USING btree (community_id, unit_id);
CREATE INDEX pay_differences_of_payment ON public.pay_differences USING btree (community_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX pay_differences_open ON public.pay_differences USING btree (company_id, happened_at DESC, id DESC) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX pay_merchants_in_use ON public.pay_merchants USING btree (company_id, community_id) NULLS NOT DISTINCT WHERE (stopped_at IS NULL);
CREATE INDEX pay_statement_lines_own ON public.pay_statement_lines USING btree (own_id) WHERE (own_id IS NOT NULL);
CREATE INDEX pay_statements_by_day ON public.pay_statements USING btree (company_id, day DESC, id DESC);
CREATE INDEX pay_statements_to_ask ON public.pay_statements USING btree (ask_at) WHERE (state = ANY (ARRAY['waiting'::text, 'refused'::text]));
CREATE UNIQUE INDEX payment_parts_held ON public.payment_parts USING btree (community_id, bill_id) WHERE holds;
CREATE INDEX payment_parts_of_bill ON public.payment_parts USING btree (community_id, bill_id);
CREATE INDEX payments_by_number ON public.payments USING btree (id) WHERE (way = 'wechat'::text);
CREATE INDEX payments_by_time ON public.payments USING btree (community_id, created_at DESC, id DESC);
CREATE INDEX payments_of_account ON public.payments USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX payments_of_merchant ON public.payments USING btree (merchant_id, paid_at) WHERE ((way = 'wechat'::text) AND (state = 'paid'::text));
CREATE INDEX payments_of_unit ON public.payments USING btree (community_id, unit_id, created_at DESC);
CREATE INDEX payments_to_ask ON public.payments USING btree (ask_at) WHERE ((way = 'wechat'::text) AND (state = 'open'::text));
CREATE INDEX privacy_requests_latest ON public.privacy_requests USING btree (community_id, asked_at DESC, id DESC);
CREATE INDEX privacy_requests_of_account ON public.privacy_requests USING btree (account_id, asked_at DESC);
CREATE UNIQUE INDEX privacy_requests_one_of_account ON public.privacy_requests USING btree (community_id, account_id, kind) WHERE ((account_id IS NOT NULL) AND (state = ANY (ARRAY['preparing'::text, 'cooling'::text])));
CREATE UNIQUE INDEX privacy_requests_one_of_resident ON public.privacy_requests USING btree (community_id, resident_id, kind) WHERE ((resident_id IS NOT NULL) AND (state = ANY (ARRAY['preparing'::text, 'cooling'::text])));
CREATE INDEX privacy_requests_to_do ON public.privacy_requests USING btree (effective_at) WHERE (state = ANY (ARRAY['cooling'::text, 'ready'::text]));
CREATE INDEX published_results_by_time ON public.published_results USING btree (community_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX quick_replies_by_title ON public.quick_replies USING btree (community_id, title) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX receipts_of_payment ON public.receipts USING btree (community_id, payment_id) WHERE (voided_at IS NULL);
CREATE INDEX refresh_tokens_of_session ON public.refresh_tokens USING btree (session_id, issued_at);
CREATE INDEX refunds_by_number ON public.refunds USING btree (id) WHERE (way = 'wechat'::text);
CREATE INDEX refunds_by_time ON public.refunds USING btree (community_id, created_at DESC, id DESC);
CREATE INDEX refunds_done_by_wechat ON public.refunds USING btree (COALESCE(sent_at, done_at)) WHERE ((way = 'wechat'::text) AND (state = 'done'::text));
CREATE INDEX refunds_of_payment ON public.refunds USING btree (community_id, payment_id);
CREATE INDEX refunds_open_of_unit ON public.refunds USING btree (community_id, unit_id) WHERE (state = ANY (ARRAY['asked'::text, 'approved'::text, 'sent'::text, 'abnormal'::text]));
CREATE INDEX refunds_to_ask ON public.refunds USING btree (ask_at) WHERE (state = ANY (ARRAY['approved'::text, 'sent'::text]));
CREATE UNIQUE INDEX reminder_stages_once ON public.reminder_stages USING btree (community_id, days) WHERE (ended_at IS NULL);
CREATE INDEX reminders_of_unit ON public.reminders USING btree (community_id, unit_id, created_at DESC, id DESC);
CREATE INDEX repair_materials_of_case ON public.repair_materials USING btree (community_id, case_id);
CREATE INDEX repair_visits_of_case ON public.repair_visits USING btree (community_id, case_id);
CREATE INDEX residence_applications_of_account ON public.residence_applications USING btree (account_id);
CREATE INDEX residence_applications_of_unit ON public.residence_applications USING btree (community_id, unit_id);
CREATE UNIQUE INDEX residence_applications_one_pending ON public.residence_applications USING btree (community_id, account_id, unit_id) WHERE (state = 'pending'::text);
CREATE INDEX residence_invitations_of_unit ON public.residence_invitations USING btree (community_id, unit_id);
CREATE INDEX residencies_of_resident ON public.residencies USING btree (community_id, resident_id);
CREATE UNIQUE INDEX residents_by_account ON public.residents USING btree (community_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX residents_by_name ON public.residents USING btree (community_id, name text_pattern_ops);
CREATE INDEX residents_by_phone ON public.residents USING btree (community_id, phone text_pattern_ops);
CREATE INDEX residents_by_phone_end ON public.residents USING btree (community_id, phone_end);
CREATE INDEX residents_of_account ON public.residents USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX retention_rules_latest ON public.retention_rules USING btree (company_id, subject, effective_from DESC, id DESC);
CREATE INDEX sessions_of_account ON public.sessions USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX sessions_of_staff ON public.sessions USING btree (staff_id) WHERE (staff_id IS NOT NULL);
CREATE UNIQUE INDEX shared_costs_once ON public.shared_costs USING btree (community_id, charge_id, period_from) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX staff_one_phone ON public.staff USING btree (company_id, phone) WHERE active;
CREATE INDEX staff_posts_of_staff ON public.staff_posts USING btree (staff_id);
CREATE INDEX standard_adoptions_by_date ON public.standard_adoptions USING btree (community_id, effective_from DESC, id DESC);
CREATE UNIQUE INDEX suggestion_boxes_by_name ON public.suggestion_boxes USING btree (community_id, name) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX suppliers_by_name ON public.suppliers USING btree (company_id, name) WHERE (stopped_on IS NULL);
CREATE INDEX units_by_building ON public.units USING btree (community_id, building_id, COALESCE(entrance, ''::text), floor, number, id);
CREATE INDEX units_by_room ON public.units USING btree (community_id, room_key text_pattern_ops);
CREATE INDEX units_by_room_end ON public.units USING btree (community_id, room_key_reversed text_pattern_ops);
CREATE INDEX units_by_state ON public.units USING btree (community_id, building_id, state, COALESCE(entrance, ''::text), floor, number, id);
CREATE INDEX units_by_use ON public.units USING btree (community_id, building_id, use, COALESCE(entrance, ''::text), floor, number, id);
CREATE INDEX vehicles_by_plate ON public.vehicles USING btree (community_id, plate text_pattern_ops);
CREATE INDEX vehicles_by_serial ON public.vehicles USING btree (community_id, plate_serial text_pattern_ops);
CREATE INDEX vehicles_by_tail ON public.vehicles USING btree (community_id, plate_tail text_pattern_ops);
CREATE UNIQUE INDEX vehicles_here_now ON public.vehicles USING btree (community_id, plate) WHERE (valid_until IS NULL);
CREATE INDEX vehicles_of_space ON public.vehicles USING btree (community_id, space_id) WHERE (space_id IS NOT NULL);
CREATE INDEX vehicles_of_unit ON public.vehicles USING btree (community_id, unit_id);
CREATE INDEX visit_findings_of_visit ON public.visit_findings USING btree (community_id, visit_id);
CREATE INDEX visit_rounds_running ON public.visit_rounds USING btree (ends_on) WHERE (closed_at IS NULL);
CREATE INDEX visits_of_assignee ON public.visits USING btree (assignee_id) WHERE (state = 'planned'::text);
CREATE INDEX visits_of_round ON public.visits USING btree (community_id, round_id);
CREATE INDEX visits_of_unit ON public.visits USING btree (community_id, unit_id, ended_at DESC);
CREATE UNIQUE INDEX visits_one_open ON public.visits USING btree (community_id, unit_id) WHERE (state = 'planned'::text);
CREATE INDEX wide_posts_of_staff ON public.wide_posts USING btree (staff_id);

CREATE VIEW held_posts WITH (security_invoker=true) AS
 SELECT staff_posts.company_id,
    staff_posts.community_id,
    staff_posts.staff_id,
    staff_posts.post_id,
    staff_posts.building_ids
   FROM staff_posts
UNION ALL
 SELECT w.company_id,
    c.id AS community_id,
    w.staff_id,
    w.post_id,
    '{}'::uuid[] AS building_ids
   FROM (wide_posts w
     JOIN communities c ON (((c.company_id = w.company_id) AND ((w.region_id IS NULL) OR (c.region_id = w.region_id)))));

ALTER TABLE audit_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE bill_run_charges ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE bill_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE bills ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE box_openings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE box_slips ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE broadcasts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE buildings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_causes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_clocks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE case_files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE causes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE charge_prices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE charges ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE communities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE community_services ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE companies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE complaint_authors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE complaint_unsealings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE complaints ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultation_outcomes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_sheets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE content_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE day_end_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE day_ends ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_calendars ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_lines ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_plans ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_questions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_vouchers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosures ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE document_categories ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE document_files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE document_reminders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE document_texts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE document_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE duty_periods ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE entry_codes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE exemptions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE fund_imports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE fund_record_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE fund_records ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE hand_overs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE handed_work ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE household_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE household_notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE import_batches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE import_changes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE import_faults ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE improvement_cases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE improvement_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE improvement_proposal_cases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE improvement_proposals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE improvement_tellings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE improvements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE late_fee_terms ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE late_fee_waivers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_books ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_closings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_lines ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_vouchers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE letter_answers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE letters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE mailboxes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting_attendances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting_bookings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting_minutes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting_point_cases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting_points ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE message_channels ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE message_policies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meter_readings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE meters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_editions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_reads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE notices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outage_updates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE overpayments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE parking_spaces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE pay_differences ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE pay_merchants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE pay_statement_fees ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE pay_statement_lines ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE pay_statements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE payment_parts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE payment_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE payments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE places ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE posts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE privacy_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE published_results ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE quick_replies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE receipt_books ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE receipts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE refund_parts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE refunds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE regions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder_bills ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder_recipients ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder_stages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE reminder_stops ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE reminders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE repair_materials ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE repair_samples ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE repair_visits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE repairs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE repeat_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE residence_applications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE residence_invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE residencies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE residents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE retention_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE retention_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE shared_costs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE staff ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_posts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE standard_adoptions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE suggestion_boxes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE suppliers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE unit_balances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE units ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE unmask_counts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE vehicles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE visit_findings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE visit_rounds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE visits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE wide_posts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE work_calendars ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY all_rows ON audit_checks TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON audit_checks TO CURRENT_USER USING (true);
CREATE POLICY in_context ON audit_checks TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON audit_entries TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON audit_entries TO CURRENT_USER USING (true);
CREATE POLICY in_context ON audit_entries TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY seals_once ON audit_entries AS RESTRICTIVE FOR UPDATE TO yinuo_worker USING ((seq IS NULL)) WITH CHECK ((seq IS NOT NULL));
CREATE POLICY all_rows ON audit_heads TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON audit_heads TO CURRENT_USER USING (true);
CREATE POLICY in_context ON audit_heads TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON bill_run_charges TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON bill_run_charges TO CURRENT_USER USING (true);
CREATE POLICY in_context ON bill_run_charges TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON bill_runs TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON bill_runs TO CURRENT_USER USING (true);
CREATE POLICY in_context ON bill_runs TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON bills TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON bills TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON bills AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = bills.community_id) AND (within.id = bills.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = bills.community_id) AND (within.id = bills.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON bills TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON box_openings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON box_openings TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON box_openings AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[]))));
CREATE POLICY in_context ON box_openings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON box_slips TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON box_slips TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON box_slips AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = box_slips.community_id) AND (within.id = box_slips.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON box_slips TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON broadcasts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON broadcasts TO CURRENT_USER USING (true);
CREATE POLICY in_context ON broadcasts TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON buildings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON buildings TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON buildings AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[]))));
CREATE POLICY in_context ON buildings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY made_by_an_import_now_undone ON buildings AS RESTRICTIVE FOR DELETE TO yinuo_app USING ((EXISTS ( SELECT 1
   FROM (import_changes i
     JOIN import_batches b ON (((b.community_id = i.community_id) AND (b.id = i.batch_id))))
  WHERE ((i.community_id = buildings.community_id) AND (i.batch_id = (NULLIF(current_setting('app.undone_import'::text, true), ''::text))::uuid) AND (i.table_name = 'buildings'::text) AND (i.row_id = buildings.id) AND (i.before IS NULL) AND (b.state = 'undoing'::text)))));
CREATE POLICY all_rows ON calendar_days TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON calendar_days TO CURRENT_USER USING (true);
CREATE POLICY in_context ON calendar_days TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON case_causes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON case_causes TO CURRENT_USER USING (true);
CREATE POLICY company_in_context ON case_causes AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true) WITH CHECK ((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])));
CREATE POLICY in_buildings ON case_causes AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = case_causes.community_id) AND (within.id = case_causes.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON case_causes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON case_clocks TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON case_clocks TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON case_clocks AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = case_clocks.community_id) AND (within.id = case_clocks.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON case_clocks TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON case_events TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON case_events TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON case_events AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = case_events.community_id) AND (within.id = case_events.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON case_events TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON case_files TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON case_files TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON case_files AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = case_files.community_id) AND (within.id = case_files.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON case_files TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON cases TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON cases TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON cases AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[]))));
CREATE POLICY in_context ON cases TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON causes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON causes TO CURRENT_USER USING (true);
CREATE POLICY community_in_context ON causes AS RESTRICTIVE TO yinuo_app USING (((community_id IS NULL) OR (community_id = ANY ((string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[]))));
CREATE POLICY in_context ON causes TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON charge_prices TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON charge_prices TO CURRENT_USER USING (true);
CREATE POLICY in_context ON charge_prices TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON charges TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON charges TO CURRENT_USER USING (true);
CREATE POLICY in_context ON charges TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON communities TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON communities TO CURRENT_USER USING (true);
CREATE POLICY company_in_context ON communities AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true) WITH CHECK ((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])));
CREATE POLICY identity ON communities TO yinuo_identity USING (true);
CREATE POLICY in_context ON communities TO yinuo_app USING ((id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON community_services TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON community_services TO CURRENT_USER USING (true);
CREATE POLICY in_context ON community_services TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON companies TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON companies TO CURRENT_USER USING (true);
CREATE POLICY identity ON companies TO yinuo_identity USING (true);
CREATE POLICY in_context ON companies TO yinuo_app USING ((id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON complaint_authors TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON complaint_authors TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON complaint_authors AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = complaint_authors.community_id) AND (within.id = complaint_authors.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON complaint_authors TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON complaint_unsealings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON complaint_unsealings TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON complaint_unsealings AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = complaint_unsealings.community_id) AND (within.id = complaint_unsealings.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON complaint_unsealings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON complaints TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON complaints TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON complaints AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = complaints.community_id) AND (within.id = complaints.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON complaints TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON consultation_outcomes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON consultation_outcomes TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON consultation_outcomes AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = consultation_outcomes.community_id) AND (within.id = consultation_outcomes.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON consultation_outcomes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON consultations TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON consultations TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON consultations AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = consultations.community_id) AND (within.id = consultations.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON consultations TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON contact_sheets TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON contact_sheets TO CURRENT_USER USING (true);
CREATE POLICY in_context ON contact_sheets TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON content_checks TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON content_checks TO CURRENT_USER USING (true);
CREATE POLICY in_context ON content_checks TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON day_end_entries TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON day_end_entries TO CURRENT_USER USING (true);
CREATE POLICY in_context ON day_end_entries TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON day_ends TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON day_ends TO CURRENT_USER USING (true);
CREATE POLICY in_context ON day_ends TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON deliveries TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON deliveries TO CURRENT_USER USING (true);
CREATE POLICY in_context ON deliveries TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON disclosure_calendars TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON disclosure_calendars TO CURRENT_USER USING (true);
CREATE POLICY in_context ON disclosure_calendars TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON disclosure_lines TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON disclosure_lines TO CURRENT_USER USING (true);
CREATE POLICY in_context ON disclosure_lines TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY posted_stays ON disclosure_lines AS RESTRICTIVE FOR DELETE TO yinuo_app USING (is_open_disclosure(community_id, disclosure_id));
CREATE POLICY all_rows ON disclosure_plans TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON disclosure_plans TO CURRENT_USER USING (true);
CREATE POLICY in_context ON disclosure_plans TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON disclosure_questions TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON disclosure_questions TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON disclosure_questions AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = disclosure_questions.community_id) AND (within.id = disclosure_questions.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON disclosure_questions TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON disclosure_vouchers TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON disclosure_vouchers TO CURRENT_USER USING (true);
CREATE POLICY in_context ON disclosure_vouchers TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY posted_stays ON disclosure_vouchers AS RESTRICTIVE FOR DELETE TO yinuo_app USING (is_open_disclosure(community_id, disclosure_id));
CREATE POLICY all_rows ON disclosures TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON disclosures TO CURRENT_USER USING (true);
CREATE POLICY identity ON disclosures FOR SELECT TO yinuo_identity USING ((state = 'posted'::text));
CREATE POLICY in_context ON disclosures TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY posted_stays ON disclosures AS RESTRICTIVE FOR UPDATE TO yinuo_app, yinuo_worker USING ((state <> 'posted'::text)) WITH CHECK (true);
CREATE POLICY all_rows ON document_categories TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON document_categories TO CURRENT_USER USING (true);
CREATE POLICY in_context ON document_categories TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON document_files TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON document_files TO CURRENT_USER USING (true);
CREATE POLICY in_context ON document_files TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON document_reminders TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON document_reminders TO CURRENT_USER USING (true);
CREATE POLICY community_in_context ON document_reminders AS RESTRICTIVE TO yinuo_app USING (((community_id IS NULL) OR (community_id = ANY ((string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[]))));
CREATE POLICY in_context ON document_reminders TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON document_texts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON document_texts TO CURRENT_USER USING (true);
CREATE POLICY in_context ON document_texts TO yinuo_app USING (((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])) AND ((community_id IS NULL) OR (community_id = ANY ((string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[]))) AND (words @@ (COALESCE(NULLIF(current_setting('app.words'::text, true), ''::text), '!''-'''::text))::tsquery)));
CREATE POLICY all_rows ON document_versions TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON document_versions TO CURRENT_USER USING (true);
CREATE POLICY community_in_context ON document_versions AS RESTRICTIVE TO yinuo_app USING (((community_id IS NULL) OR (community_id = ANY ((string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[]))));
CREATE POLICY in_context ON document_versions TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON documents TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON documents TO CURRENT_USER USING (true);
CREATE POLICY community_in_context ON documents AS RESTRICTIVE TO yinuo_app USING (((community_id IS NULL) OR (community_id = ANY ((string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[]))));
CREATE POLICY in_context ON documents TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON duty_periods TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON duty_periods TO CURRENT_USER USING (true);
CREATE POLICY identity ON duty_periods TO yinuo_identity USING (true);
CREATE POLICY in_context ON duty_periods TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON entry_codes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON entry_codes TO CURRENT_USER USING (true);
CREATE POLICY identity ON entry_codes TO yinuo_identity USING (true);
CREATE POLICY in_buildings ON entry_codes AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM buildings within
  WHERE ((within.community_id = entry_codes.community_id) AND (within.id = entry_codes.place_id))
 OFFSET 0)) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = entry_codes.community_id) AND (within.id = entry_codes.place_id))
 OFFSET 0)) OR (EXISTS ( SELECT 1
   FROM places within
  WHERE ((within.community_id = entry_codes.community_id) AND (within.id = entry_codes.place_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM buildings within
  WHERE ((within.community_id = entry_codes.community_id) AND (within.id = entry_codes.place_id))
 OFFSET 0)) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = entry_codes.community_id) AND (within.id = entry_codes.place_id))
 OFFSET 0)) OR (EXISTS ( SELECT 1
   FROM places within
  WHERE ((within.community_id = entry_codes.community_id) AND (within.id = entry_codes.place_id))
 OFFSET 0))));
CREATE POLICY in_context ON entry_codes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON exemptions TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON exemptions TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON exemptions AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = exemptions.community_id) AND (within.id = exemptions.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = exemptions.community_id) AND (within.id = exemptions.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON exemptions TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON files TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON files TO CURRENT_USER USING (true);
CREATE POLICY in_context ON files TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON fund_imports TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON fund_imports TO CURRENT_USER USING (true);
CREATE POLICY in_context ON fund_imports TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON fund_record_rules TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON fund_record_rules TO CURRENT_USER USING (true);
CREATE POLICY in_context ON fund_record_rules TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON fund_records TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON fund_records TO CURRENT_USER USING (true);
CREATE POLICY company_in_context ON fund_records AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true) WITH CHECK ((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])));
CREATE POLICY in_context ON fund_records TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON hand_overs TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON hand_overs TO CURRENT_USER USING (true);
CREATE POLICY in_context ON hand_overs TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON handed_work TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON handed_work TO CURRENT_USER USING (true);
CREATE POLICY in_context ON handed_work TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON household_events TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON household_events TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON household_events AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = household_events.community_id) AND (within.id = household_events.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = household_events.community_id) AND (within.id = household_events.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON household_events TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON household_notes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON household_notes TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON household_notes AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = household_notes.community_id) AND (within.id = household_notes.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = household_notes.community_id) AND (within.id = household_notes.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON household_notes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON import_batches TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON import_batches TO CURRENT_USER USING (true);
CREATE POLICY in_context ON import_batches TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON import_changes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON import_changes TO CURRENT_USER USING (true);
CREATE POLICY in_context ON import_changes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON import_faults TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON import_faults TO CURRENT_USER USING (true);
CREATE POLICY in_context ON import_faults TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON improvement_cases TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON improvement_cases TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON improvement_cases AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = improvement_cases.community_id) AND (within.id = improvement_cases.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON improvement_cases TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON improvement_events TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON improvement_events TO CURRENT_USER USING (true);
CREATE POLICY in_context ON improvement_events TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON improvement_proposal_cases TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON improvement_proposal_cases TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON improvement_proposal_cases AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = improvement_proposal_cases.community_id) AND (within.id = improvement_proposal_cases.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON improvement_proposal_cases TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON improvement_proposals TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON improvement_proposals TO CURRENT_USER USING (true);
CREATE POLICY company_in_context ON improvement_proposals AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true) WITH CHECK ((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])));
CREATE POLICY in_context ON improvement_proposals TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON improvement_tellings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON improvement_tellings TO CURRENT_USER USING (true);
CREATE POLICY in_context ON improvement_tellings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON improvements TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON improvements TO CURRENT_USER USING (true);
CREATE POLICY company_in_context ON improvements AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true) WITH CHECK ((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])));
CREATE POLICY in_context ON improvements TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON late_fee_terms TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON late_fee_terms TO CURRENT_USER USING (true);
CREATE POLICY in_context ON late_fee_terms TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON late_fee_waivers TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON late_fee_waivers TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON late_fee_waivers AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = late_fee_waivers.community_id) AND (within.id = late_fee_waivers.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = late_fee_waivers.community_id) AND (within.id = late_fee_waivers.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON late_fee_waivers TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON ledger_books TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON ledger_books TO CURRENT_USER USING (true);
CREATE POLICY in_context ON ledger_books TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON ledger_closings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON ledger_closings TO CURRENT_USER USING (true);
CREATE POLICY in_context ON ledger_closings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON ledger_entries TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON ledger_entries TO CURRENT_USER USING (true);
CREATE POLICY in_context ON ledger_entries TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON ledger_lines TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON ledger_lines TO CURRENT_USER USING (true);
CREATE POLICY in_context ON ledger_lines TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON ledger_vouchers TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON ledger_vouchers TO CURRENT_USER USING (true);
CREATE POLICY in_context ON ledger_vouchers TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON letter_answers TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON letter_answers TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON letter_answers AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = letter_answers.community_id) AND (within.id = letter_answers.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON letter_answers TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON letters TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON letters TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON letters AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = letters.community_id) AND (within.id = letters.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON letters TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON mailboxes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON mailboxes TO CURRENT_USER USING (true);
CREATE POLICY in_context ON mailboxes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meeting_attendances TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meeting_attendances TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON meeting_attendances AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meeting_attendances.community_id) AND (within.id = meeting_attendances.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meeting_attendances.community_id) AND (within.id = meeting_attendances.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON meeting_attendances TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meeting_bookings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meeting_bookings TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON meeting_bookings AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meeting_bookings.community_id) AND (within.id = meeting_bookings.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meeting_bookings.community_id) AND (within.id = meeting_bookings.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON meeting_bookings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meeting_minutes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meeting_minutes TO CURRENT_USER USING (true);
CREATE POLICY in_context ON meeting_minutes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meeting_point_cases TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meeting_point_cases TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON meeting_point_cases AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = meeting_point_cases.community_id) AND (within.id = meeting_point_cases.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON meeting_point_cases TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meeting_points TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meeting_points TO CURRENT_USER USING (true);
CREATE POLICY in_context ON meeting_points TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meetings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meetings TO CURRENT_USER USING (true);
CREATE POLICY in_context ON meetings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON message_channels TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON message_channels TO CURRENT_USER USING (true);
CREATE POLICY in_context ON message_channels TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON message_policies TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON message_policies TO CURRENT_USER USING (true);
CREATE POLICY in_context ON message_policies TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON messages TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON messages TO CURRENT_USER USING (true);
CREATE POLICY in_context ON messages TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meter_readings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meter_readings TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON meter_readings AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meter_readings.community_id) AND (within.id = meter_readings.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meter_readings.community_id) AND (within.id = meter_readings.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON meter_readings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON meters TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON meters TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON meters AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meters.community_id) AND (within.id = meters.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = meters.community_id) AND (within.id = meters.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON meters TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON notice_editions TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON notice_editions TO CURRENT_USER USING (true);
CREATE POLICY in_context ON notice_editions TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON notice_reads TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON notice_reads TO CURRENT_USER USING (true);
CREATE POLICY in_context ON notice_reads TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON notices TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON notices TO CURRENT_USER USING (true);
CREATE POLICY drafts_only ON notices AS RESTRICTIVE FOR DELETE TO yinuo_app USING ((state = 'draft'::text));
CREATE POLICY in_context ON notices TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON outage_updates TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON outage_updates TO CURRENT_USER USING (true);
CREATE POLICY in_context ON outage_updates TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON outages TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON outages TO CURRENT_USER USING (true);
CREATE POLICY in_context ON outages TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON outbox TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON outbox TO CURRENT_USER USING (true);
CREATE POLICY in_context ON outbox TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON overpayments TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON overpayments TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON overpayments AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = overpayments.community_id) AND (within.id = overpayments.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = overpayments.community_id) AND (within.id = overpayments.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON overpayments TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON parking_spaces TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON parking_spaces TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON parking_spaces AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = parking_spaces.community_id) AND (within.id = parking_spaces.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = parking_spaces.community_id) AND (within.id = parking_spaces.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON parking_spaces TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY made_by_an_import_now_undone ON parking_spaces AS RESTRICTIVE FOR DELETE TO yinuo_app USING ((EXISTS ( SELECT 1
   FROM (import_changes i
     JOIN import_batches b ON (((b.community_id = i.community_id) AND (b.id = i.batch_id))))
  WHERE ((i.community_id = parking_spaces.community_id) AND (i.batch_id = (NULLIF(current_setting('app.undone_import'::text, true), ''::text))::uuid) AND (i.table_name = 'parking_spaces'::text) AND (i.row_id = parking_spaces.id) AND (i.before IS NULL) AND (b.state = 'undoing'::text)))));
CREATE POLICY all_rows ON pay_differences TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON pay_differences TO CURRENT_USER USING (true);
CREATE POLICY in_context ON pay_differences TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY with_payment ON pay_differences AS RESTRICTIVE TO yinuo_app USING (((payment_id IS NULL) OR (EXISTS ( SELECT 1
   FROM payments within
  WHERE ((within.community_id = pay_differences.community_id) AND (within.id = pay_differences.payment_id))
 OFFSET 0))));
CREATE POLICY all_rows ON pay_merchants TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON pay_merchants TO CURRENT_USER USING (true);
CREATE POLICY in_context ON pay_merchants TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON pay_statement_fees TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON pay_statement_fees TO CURRENT_USER USING (true);
CREATE POLICY in_context ON pay_statement_fees TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON pay_statement_lines TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON pay_statement_lines TO CURRENT_USER USING (true);
CREATE POLICY in_context ON pay_statement_lines TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON pay_statements TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON pay_statements TO CURRENT_USER USING (true);
CREATE POLICY in_context ON pay_statements TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON payment_parts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON payment_parts TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON payment_parts AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = payment_parts.community_id) AND (within.id = payment_parts.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = payment_parts.community_id) AND (within.id = payment_parts.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON payment_parts TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON payment_rules TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON payment_rules TO CURRENT_USER USING (true);
CREATE POLICY in_context ON payment_rules TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON payments TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON payments TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON payments AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = payments.community_id) AND (within.id = payments.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = payments.community_id) AND (within.id = payments.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON payments TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON places TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON places TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON places AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[]))));
CREATE POLICY in_context ON places TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON posts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON posts TO CURRENT_USER USING (true);
CREATE POLICY identity ON posts TO yinuo_identity USING (true);
CREATE POLICY in_context ON posts TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON privacy_requests TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON privacy_requests TO CURRENT_USER USING (true);
CREATE POLICY in_context ON privacy_requests TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON published_results TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON published_results TO CURRENT_USER USING (true);
CREATE POLICY in_context ON published_results TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON quick_replies TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON quick_replies TO CURRENT_USER USING (true);
CREATE POLICY in_context ON quick_replies TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON receipt_books TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON receipt_books TO CURRENT_USER USING (true);
CREATE POLICY in_context ON receipt_books TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON receipts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON receipts TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON receipts AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = receipts.community_id) AND (within.id = receipts.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = receipts.community_id) AND (within.id = receipts.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON receipts TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON refund_parts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON refund_parts TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON refund_parts AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = refund_parts.community_id) AND (within.id = refund_parts.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = refund_parts.community_id) AND (within.id = refund_parts.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON refund_parts TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON refunds TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON refunds TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON refunds AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = refunds.community_id) AND (within.id = refunds.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = refunds.community_id) AND (within.id = refunds.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON refunds TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON regions TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON regions TO CURRENT_USER USING (true);
CREATE POLICY in_context ON regions TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON reminder_bills TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON reminder_bills TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON reminder_bills AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminder_bills.community_id) AND (within.id = reminder_bills.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminder_bills.community_id) AND (within.id = reminder_bills.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON reminder_bills TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON reminder_recipients TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON reminder_recipients TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON reminder_recipients AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminder_recipients.community_id) AND (within.id = reminder_recipients.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminder_recipients.community_id) AND (within.id = reminder_recipients.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON reminder_recipients TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON reminder_stages TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON reminder_stages TO CURRENT_USER USING (true);
CREATE POLICY in_context ON reminder_stages TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON reminder_stops TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON reminder_stops TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON reminder_stops AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminder_stops.community_id) AND (within.id = reminder_stops.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminder_stops.community_id) AND (within.id = reminder_stops.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON reminder_stops TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON reminders TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON reminders TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON reminders AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminders.community_id) AND (within.id = reminders.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = reminders.community_id) AND (within.id = reminders.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON reminders TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON repair_materials TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON repair_materials TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON repair_materials AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = repair_materials.community_id) AND (within.id = repair_materials.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON repair_materials TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON repair_samples TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON repair_samples TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON repair_samples AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = repair_samples.community_id) AND (within.id = repair_samples.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON repair_samples TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON repair_visits TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON repair_visits TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON repair_visits AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = repair_visits.community_id) AND (within.id = repair_visits.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON repair_visits TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON repairs TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON repairs TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON repairs AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = repairs.community_id) AND (within.id = repairs.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON repairs TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON repeat_rules TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON repeat_rules TO CURRENT_USER USING (true);
CREATE POLICY in_context ON repeat_rules TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON residence_applications TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON residence_applications TO CURRENT_USER USING (true);
CREATE POLICY identity ON residence_applications TO yinuo_identity USING (true);
CREATE POLICY in_buildings ON residence_applications AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = residence_applications.community_id) AND (within.id = residence_applications.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = residence_applications.community_id) AND (within.id = residence_applications.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON residence_applications TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON residence_invitations TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON residence_invitations TO CURRENT_USER USING (true);
CREATE POLICY identity ON residence_invitations TO yinuo_identity USING (true);
CREATE POLICY in_buildings ON residence_invitations AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = residence_invitations.community_id) AND (within.id = residence_invitations.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = residence_invitations.community_id) AND (within.id = residence_invitations.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON residence_invitations TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON residencies TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON residencies TO CURRENT_USER USING (true);
CREATE POLICY identity ON residencies TO yinuo_identity USING (true);
CREATE POLICY in_buildings ON residencies AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = residencies.community_id) AND (within.id = residencies.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = residencies.community_id) AND (within.id = residencies.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON residencies TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY made_by_an_import_now_undone ON residencies AS RESTRICTIVE FOR DELETE TO yinuo_app USING ((EXISTS ( SELECT 1
   FROM (import_changes i
     JOIN import_batches b ON (((b.community_id = i.community_id) AND (b.id = i.batch_id))))
  WHERE ((i.community_id = residencies.community_id) AND (i.batch_id = (NULLIF(current_setting('app.undone_import'::text, true), ''::text))::uuid) AND (i.table_name = 'residencies'::text) AND (i.row_id = residencies.id) AND (i.before IS NULL) AND (b.state = 'undoing'::text)))));
CREATE POLICY all_rows ON residents TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON residents TO CURRENT_USER USING (true);
CREATE POLICY identity ON residents TO yinuo_identity USING (true);
CREATE POLICY in_buildings ON residents AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM residencies within
  WHERE ((within.community_id = residents.community_id) AND (within.resident_id = residents.id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON residents TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY made_by_an_import_now_undone ON residents AS RESTRICTIVE FOR DELETE TO yinuo_app USING ((EXISTS ( SELECT 1
   FROM (import_changes i
     JOIN import_batches b ON (((b.community_id = i.community_id) AND (b.id = i.batch_id))))
  WHERE ((i.community_id = residents.community_id) AND (i.batch_id = (NULLIF(current_setting('app.undone_import'::text, true), ''::text))::uuid) AND (i.table_name = 'residents'::text) AND (i.row_id = residents.id) AND (i.before IS NULL) AND (b.state = 'undoing'::text)))));
CREATE POLICY all_rows ON retention_rules TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON retention_rules TO CURRENT_USER USING (true);
CREATE POLICY in_context ON retention_rules TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON retention_runs TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON retention_runs TO CURRENT_USER USING (true);
CREATE POLICY in_context ON retention_runs TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON saved_views TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON saved_views TO CURRENT_USER USING (true);
CREATE POLICY in_context ON saved_views TO yinuo_app USING ((EXISTS ( SELECT 1
   FROM staff
  WHERE (staff.id = saved_views.staff_id))));
CREATE POLICY all_rows ON shared_costs TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON shared_costs TO CURRENT_USER USING (true);
CREATE POLICY in_context ON shared_costs TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON signing_keys TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON signing_keys TO CURRENT_USER USING (true);
CREATE POLICY in_context ON signing_keys TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON staff TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON staff TO CURRENT_USER USING (true);
CREATE POLICY identity ON staff TO yinuo_identity USING (true);
CREATE POLICY in_context ON staff TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON staff_posts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON staff_posts TO CURRENT_USER USING (true);
CREATE POLICY company_in_context ON staff_posts AS RESTRICTIVE FOR UPDATE TO yinuo_app USING (true) WITH CHECK ((company_id = ANY ((string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[])));
CREATE POLICY identity ON staff_posts TO yinuo_identity USING (true);
CREATE POLICY in_context ON staff_posts TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON standard_adoptions TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON standard_adoptions TO CURRENT_USER USING (true);
CREATE POLICY in_context ON standard_adoptions TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON suggestion_boxes TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON suggestion_boxes TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON suggestion_boxes AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[]))));
CREATE POLICY in_context ON suggestion_boxes TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON suppliers TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON suppliers TO CURRENT_USER USING (true);
CREATE POLICY in_context ON suppliers TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON unit_balances TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON unit_balances TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON unit_balances AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = unit_balances.community_id) AND (within.id = unit_balances.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = unit_balances.community_id) AND (within.id = unit_balances.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON unit_balances TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON units TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON units TO CURRENT_USER USING (true);
CREATE POLICY identity ON units TO yinuo_identity USING (true);
CREATE POLICY in_buildings ON units AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (building_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[]))));
CREATE POLICY in_context ON units TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY made_by_an_import_now_undone ON units AS RESTRICTIVE FOR DELETE TO yinuo_app USING (((EXISTS ( SELECT 1
   FROM (import_changes i
     JOIN import_batches b ON (((b.community_id = i.community_id) AND (b.id = i.batch_id))))
  WHERE ((i.community_id = units.community_id) AND (i.batch_id = (NULLIF(current_setting('app.undone_import'::text, true), ''::text))::uuid) AND (i.table_name = 'units'::text) AND (i.row_id = units.id) AND (i.before IS NULL) AND (b.state = 'undoing'::text)))) OR (NOT (EXISTS ( SELECT 1
   FROM cases c
  WHERE ((c.community_id = units.community_id) AND (c.place_id = units.id) AND c.open)
UNION ALL
 SELECT 1
   FROM cases c
  WHERE ((c.community_id = units.community_id) AND (c.place_id = units.id) AND (c.closed_at IS NOT NULL)))))));
CREATE POLICY all_rows ON unmask_counts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON unmask_counts TO CURRENT_USER USING (true);
CREATE POLICY in_context ON unmask_counts TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON vehicles TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON vehicles TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON vehicles AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = vehicles.community_id) AND (within.id = vehicles.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = vehicles.community_id) AND (within.id = vehicles.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON vehicles TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY made_by_an_import_now_undone ON vehicles AS RESTRICTIVE FOR DELETE TO yinuo_app USING ((EXISTS ( SELECT 1
   FROM (import_changes i
     JOIN import_batches b ON (((b.community_id = i.community_id) AND (b.id = i.batch_id))))
  WHERE ((i.community_id = vehicles.community_id) AND (i.batch_id = (NULLIF(current_setting('app.undone_import'::text, true), ''::text))::uuid) AND (i.table_name = 'vehicles'::text) AND (i.row_id = vehicles.id) AND (i.before IS NULL) AND (b.state = 'undoing'::text)))));
CREATE POLICY all_rows ON visit_findings TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON visit_findings TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON visit_findings AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM cases within
  WHERE ((within.community_id = visit_findings.community_id) AND (within.id = visit_findings.case_id))
 OFFSET 0)))) WITH CHECK (true);
CREATE POLICY in_context ON visit_findings TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON visit_rounds TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON visit_rounds TO CURRENT_USER USING (true);
CREATE POLICY in_context ON visit_rounds TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON visits TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON visits TO CURRENT_USER USING (true);
CREATE POLICY in_buildings ON visits AS RESTRICTIVE TO yinuo_app USING (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = visits.community_id) AND (within.id = visits.unit_id))
 OFFSET 0)))) WITH CHECK (((current_setting('app.buildings'::text, true) = 'all'::text) OR (community_id = ANY ((string_to_array(NULLIF(current_setting('app.buildings'::text, true), 'all'::text), ','::text))::uuid[])) OR (EXISTS ( SELECT 1
   FROM units within
  WHERE ((within.community_id = visits.community_id) AND (within.id = visits.unit_id))
 OFFSET 0))));
CREATE POLICY in_context ON visits TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON wide_posts TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON wide_posts TO CURRENT_USER USING (true);
CREATE POLICY identity ON wide_posts TO yinuo_identity USING (true);
CREATE POLICY in_context ON wide_posts TO yinuo_app USING ((company_id = ANY (( SELECT (string_to_array(current_setting('app.companies'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));
CREATE POLICY all_rows ON work_calendars TO yinuo_worker USING (true);
CREATE POLICY all_rows_for_owner ON work_calendars TO CURRENT_USER USING (true);
CREATE POLICY in_context ON work_calendars TO yinuo_app USING ((community_id = ANY (( SELECT (string_to_array(current_setting('app.communities'::text, true), ','::text))::uuid[] AS string_to_array)::uuid[])));

GRANT INSERT, SELECT, UPDATE ON accounts TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON accounts TO yinuo_identity;
GRANT SELECT ON accounts TO yinuo_worker;
GRANT SELECT ON audit_checks TO yinuo_app;
GRANT INSERT, SELECT ON audit_checks TO yinuo_worker;
GRANT SELECT ON audit_entries TO yinuo_app;
GRANT SELECT ON audit_entries TO yinuo_worker;
GRANT SELECT ON audit_heads TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON audit_heads TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON bill_run_charges TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON bill_run_charges TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON bill_runs TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON bill_runs TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON bills TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON bills TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON box_openings TO yinuo_app;
GRANT SELECT ON box_openings TO yinuo_worker;
GRANT INSERT, SELECT ON box_slips TO yinuo_app;
GRANT SELECT ON box_slips TO yinuo_worker;
GRANT SELECT ON broadcasts TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON broadcasts TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON buildings TO yinuo_app;
GRANT SELECT ON buildings TO yinuo_worker;
GRANT DELETE, INSERT, SELECT ON calendar_days TO yinuo_app;
GRANT SELECT ON calendar_days TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON case_causes TO yinuo_app;
GRANT SELECT ON case_causes TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON case_clocks TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON case_clocks TO yinuo_worker;
GRANT INSERT, SELECT ON case_events TO yinuo_app;
GRANT INSERT, SELECT ON case_events TO yinuo_worker;
GRANT INSERT, SELECT ON case_files TO yinuo_app;
GRANT INSERT, SELECT ON case_files TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON cases TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON cases TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON causes TO yinuo_app;
GRANT SELECT ON causes TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON channel_buckets TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON channel_buckets TO yinuo_worker;
GRANT DELETE, INSERT, SELECT ON charge_prices TO yinuo_app;
GRANT DELETE, INSERT, SELECT ON charge_prices TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON charges TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON charges TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON communities TO yinuo_app;
GRANT SELECT ON communities TO yinuo_identity;
GRANT SELECT ON communities TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON community_services TO yinuo_app;
GRANT SELECT ON community_services TO yinuo_worker;
GRANT SELECT ON companies TO yinuo_app;
GRANT SELECT ON companies TO yinuo_identity;
GRANT SELECT ON companies TO yinuo_worker;
GRANT INSERT, SELECT ON complaint_authors TO yinuo_app;
GRANT DELETE ON complaint_authors TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON complaint_unsealings TO yinuo_app;
GRANT SELECT ON complaint_unsealings TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON complaints TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON complaints TO yinuo_worker;
GRANT INSERT, SELECT ON consultation_outcomes TO yinuo_app;
GRANT INSERT, SELECT ON consultation_outcomes TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON consultations TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON consultations TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON contact_sheets TO yinuo_app;
GRANT SELECT ON contact_sheets TO yinuo_worker;
GRANT INSERT, SELECT ON content_checks TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON content_checks TO yinuo_worker;
GRANT DELETE, INSERT, SELECT ON day_end_entries TO yinuo_app;
GRANT SELECT ON day_end_entries TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON day_ends TO yinuo_app;
GRANT SELECT ON day_ends TO yinuo_worker;
GRANT SELECT ON deliveries TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON deliveries TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON disclosure_calendars TO yinuo_app;
GRANT SELECT ON disclosure_calendars TO yinuo_worker;
GRANT DELETE, INSERT, SELECT ON disclosure_lines TO yinuo_app;
GRANT INSERT, SELECT ON disclosure_lines TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON disclosure_plans TO yinuo_app;
GRANT SELECT ON disclosure_plans TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON disclosure_questions TO yinuo_app;
GRANT SELECT, UPDATE ON disclosure_questions TO yinuo_worker;
GRANT DELETE, INSERT, SELECT ON disclosure_vouchers TO yinuo_app;
GRANT SELECT ON disclosure_vouchers TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON disclosures TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON disclosures TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON document_categories TO yinuo_app;
GRANT SELECT ON document_categories TO yinuo_worker;
GRANT INSERT, SELECT ON document_files TO yinuo_app;
GRANT SELECT ON document_files TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON document_reminders TO yinuo_worker;
GRANT SELECT ON document_texts TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON document_texts TO yinuo_worker;
GRANT INSERT, SELECT ON document_versions TO yinuo_app;
GRANT SELECT ON document_versions TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON documents TO yinuo_app;
GRANT SELECT ON documents TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON duty_periods TO yinuo_app;
GRANT SELECT ON duty_periods TO yinuo_identity;
GRANT SELECT ON duty_periods TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON entry_codes TO yinuo_app;
GRANT SELECT ON entry_codes TO yinuo_identity;
GRANT SELECT ON entry_codes TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON exemptions TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON exemptions TO yinuo_worker;
GRANT INSERT, SELECT ON files TO yinuo_app;
GRANT DELETE, SELECT ON files TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON fund_imports TO yinuo_app;
GRANT SELECT ON fund_imports TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON fund_record_rules TO yinuo_app;
GRANT SELECT ON fund_record_rules TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON fund_records TO yinuo_app;
GRANT SELECT ON fund_records TO yinuo_worker;
GRANT INSERT, SELECT ON hand_overs TO yinuo_app;
GRANT SELECT ON hand_overs TO yinuo_worker;
GRANT INSERT, SELECT ON handed_work TO yinuo_app;
GRANT SELECT ON handed_work TO yinuo_worker;
GRANT SELECT ON held_posts TO yinuo_app;
GRANT SELECT ON held_posts TO yinuo_identity;
GRANT SELECT ON held_posts TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON household_events TO yinuo_app;
GRANT SELECT ON household_events TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON household_notes TO yinuo_app;
GRANT SELECT ON household_notes TO yinuo_worker;
GRANT INSERT, SELECT ON idempotency_keys TO yinuo_app;
GRANT DELETE, SELECT ON idempotency_keys TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON import_batches TO yinuo_app;
GRANT SELECT ON import_batches TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON import_changes TO yinuo_app;
GRANT DELETE, SELECT ON import_changes TO yinuo_worker;
GRANT DELETE, INSERT, SELECT ON import_faults TO yinuo_app;
GRANT DELETE, SELECT ON import_faults TO yinuo_worker;
GRANT INSERT, SELECT ON improvement_cases TO yinuo_app;
GRANT SELECT ON improvement_cases TO yinuo_worker;
GRANT INSERT, SELECT ON improvement_events TO yinuo_app;
GRANT SELECT ON improvement_events TO yinuo_worker;
GRANT INSERT, SELECT ON improvement_proposal_cases TO yinuo_worker;
GRANT SELECT, UPDATE ON improvement_proposals TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON improvement_proposals TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON improvement_tellings TO yinuo_app;
GRANT SELECT, UPDATE ON improvement_tellings TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON improvements TO yinuo_app;
GRANT SELECT ON improvements TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON late_fee_terms TO yinuo_app;
GRANT SELECT ON late_fee_terms TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON late_fee_waivers TO yinuo_app;
GRANT SELECT ON late_fee_waivers TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON ledger_books TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON ledger_books TO yinuo_worker;
GRANT INSERT, SELECT ON ledger_closings TO yinuo_app;
GRANT SELECT ON ledger_closings TO yinuo_worker;
GRANT INSERT, SELECT ON ledger_entries TO yinuo_app;
GRANT INSERT, SELECT ON ledger_entries TO yinuo_worker;
GRANT INSERT, SELECT ON ledger_lines TO yinuo_app;
GRANT INSERT, SELECT ON ledger_lines TO yinuo_worker;
GRANT INSERT, SELECT ON ledger_vouchers TO yinuo_app;
GRANT SELECT ON ledger_vouchers TO yinuo_worker;
GRANT INSERT, SELECT ON letter_answers TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON letter_answers TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON letters TO yinuo_app;
GRANT DELETE, SELECT, UPDATE ON letters TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON mailboxes TO yinuo_app;
GRANT SELECT, UPDATE ON mailboxes TO yinuo_worker;
GRANT INSERT, SELECT ON meeting_attendances TO yinuo_app;
GRANT SELECT ON meeting_attendances TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON meeting_bookings TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON meeting_bookings TO yinuo_worker;
GRANT INSERT, SELECT ON meeting_minutes TO yinuo_app;
GRANT SELECT ON meeting_minutes TO yinuo_worker;
GRANT INSERT, SELECT ON meeting_point_cases TO yinuo_app;
GRANT SELECT ON meeting_point_cases TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON meeting_points TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON meeting_points TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON meetings TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON meetings TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON message_channels TO yinuo_app;
GRANT SELECT ON message_channels TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON message_grants TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON message_grants TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON message_policies TO yinuo_app;
GRANT SELECT ON message_policies TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON message_preferences TO yinuo_app;
GRANT DELETE, SELECT, UPDATE ON message_preferences TO yinuo_worker;
GRANT SELECT ON messages TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON messages TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON meter_readings TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON meter_readings TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON meters TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON meters TO yinuo_worker;
GRANT SELECT ON migrations TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON notice_editions TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON notice_editions TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON notice_reads TO yinuo_app;
GRANT DELETE, SELECT ON notice_reads TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON notices TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON notices TO yinuo_worker;
GRANT INSERT, SELECT ON outage_updates TO yinuo_app;
GRANT SELECT ON outage_updates TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON outages TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON outages TO yinuo_worker;
GRANT INSERT ON outbox TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON outbox TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON overpayments TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON overpayments TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON parking_spaces TO yinuo_app;
GRANT SELECT ON parking_spaces TO yinuo_worker;
GRANT SELECT ON pay_differences TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON pay_differences TO yinuo_worker;
GRANT INSERT ON pay_merchants TO yinuo_app;
GRANT SELECT ON pay_merchants TO yinuo_worker;
GRANT SELECT ON pay_statement_fees TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON pay_statement_fees TO yinuo_worker;
GRANT SELECT ON pay_statement_lines TO yinuo_app;
GRANT DELETE, INSERT, SELECT ON pay_statement_lines TO yinuo_worker;
GRANT SELECT ON pay_statements TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON pay_statements TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON payment_parts TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON payment_parts TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON payment_rules TO yinuo_app;
GRANT SELECT ON payment_rules TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON payments TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON payments TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON places TO yinuo_app;
GRANT SELECT ON places TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON posts TO yinuo_app;
GRANT SELECT ON posts TO yinuo_identity;
GRANT SELECT ON posts TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON privacy_requests TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON privacy_requests TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON published_results TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON published_results TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON quick_replies TO yinuo_app;
GRANT SELECT ON quick_replies TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON receipt_books TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON receipt_books TO yinuo_worker;
GRANT INSERT, SELECT ON receipts TO yinuo_app;
GRANT INSERT, SELECT ON receipts TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON refresh_tokens TO yinuo_identity;
GRANT INSERT, SELECT ON refund_parts TO yinuo_app;
GRANT INSERT, SELECT ON refund_parts TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON refunds TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON refunds TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON regions TO yinuo_app;
GRANT SELECT ON regions TO yinuo_worker;
GRANT INSERT, SELECT ON reminder_bills TO yinuo_app;
GRANT INSERT, SELECT ON reminder_bills TO yinuo_worker;
GRANT INSERT, SELECT ON reminder_recipients TO yinuo_app;
GRANT INSERT, SELECT ON reminder_recipients TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON reminder_stages TO yinuo_app;
GRANT SELECT ON reminder_stages TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON reminder_stops TO yinuo_app;
GRANT SELECT ON reminder_stops TO yinuo_worker;
GRANT INSERT, SELECT ON reminders TO yinuo_app;
GRANT INSERT, SELECT ON reminders TO yinuo_worker;
GRANT INSERT, SELECT ON repair_materials TO yinuo_app;
GRANT INSERT, SELECT ON repair_materials TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON repair_samples TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON repair_samples TO yinuo_worker;
GRANT INSERT, SELECT ON repair_visits TO yinuo_app;
GRANT INSERT, SELECT ON repair_visits TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON repairs TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON repairs TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON repeat_rules TO yinuo_app;
GRANT SELECT ON repeat_rules TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON residence_applications TO yinuo_app;
GRANT SELECT ON residence_applications TO yinuo_identity;
GRANT DELETE, SELECT ON residence_applications TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON residence_invitations TO yinuo_app;
GRANT SELECT ON residence_invitations TO yinuo_identity;
GRANT SELECT ON residence_invitations TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON residencies TO yinuo_app;
GRANT SELECT ON residencies TO yinuo_identity;
GRANT SELECT ON residencies TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON residents TO yinuo_app;
GRANT SELECT ON residents TO yinuo_identity;
GRANT SELECT ON residents TO yinuo_worker;
GRANT INSERT, SELECT ON retention_rules TO yinuo_app;
GRANT SELECT ON retention_rules TO yinuo_worker;
GRANT SELECT ON retention_runs TO yinuo_app;
GRANT INSERT, SELECT ON retention_runs TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON saved_views TO yinuo_app;
GRANT SELECT ON saved_views TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO yinuo_identity;
GRANT DELETE, SELECT ON sessions TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON shared_costs TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON shared_costs TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_attempts TO yinuo_identity;
GRANT DELETE, SELECT ON sign_in_attempts TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_tickets TO yinuo_identity;
GRANT DELETE ON sign_in_tickets TO yinuo_worker;
GRANT INSERT, SELECT ON signing_keys TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON staff TO yinuo_app;
GRANT SELECT ON staff TO yinuo_identity;
GRANT SELECT ON staff TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON staff_posts TO yinuo_app;
GRANT SELECT ON staff_posts TO yinuo_identity;
GRANT SELECT ON staff_posts TO yinuo_worker;
GRANT INSERT, SELECT ON standard_adoptions TO yinuo_app;
GRANT SELECT ON standard_adoptions TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON suggestion_boxes TO yinuo_app;
GRANT SELECT, UPDATE ON suggestion_boxes TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON suppliers TO yinuo_app;
GRANT SELECT ON suppliers TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON unit_balances TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON unit_balances TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON units TO yinuo_app;
GRANT SELECT ON units TO yinuo_identity;
GRANT SELECT ON units TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON unmask_counts TO yinuo_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON vehicles TO yinuo_app;
GRANT SELECT ON vehicles TO yinuo_worker;
GRANT INSERT, SELECT ON visit_findings TO yinuo_app;
GRANT SELECT ON visit_findings TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON visit_rounds TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON visit_rounds TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON visits TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON visits TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON wechat_tokens TO yinuo_app;
GRANT INSERT, SELECT, UPDATE ON wechat_tokens TO yinuo_identity;
GRANT INSERT, SELECT, UPDATE ON wechat_tokens TO yinuo_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON wide_posts TO yinuo_app;
GRANT SELECT ON wide_posts TO yinuo_identity;
GRANT SELECT ON wide_posts TO yinuo_worker;
GRANT INSERT, SELECT, UPDATE ON work_calendars TO yinuo_app;
GRANT SELECT ON work_calendars TO yinuo_worker;

GRANT UPDATE (name, openid, phone, unionid) ON accounts TO yinuo_worker;
GRANT INSERT (action, actor_id, actor_kind, actor_name, address, after, at, before, community_id, company_id, id, subject_id, subject_kind, trace_id) ON audit_entries TO yinuo_app;
GRANT INSERT (action, actor_id, actor_kind, actor_name, address, after, at, before, community_id, company_id, id, subject_id, subject_kind, trace_id) ON audit_entries TO yinuo_worker;
GRANT UPDATE (hash, prev_hash, sealed_at, seq) ON audit_entries TO yinuo_worker;
GRANT UPDATE (ended_at, state) ON broadcasts TO yinuo_app;
GRANT UPDATE (note) ON case_causes TO yinuo_worker;
GRANT UPDATE (actor_name, content) ON case_events TO yinuo_worker;
GRANT SELECT (author_hash, community_id) ON complaint_authors TO yinuo_worker;
GRANT UPDATE (at, attempts, called_at, grant_id, held_by, next_at, reason, resent, state) ON deliveries TO yinuo_app;
GRANT SELECT (community_id, id, state) ON disclosures TO yinuo_identity;
GRANT UPDATE (uploaded_by) ON files TO yinuo_app;
GRANT UPDATE (detail, title) ON household_events TO yinuo_worker;
GRANT UPDATE (text) ON household_notes TO yinuo_worker;
GRANT UPDATE (file_key) ON import_batches TO yinuo_worker;
GRANT UPDATE (reason) ON late_fee_waivers TO yinuo_worker;
GRANT UPDATE (read_at) ON messages TO yinuo_app;
GRANT UPDATE (note) ON parking_spaces TO yinuo_worker;
GRANT UPDATE (reason, settled_at, settled_by, settled_by_name, state, version) ON pay_differences TO yinuo_app;
GRANT SELECT (appid, community_id, company_id, created_at, id, key_serial, mchid, mode, platform_keys, serial_no, stopped_at, sub_mchid, test_trouble, tested_at, version) ON pay_merchants TO yinuo_app;
GRANT UPDATE (key_serial, platform_keys, stopped_at, test_trouble, tested_at, version) ON pay_merchants TO yinuo_app;
GRANT UPDATE (record_id) ON pay_statement_fees TO yinuo_app;
GRANT UPDATE (prints, voided_at, voided_because, voided_by_name) ON receipts TO yinuo_app;
GRANT UPDATE (name) ON reminder_recipients TO yinuo_app;
GRANT UPDATE (name) ON reminder_recipients TO yinuo_worker;
GRANT UPDATE (reason) ON reminder_stops TO yinuo_worker;
GRANT UPDATE (text) ON reminders TO yinuo_app;
GRANT UPDATE (text) ON reminders TO yinuo_worker;
GRANT UPDATE (finding) ON repair_visits TO yinuo_worker;
GRANT UPDATE (decided_at, decision_reason, file_ids, name, note, phone, state) ON residence_applications TO yinuo_worker;
GRANT UPDATE (inviter_name, name, phone, revoked_at) ON residence_invitations TO yinuo_worker;
GRANT UPDATE (ended_because, valid_until, version) ON residencies TO yinuo_worker;
GRANT UPDATE (account_id, erased_at, name, phone, version) ON residents TO yinuo_worker;
GRANT UPDATE (views) ON saved_views TO yinuo_worker;
GRANT SELECT (id, revoked_at, staff_id) ON sessions TO yinuo_app;
GRANT UPDATE (revoked_at) ON sessions TO yinuo_app;
GRANT SELECT (expires_at, id) ON sign_in_tickets TO yinuo_worker;
GRANT UPDATE (account_id, totp_confirmed_at, totp_offer, totp_secret, totp_used_step) ON staff TO yinuo_identity;
GRANT UPDATE (account_id, phone) ON staff TO yinuo_worker;
GRANT UPDATE (description, plate, valid_until, version) ON vehicles TO yinuo_worker;
