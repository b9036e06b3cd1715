/** Error codes of divisions with the HTTP status each is answered by. */
export const divisionErrors = {
  "division.not_found": 404,
  "division.outside": 422,
} as const;
