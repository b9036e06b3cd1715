import { Figures } from "./model.ts";

/** Statistics as they change, at most once a second per division. */
export const participationEvents = {
  "figures.changed": Figures,
};
