import type {
  AcceptProposal,
  CaseCause,
  Cause,
  CauseAnalysis,
  CauseCase,
  Causes,
  CheckedImprovement,
  DismissProposal,
  EditedCause,
  EditedImprovement,
  ImprovementNumbers,
  ImprovementOwner,
  ImprovementRow,
  ImprovementView,
  MovedImprovement,
  NameCause,
  NewCause,
  NewImprovement,
  Page,
  ProposalRow,
  ProposalView,
  PublicChange,
  RepeatRules,
  SeenImprovement,
  TellingReach,
  TellingWish,
} from '@yinuo/contracts'

/** Causes and improvements: the office's side, and what residents read of them. */
export interface ImprovementRoutes {
  'GET /communities/{communityId}/causes': { answer: Causes }
  'POST /communities/{communityId}/causes': { body: NewCause; answer: Cause }
  'PUT /communities/{communityId}/causes/{id}': { body: EditedCause; answer: Cause }
  'GET /communities/{communityId}/cases/{id}/cause': { answer: CaseCause }
  'PUT /communities/{communityId}/cases/{id}/cause': { body: NameCause; answer: CaseCause }
  'GET /communities/{communityId}/cause-analysis': { answer: CauseAnalysis }
  'GET /communities/{communityId}/cause-cases': { answer: Page<CauseCase> }
  'GET /communities/{communityId}/repeat-rules': { answer: RepeatRules }
  'PUT /communities/{communityId}/repeat-rules': { body: RepeatRules; answer: RepeatRules }
  'GET /communities/{communityId}/improvement-numbers': { answer: ImprovementNumbers }
  'GET /communities/{communityId}/improvement-owners': { answer: ImprovementOwner[] }
  'GET /communities/{communityId}/improvement-proposals': { answer: Page<ProposalRow> }
  'GET /communities/{communityId}/improvement-proposals/{id}': { answer: ProposalView }
  'POST /communities/{communityId}/improvement-proposals/{id}/accept': { body: AcceptProposal; answer: ImprovementView }
  'POST /communities/{communityId}/improvement-proposals/{id}/dismiss': { body: DismissProposal; answer: ProposalView }
  'GET /communities/{communityId}/improvements': { answer: Page<ImprovementRow> }
  'POST /communities/{communityId}/improvements': { body: NewImprovement; answer: ImprovementView }
  'GET /communities/{communityId}/improvements/{id}': { answer: ImprovementView }
  'PUT /communities/{communityId}/improvements/{id}': { body: EditedImprovement; answer: ImprovementView }
  'POST /communities/{communityId}/improvements/{id}/start': { body: MovedImprovement; answer: ImprovementView }
  'POST /communities/{communityId}/improvements/{id}/finish': { body: MovedImprovement; answer: ImprovementView }
  'POST /communities/{communityId}/improvements/{id}/check': { body: CheckedImprovement; answer: ImprovementView }
  'GET /communities/{communityId}/improvements/{id}/telling-reach': { answer: TellingReach }
  'POST /communities/{communityId}/improvements/{id}/tell': { body: TellingWish; answer: ImprovementView }
  'PUT /communities/{communityId}/improvements/{id}/telling': { body: TellingWish; answer: ImprovementView }
  'POST /communities/{communityId}/improvements/{id}/withdraw-telling': { body: SeenImprovement; answer: ImprovementView }
  'GET /me/changes': { answer: Page<PublicChange> }
}
