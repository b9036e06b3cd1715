// Draws the tab bar's pictures (81 px PNG, the only kind WeChat takes) from the outlines below, in the colours of
// theme.json, and the mark of the start screen from the portal's: pnpm icons
import { mkdir, readFile } from "node:fs/promises";
import sharp from "sharp";

const outlines = {
  home: '<path d="M4 11.2 12 4l8 7.2V20a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z"/><path d="M9.5 21v-6.5h5V21"/>',
  report: '<circle cx="12" cy="12" r="9"/><path d="M12 8v8M8 12h8"/>',
  cases:
    '<path d="M6 3.5h9.5L19 7v13a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4.5a1 1 0 0 1 1-1z"/><path d="m8.5 13 2.4 2.4 4.6-5"/>',
  me: '<circle cx="12" cy="8" r="4.2"/><path d="M4 21c.6-4.4 3.8-6.8 8-6.8s7.4 2.4 8 6.8"/>',
};

const from = (path) => new URL(path, import.meta.url);
const theme = JSON.parse(await readFile(from("../src/theme.json"), "utf8"));
const inks = Object.entries(theme).flatMap(([mode, { tabText, tabChosen }]) => [
  [mode, tabText, "none"],
  [`${mode}-chosen`, tabChosen, tabChosen],
]);

await mkdir(from("../src/assets/tab/"), { recursive: true });
for (const [name, outline] of Object.entries(outlines)) {
  for (const [mode, ink, fill] of inks) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="0 0 24 24" fill="none"
      stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
      <g fill="${fill}" fill-opacity="0.16">${outline}</g></svg>`;
    await sharp(Buffer.from(svg))
      .png({ compressionLevel: 9, palette: true })
      .toFile(from(`../src/assets/tab/${name}-${mode}.png`).pathname);
  }
}

await sharp(await readFile(from("../../web/public/icon.svg")), { density: 300 })
  .resize(144)
  .png({ compressionLevel: 9, palette: true })
  .toFile(from("../src/assets/mark.png").pathname);
