// Draws the tab bar's pictures (81 px PNG, the only kind WeChat takes) from the outlines below: pnpm icons
import { mkdir } from "node:fs/promises";
import sharp from "sharp";

const outlines = {
  home: '<path d="M4 11.2 12 4l8 7.2V20a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z"/><path d="M9.5 21v-6.5h5V21"/>',
  cases:
    '<path d="M6 3.5h9.5L19 7v13a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4.5a1 1 0 0 1 1-1z"/><path d="m8.5 13 2.4 2.4 4.6-5"/>',
  me: '<circle cx="12" cy="8" r="4.2"/><path d="M4 21c.6-4.4 3.8-6.8 8-6.8s7.4 2.4 8 6.8"/>',
};

// The same four colours as in src/theme.json.
const inks = {
  "light": "#5d6966",
  "light-chosen": "#0f6b5c",
  "dark": "#9aa7a3",
  "dark-chosen": "#5fc7b2",
};

const folder = new URL("../src/assets/tab/", import.meta.url);
await mkdir(folder, { recursive: true });

for (const [name, outline] of Object.entries(outlines)) {
  for (const [mode, ink] of Object.entries(inks)) {
    const fill = mode.endsWith("chosen") ? ink : "none";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="0 0 24 24" fill="none"
      stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
      <g fill="${fill}" fill-opacity="0.16">${outline}</g></svg>`;
    await sharp(Buffer.from(svg))
      .png({ compressionLevel: 9, palette: true })
      .toFile(new URL(`${name}-${mode}.png`, folder).pathname);
  }
}
