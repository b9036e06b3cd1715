import type { Live } from "../../core/live.ts";
import type { AccountService } from "../accounts/service.ts";
import type { AttachmentService } from "../attachments/service.ts";
import type { DivisionService } from "../divisions/service.ts";
import type { TaxonomyService } from "../taxonomy/service.ts";
import type { CaseFigures } from "./figures.repository.ts";
import type { Follows } from "./follows.repository.ts";
import type { CaseLists } from "./lists.repository.ts";
import type { Cases } from "./repository.ts";

/** Where cases live: what the service is given. */
export interface CaseWorld {
  readonly cases: Cases;
  readonly lists: CaseLists;
  readonly follows: Follows;
  readonly figures: CaseFigures;
  readonly divisions: Pick<DivisionService, "locate">;
  readonly taxonomy: Pick<TaxonomyService, "type" | "hasDepartment" | "sessions">;
  readonly accounts: Pick<AccountService, "phoneOf" | "stationsFor">;
  readonly photos: Pick<AttachmentService, "claim" | "links">;
  readonly live: Pick<Live, "publish">;
}
