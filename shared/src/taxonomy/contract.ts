import { z } from "zod";
import { anyone, endpoint } from "../core/index.ts";
import { Catalogue } from "./model.ts";

/** The unified event taxonomy. */
export const taxonomyApi = {
  catalogue: endpoint({
    method: "get",
    path: "/events/catalogue",
    allow: anyone,
    summary: "The event taxonomy in force: classes, types, aliases, limits, departments.",
    input: z.object({}),
    reply: Catalogue,
  }),
};
