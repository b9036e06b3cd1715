import { z } from "zod";
import { anyone, endpoint } from "../core/index.ts";
import { AddressMatch, Division, Grid } from "./model.ts";

/** The register of divisions, grids and unified addresses. */
export const divisionApi = {
  register: endpoint({
    method: "get",
    path: "/divisions",
    allow: anyone,
    summary: "Every division and every grid with its outline.",
    input: z.object({}),
    reply: z.object({ divisions: z.array(Division), grids: z.array(Grid) }),
  }),
  findAddress: endpoint({
    method: "get",
    path: "/addresses",
    allow: anyone,
    perMinute: 60,
    summary: "Unified addresses that a spoken or local address may mean, best first, five at most.",
    input: z.object({ text: z.string().min(2).max(100) }),
    reply: z.object({ matches: z.array(AddressMatch) }),
  }),
};
