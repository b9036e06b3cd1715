/** Error codes that belong to no feature, with the HTTP status each is answered by. */
export const coreErrors = {
  "request.invalid": 400,
  "request.too_large": 413,
  "request.too_many": 429,
  "request.wrong_origin": 403,
  "route.not_found": 404,
  "server.failed": 500,
  "server.busy": 503,
  "server.storage_full": 507,
  /** Never sent: the client says it when no answer came. */
  "network.unreachable": 599,
} as const;
