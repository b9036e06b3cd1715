/** Error codes of accounts with the HTTP status each is answered by. */
export const accountErrors = {
  "account.sign_in_needed": 401,
  "account.session_ended": 401,
  "account.not_allowed": 403,
  "account.phone_invalid": 422,
  "account.code_wrong": 422,
  "account.code_expired": 422,
  "account.code_wait": 429,
  "account.password_wrong": 422,
  "account.locked": 429,
  "account.wechat_failed": 502,
  "account.wechat_unbound": 404,
  "account.wechat_taken": 409,
} as const;
