// @vitest-environment happy-dom
import { effectScope, type EffectScope } from "vue";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useQueueKeys } from "./useQueueKeys.ts";

let scope: EffectScope;
let letters: boolean;
const back = vi.fn();
const help = vi.fn();

beforeEach(() => {
  letters = true;
  document.body.innerHTML = `
    <ol><li><a data-row id="a" href="#"></a></li><li><a data-row id="b" href="#"></a></li></ol>
    <button data-lead></button><textarea></textarea>`;
  scope = effectScope();
  scope.run(() =>
    useQueueKeys({ list: () => document.querySelector("ol"), back, help, letters: () => letters }),
  );
});
afterEach(() => {
  scope.stop();
  vi.clearAllMocks();
});

const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const focused = () => document.activeElement?.id;

describe("the keys of the queue", () => {
  test("J and K walk through the rows and stop at their ends", () => {
    press("j", document.body);
    expect(focused()).toBe("a");
    press("j");
    press("j");
    expect(focused()).toBe("b");
    press("k");
    expect(focused()).toBe("a");
  });

  test("the walk goes on from the case that is open", () => {
    document.querySelector("#a")?.setAttribute("aria-current", "page");
    press("j", document.body);
    expect(focused()).toBe("b");
  });

  test("the arrows do the same, but only inside the list", () => {
    press("ArrowDown", document.body);
    expect(focused()).not.toBe("a");
    document.querySelector<HTMLElement>("#a")?.focus();
    press("ArrowDown");
    expect(focused()).toBe("b");
  });

  test("N presses the next step, U goes back, a question mark helps", () => {
    const pressed = vi.fn();
    document.querySelector("[data-lead]")?.addEventListener("click", pressed);
    press("n", document.body);
    press("u", document.body);
    press("?", document.body);
    expect([pressed, back, help].map((each) => each.mock.calls.length)).toEqual([1, 1, 1]);
  });

  test("whoever is writing is left alone", () => {
    press("u", document.querySelector("textarea") as Element);
    expect(back).not.toHaveBeenCalled();
  });

  test("letters can be switched off; Escape goes on working", () => {
    letters = false;
    press("u", document.body);
    expect(back).not.toHaveBeenCalled();
    press("Escape", document.body);
    expect(back).toHaveBeenCalledOnce();
  });

  test("nothing is heard any more once the page is left", () => {
    scope.stop();
    press("u", document.body);
    expect(back).not.toHaveBeenCalled();
  });
});
