/** Under which what this page shows is remembered. */
export const privacyKeys = (communityId: string) =>
  ({
    requests: ['community', communityId, 'privacy-requests'],
    rules: ['community', communityId, 'retention-rules'],
    runs: ['community', communityId, 'retention-runs'],
  }) as const
