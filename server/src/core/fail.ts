import type { ErrorCode } from "@gongzhi/shared/api";
import { AppError } from "@gongzhi/shared/core";

/** Ends the call with an error of the closed vocabulary: `(await find(id)) ?? fail("case.not_found")`. */
export function fail(code: ErrorCode, details?: unknown): never {
  throw new AppError(code, details);
}
