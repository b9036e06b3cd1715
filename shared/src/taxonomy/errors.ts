/** Error codes of the taxonomy with the HTTP status each is answered by. */
export const taxonomyErrors = { "event.unknown": 422 } as const;
