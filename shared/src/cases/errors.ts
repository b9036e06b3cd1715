/** Error codes of cases with the HTTP status each is answered by. */
export const caseErrors = {
  "case.not_found": 404,
  "case.move_not_yours": 403,
  "case.wrong_status": 409,
  "case.moved_meanwhile": 409,
  "case.move_incomplete": 422,
  "case.evidence_needed": 422,
  "case.already_asked": 409,
  "case.not_for_grid": 409,
  "case.not_withdrawable": 409,
  "case.dispute_too_late": 409,
  "case.disputed_enough": 409,
  "case.unit_unknown": 422,
  "case.place_needed": 422,
  "case.photo_unknown": 422,
  "case.no_call_consent": 403,
  "case.too_long": 409,
} as const;
