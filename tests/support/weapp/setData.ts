/** A path of setData as its steps: `root.cn.[0].v` is root, cn, 0, v. */
function stepsOf(path: string): (string | number)[] {
  return (path.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

type Branch = Record<string | number, unknown>;

/** Changes `data` as setData does: by paths, making what is missing on the way. */
export function applyData(data: Record<string, unknown>, changes: Readonly<Record<string, unknown>>): void {
  for (const [path, value] of Object.entries(changes)) {
    const steps = stepsOf(path);
    const last = steps.pop();
    if (last === undefined) continue;
    let branch: Branch = data;
    steps.forEach((step, at) => {
      const next = branch[step];
      if (next === null || typeof next !== "object") {
        branch[step] = typeof (steps[at + 1] ?? last) === "number" ? [] : {};
      }
      branch = branch[step] as Branch;
    });
    branch[last] = value;
  }
}
