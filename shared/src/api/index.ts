import { accountApi } from "../accounts/contract.ts";
import { accountErrors } from "../accounts/errors.ts";
import { attachmentErrors } from "../attachments/errors.ts";
import { caseApi } from "../cases/contract.ts";
import { caseErrors } from "../cases/errors.ts";
import { coreErrors, type ClientOf } from "../core/index.ts";
import { divisionApi } from "../divisions/contract.ts";
import { divisionErrors } from "../divisions/errors.ts";
import { participationApi } from "../participation/contract.ts";
import { taxonomyApi } from "../taxonomy/contract.ts";
import { taxonomyErrors } from "../taxonomy/errors.ts";

/** Every call of the API, by feature. */
export const api = {
  accounts: accountApi,
  divisions: divisionApi,
  taxonomy: taxonomyApi,
  cases: caseApi,
  participation: participationApi,
} as const;

/** The typed client both front ends use. */
export type Client = ClientOf<typeof api>;

/** The closed vocabulary of errors with their HTTP status. */
export const errorStatus = {
  ...coreErrors,
  ...accountErrors,
  ...divisionErrors,
  ...taxonomyErrors,
  ...attachmentErrors,
  ...caseErrors,
} as const;
export type ErrorCode = keyof typeof errorStatus;
