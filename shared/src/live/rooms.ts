import type { AccountId, CaseId } from "../core/index.ts";

/** The rooms a live connection may be in, by name. */
export const rooms = {
  /** Everything that happens to one case. */
  case: (id: CaseId) => `case:${id}`,
  /** Cases of a grid, community, town or county, for its workers. */
  division: (code: string) => `division:${code}`,
  /** Public cases of a county. */
  publicCases: (county: string) => `public:${county}`,
  /** The participation figures of a division. */
  figures: (division: string) => `figures:${division}`,
  /** What concerns one account on all its devices. */
  account: (id: AccountId) => `account:${id}`,
} as const;

/** A room name taken apart, or null for a name that is none. */
export function parseRoom(name: string): { kind: keyof typeof kinds; key: string } | null {
  const [prefix = "", key = ""] = name.split(":");
  const kind = (Object.keys(kinds) as (keyof typeof kinds)[]).find((each) => kinds[each].prefix === prefix);
  return kind && kinds[kind].key.test(key) ? { kind, key } : null;
}

const kinds = {
  case: { prefix: "case", key: /^[0-9a-f]{24}$/ },
  division: { prefix: "division", key: /^\d{12}(\d{3})?$/ },
  publicCases: { prefix: "public", key: /^\d{6}$/ },
  figures: { prefix: "figures", key: /^\d{12}$/ },
  account: { prefix: "account", key: /^[0-9a-f]{24}$/ },
} as const;

/** A connection may be in this many rooms at once. */
export const MAX_ROOMS = 60;
