/** The posts of somebody with their scope, as `StaffPost`, widest first. `more`: further pairs of the object. */
export const postsOf = (staff: string, more = '') => `
  coalesce((
    SELECT json_agg(json_build_object('postId', p.id, 'postName', p.name,
      'scope', CASE WHEN held.community_id IS NOT NULL THEN 'community' WHEN held.region_id IS NOT NULL THEN 'region' ELSE 'company' END,
      'communityId', c.id, 'communityName', c.name, 'regionId', r.id, 'regionName', r.name,
      'buildings', coalesce((SELECT json_agg(json_build_object('id', b.id, 'name', b.name) ORDER BY b.ordinal, b.name)
        FROM buildings b WHERE b.community_id = held.community_id AND b.id = ANY (held.building_ids)), '[]')${more})
      ORDER BY held.community_id IS NOT NULL, held.region_id IS NOT NULL, c.name, p.name)
    FROM (
      SELECT sp.company_id, sp.post_id, sp.community_id, NULL::uuid AS region_id, sp.building_ids
      FROM staff_posts sp WHERE sp.staff_id = ${staff}
      UNION ALL
      SELECT w.company_id, w.post_id, NULL, w.region_id, '{}' FROM wide_posts w WHERE w.staff_id = ${staff}
    ) held
    JOIN posts p ON p.company_id = held.company_id AND p.id = held.post_id
    LEFT JOIN communities c ON c.id = held.community_id
    LEFT JOIN regions r ON r.company_id = held.company_id AND r.id = held.region_id), '[]')`
