import { answeringStates } from '@yinuo/contracts'

const words = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

/** Whether what became of point `p` still owes an answer: of a case its state says so, else that nothing is written. */
export const UNANSWERED = `coalesce(
  (SELECT NOT (CASE k.kind WHEN 'complaint' THEN k.state IN (${words(answeringStates.complaint)})
      ELSE k.state IN (${words(answeringStates.repair)}) END)
   FROM meeting_point_cases x JOIN cases k ON k.community_id = x.community_id AND k.id = x.case_id
   WHERE x.community_id = p.community_id AND x.point_id = p.id),
  p.answer IS NULL)`

/** The points of meeting `n` as JSON, in the order they were raised; `more` are further facts of point `p`, case `k`, complaint `m`. */
export const POINTS = (more: string) => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'text', p.text, 'answer', p.answer, 'answeredAt', p.answered_at,
      'followed', CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('kind', k.kind, 'state', k.state) END, ${more})
      ORDER BY p.created_at, p.id), '[]')
   FROM meeting_points p
   LEFT JOIN residents r ON r.community_id = p.community_id AND r.id = p.raised_by
   LEFT JOIN meeting_point_cases x ON x.community_id = p.community_id AND x.point_id = p.id
   LEFT JOIN cases k ON k.community_id = x.community_id AND k.id = x.case_id
   LEFT JOIN complaints m ON m.community_id = k.community_id AND m.case_id = k.id
   WHERE p.community_id = n.community_id AND p.meeting_id = n.id)`
