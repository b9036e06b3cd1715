import { inside, type Builtin, type Part } from "./builtin.ts";

const FIELD = [
  "value",
  "type",
  "password",
  "placeholder",
  "disabled",
  "maxlength",
  "focus",
  "confirmType",
  "autoHeight",
];

/** WeChat cuts what is typed at 140 characters unless told otherwise; -1 is no limit. */
function limitOf(part: Part): number {
  const given = part.get("maxlength");
  const limit = given === undefined || given === null || given === "" ? 140 : Number(given);
  return limit < 0 ? Number.MAX_SAFE_INTEGER : limit;
}

function drawField(part: Part, field: HTMLInputElement | HTMLTextAreaElement): () => void {
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
  field.addEventListener("input", () => {
    field.value = field.value.slice(0, limitOf(part));
    part.fire("input", { ...detail(), keyCode: 0 });
  });
  field.addEventListener("focus", () => part.fire("focus", { value: field.value, height: 0 }));
  field.addEventListener("blur", () => part.fire("blur", detail()));
  field.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Enter") part.fire("confirm", { value: field.value });
  });
  return () => {
    const value = String(part.get("value") ?? "");
    if (field.value !== value) field.value = value;
    field.placeholder = String(part.get("placeholder") ?? "");
    field.disabled = part.get("disabled") === true;
    if (part.get("focus") === true) field.focus();
  };
}

/** One line of text. */
export const input: Builtin = {
  properties: FIELD,
  draw(part) {
    const field = inside(part.host, "input");
    const follow = drawField(part, field);
    return () => {
      const type = part.get("type");
      field.type = part.get("password") === true ? "password" : "text";
      field.inputMode =
        type === "number" || type === "idcard" ? "numeric" : type === "digit" ? "decimal" : "text";
      follow();
    };
  },
};

/** Several lines of text. */
export const textarea: Builtin = {
  properties: FIELD,
  draw(part) {
    const field = inside(part.host, "textarea");
    const follow = drawField(part, field);
    const grow = () => {
      if (part.get("autoHeight") !== true) return;
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight}px`;
    };
    field.addEventListener("input", grow);
    return () => {
      follow();
      grow();
    };
  },
};
