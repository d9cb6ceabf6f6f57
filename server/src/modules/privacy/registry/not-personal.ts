/**
 * Tables that hold no data of a person: every column of each. Ids of people in them lead to rows of personal-tables.ts and say
 * nothing by themselves. Something added here is something nobody will export, clear or forget.
 */
// prettier-ignore
export const notPersonal: Readonly<Record<string, string>> = {
  companies: 'name',
  communities: 'name property_type address hotline time_zone region_id',
  regions: 'name',
  community_services: 'code name detail ordinal withdrawn_at',
  buildings: 'name ordinal plan_x plan_y',
  units: 'building_id entrance floor number label use state area_square_centimetres room_key room_key_reversed delivered_on',
  places: 'kind building_id label plan_x plan_y',
  entry_codes: 'token kind place_id place_label created_at expires_at revoked_at',
  posts: 'code name duties permissions work authority responsibility qualification answers_for certificates',
  work_calendars: 'observes_public_holidays slots',
  calendar_days: 'day kind name',
  case_clocks: `case_id round name target_minutes round_the_clock started_at due_at ladder steps reached next_step_at paused_at
    paused_because paused_minutes warned_at breached_at stopped_at`,
  consultation_outcomes: 'case_id outcome_id created_at',
  meeting_point_cases: 'point_id case_id created_at',
  visit_findings: 'visit_id case_id created_at',
  quick_replies: 'title content ordinal withdrawn_at',
  repair_materials: 'case_id name quantity unit unit_price_fen',
  content_checks: 'subject_kind subject_id wechat_trace_id verdict at',
  suggestion_boxes: 'name place post_id staff_id every_days since due_told_for late_told_for retired_at',
  contact_sheets: 'email front_desk official_account committee note updated_at',
  message_channels: 'sealed_robot robot_hint robot_set_at',
  mailboxes: `address host port encryption username sealed_password folder takes_others active since uid_validity last_uid next_poll_at
    polled_at failing_since failures last_failure`,
  message_policies: 'kind channels urgent to_robot',
  channel_buckets: 'name tokens filled_at',
  outbox: 'topic payload trace_id created_at available_at attempts failed_because dead_at',
  audit_heads: 'day seq hash sealed_at signature exported_at',
  audit_checks: 'at seq sealed_until broken_seq broken_because',
  retention_runs: 'at subject keep_days done',
  refresh_tokens: 'token_hash session_id issued_at used_at salt',
  sign_in_tickets: 'secret_hash expires_at approved_by redeemed_at',
  wechat_tokens: 'app_id sealed_token expires_at renewed_at renewing_until',
  document_categories: 'parent_id name ordinal reader_posts editor_posts withdrawn_at',
  document_files: 'uploaded_by upload_key name ending content_type bytes sha256 storage_key created_at',
  documents: `category_id title number tags owner_post_id valid_until review_by remind_days reader_posts editor_posts state
    withdrawn_because current_version created_at updated_at`,
  document_texts: 'document_id version_number state content words',
  document_reminders: 'document_id kind due_on step told_at',
  broadcasts: 'business_key kind audience about_id title body values urgent state reached_account told created_at ended_at',
  causes: 'kind category name retired_at',
  repeat_rules: 'rule cases days',
  improvement_cases: 'improvement_id case_id',
  unmask_counts: 'staff_id day times',
  migrations: 'timestamp name',
}
