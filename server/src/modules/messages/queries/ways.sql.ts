/**
 * By which channels a message to many goes in a community, as `urgent` and `channels` in their order: its policy, and that a text
 * message costs (rules/ways-of.ts, for many at once).
 */
export const decidedFor = (of: { community: string; kind: string; urgent: string; usual: string; offersMail: string }) => `
  SELECT d.urgent, ARRAY(
      SELECT way FROM unnest(d.channels) WITH ORDINALITY AS w (way, place)
      WHERE (way <> 'sms' OR d.urgent) AND (way <> 'email' OR ${of.offersMail}) ORDER BY place
    ) AS channels
  FROM (SELECT coalesce(p.channels, ${of.usual}) AS channels, ${of.urgent} OR coalesce(p.urgent, false) AS urgent
        FROM (SELECT 1) AS one LEFT JOIN message_policies p ON p.community_id = ${of.community} AND p.kind = ${of.kind}) AS d`

/**
 * The channels that would carry it to an account: the first of those that can, or the first two of what is urgent.
 * @param of `decided`: a row of `decidedFor`; `account` and `phone`: SQL of whom
 */
export const waysTo = (of: { decided: string; account: string; phone: string; template: string; group: string }) => `
  (ARRAY(
    SELECT way FROM unnest(${of.decided}.channels) WITH ORDINALITY AS w (way, place)
    WHERE (${of.decided}.urgent OR NOT EXISTS (SELECT 1 FROM message_preferences f
        WHERE f.person_id = ${of.account} AND f.choices ? '${of.group}' AND NOT f.choices -> '${of.group}' ? way))
      AND CASE way
        WHEN 'subscribe' THEN EXISTS (SELECT 1 FROM accounts a JOIN message_grants g ON g.openid = a.openid
          WHERE a.id = ${of.account} AND g.template = '${of.template}' AND g.consumed_at IS NULL)
        WHEN 'sms' THEN ${of.phone} ~ '^1[3-9][0-9]{9}$'
        WHEN 'email' THEN EXISTS (SELECT 1 FROM message_preferences f WHERE f.person_id = ${of.account} AND f.email IS NOT NULL)
      END
    ORDER BY place
  ))[1 : CASE WHEN ${of.decided}.urgent THEN 2 ELSE 1 END]`
