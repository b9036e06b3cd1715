import type { Dialog } from "../protocol.ts";

type Answer = boolean | string | number | null;

const layer = (): HTMLElement => document.querySelector<HTMLElement>("#frame-layer")!;

function make(tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Shows a dialog or a sheet until somebody taps an answer. */
export function ask(dialog: Dialog): Promise<Answer> {
  return new Promise((resolve) => {
    const answer = (value: Answer) => () => {
      layer().replaceChildren();
      resolve(value);
    };
    const box = dialog.kind === "modal" ? modal(dialog, answer) : sheet(dialog.items, answer);
    layer().replaceChildren(make("div", "shade"), box);
  });
}

type Answering = (value: Answer) => () => void;

function modal(dialog: Extract<Dialog, { kind: "modal" }>, answer: Answering): HTMLElement {
  const box = make("div", "modal");
  if (dialog.title) box.append(make("p", "modal-title", dialog.title));
  const field = document.createElement("textarea");
  if (dialog.editable) {
    field.value = dialog.content;
    box.append(field);
  } else box.append(make("p", "modal-content", dialog.content));
  const buttons = make("div", "modal-buttons");
  if (dialog.cancel !== null) {
    const cancel = make("button", "modal-cancel", dialog.cancel);
    cancel.onclick = answer(false);
    buttons.append(cancel);
  }
  const confirm = make("button", "modal-confirm", dialog.confirm);
  confirm.onclick = () => answer(dialog.editable ? field.value : true)();
  buttons.append(confirm);
  box.append(buttons);
  return box;
}

function sheet(items: readonly string[], answer: Answering): HTMLElement {
  const box = make("div", "sheet");
  items.forEach((item, index) => {
    const row = make("button", "sheet-item", item);
    row.onclick = answer(index);
    box.append(row);
  });
  const cancel = make("button", "sheet-cancel", "取消");
  cancel.onclick = answer(null);
  box.append(cancel);
  return box;
}

let calming: ReturnType<typeof setTimeout> | undefined;

/** Says something in the middle of the screen for a while; for good where `ms` is 0. */
export function toast(text: string, icon: string, ms: number): void {
  clearTimeout(calming);
  const box = make("div", "toast", text);
  box.dataset.icon = icon;
  layer().replaceChildren(box);
  if (ms > 0) calming = setTimeout(calm, ms);
}

export function calm(): void {
  layer().querySelector(".toast")?.remove();
}
