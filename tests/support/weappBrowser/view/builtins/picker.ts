import type { Builtin, Part } from "./builtin.ts";

/** Opens a picker from the bottom of the screen; this screen draws lists, dates and times. */
export const picker: Builtin = {
  properties: ["mode", "range", "rangeKey", "value", "start", "end", "disabled", "headerText"],
  draw(part) {
    part.host.addEventListener("click", () => {
      if (part.get("disabled") !== true) void open(part);
    });
  },
};

async function open(part: Part): Promise<void> {
  const mode = part.get("mode") ?? "selector";
  if (mode === "date" || mode === "time") {
    const given = await window.ask({
      kind: "modal",
      title: mode === "date" ? "选择日期" : "选择时间",
      content: String(part.get("value") ?? ""),
      cancel: "取消",
      confirm: "确定",
      editable: true,
    });
    return finish(part, typeof given === "string" ? given : null);
  }
  if (mode !== "selector") throw new Error(`a picker of mode "${String(mode)}" is not drawn`);
  const key = part.get("rangeKey");
  const items = ((part.get("range") ?? []) as unknown[]).map((item) =>
    key ? String((item as Record<string, unknown>)[String(key)]) : String(item),
  );
  const index = await window.ask({ kind: "sheet", items });
  finish(part, typeof index === "number" ? index : null);
}

function finish(part: Part, value: string | number | null): void {
  if (value === null) part.fire("cancel", {});
  else part.fire("change", { value });
}
