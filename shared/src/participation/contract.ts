import { z } from "zod";
import { anyone, endpoint } from "../core/index.ts";
import { Figures } from "./model.ts";

/** Participation statistics, for everyone. */
export const participationApi = {
  figures: endpoint({
    method: "get",
    path: "/figures/:division",
    allow: anyone,
    summary: "The participation figures of a county, town or community.",
    input: z.object({ division: z.string().length(12) }),
    reply: Figures,
  }),
};
