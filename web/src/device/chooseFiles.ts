/** Lets the person choose pictures or take one; empty when they thought better of it. */
export const chooseFiles = (atMost: number): Promise<File[]> =>
  new Promise((chosen) => {
    const input = Object.assign(document.createElement("input"), {
      type: "file",
      accept: "image/*",
      multiple: atMost > 1,
      hidden: true,
    });
    const end = (files: File[]) => {
      input.remove();
      chosen(files.slice(0, atMost));
    };
    input.addEventListener("change", () => end([...(input.files ?? [])]));
    input.addEventListener("cancel", () => end([]));
    // Safari lets go of an input that is not in the document before it answers.
    document.body.append(input);
    input.click();
  });
