import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./table.ts";

interface Profile {
  readonly nodes: readonly {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Functions shown. */
const TOP = 30;

/** The functions a process spent its own time in, by the profiles in this directory, the busiest first. */
export function busiest(directory: string): string {
  const own = new Map<string, number>();
  for (const file of readdirSync(directory)) {
    const profile = JSON.parse(readFileSync(join(directory, file), "utf8")) as Profile;
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
    profile.samples.forEach((id, at) => {
      const place = names.get(id) ?? "";
      own.set(place, (own.get(place) ?? 0) + (profile.timeDeltas[at] ?? 0));
    });
  }
  own.delete("(idle)");
  const total = [...own.values()].reduce((sum, time) => sum + time, 0);
  const rows = [...own].sort(([, a], [, b]) => b - a).slice(0, TOP);
  return table(
    rows.map(([place, time]) => [
      `${((time / total) * 100).toFixed(1)}`,
      `${(time / 1000).toFixed(0)}`,
      place,
    ]),
  );
}

/** A function with its package or file. */
function placeOf({ functionName, url, lineNumber }: Profile["nodes"][number]["callFrame"]): string {
  const name = functionName || "(anonymous)";
  if (!url) return name;
  const inPackage = /node_modules\/(?!\.pnpm)((?:@[^/]+\/)?[^/]+)\/[^?]*?([^/]+)$/.exec(url);
  const file = inPackage ? `${inPackage[1]} ${inPackage[2]}` : (url.split("/").at(-1) ?? url);
  return `${name}  ${file}:${lineNumber + 1}`;
}
