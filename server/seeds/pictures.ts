import sharp from "sharp";
import type { Scene } from "./stories.ts";

const WIDTH = 960;
const HEIGHT = 720;

const ground = (sky: string, floor: string) =>
  `<rect width="960" height="720" fill="${sky}"/><rect y="470" width="960" height="250" fill="${floor}"/>`;
const house = (x: number, fill: string) =>
  `<rect x="${x}" y="140" width="250" height="330" fill="${fill}"/>` +
  [190, 280, 370]
    .map((y) =>
      [40, 150].map((dx) => `<rect x="${x + dx}" y="${y}" width="60" height="56" fill="#dfe8ee"/>`).join(""),
    )
    .join("");

/** Drawn scenes: a demonstration shows no photograph of a real place. */
const scenes: Readonly<Record<Scene, string>> = {
  bin:
    ground("#cfe0e8", "#b9b4a8") +
    house(60, "#c9a98c") +
    `<rect x="520" y="320" width="150" height="200" rx="12" fill="#3f6b52"/><ellipse cx="595" cy="312" rx="95" ry="42" fill="#5a4a3c"/>` +
    `<circle cx="480" cy="520" r="46" fill="#4d4a45"/><circle cx="710" cy="530" r="54" fill="#69635a"/><circle cx="630" cy="560" r="38" fill="#3b3a38"/>`,
  litter:
    ground("#d8e6d4", "#86a36c") +
    `<path d="M180 560 L330 420 L520 400 L700 440 L820 570 Z" fill="#b7a58f"/>` +
    `<rect x="300" y="470" width="210" height="60" rx="8" fill="#d9cfc2"/><rect x="540" y="490" width="190" height="56" rx="8" fill="#c4b8aa"/>`,
  street:
    ground("#d5e2ea", "#8d9298") +
    house(40, "#b5c2c9") +
    house(680, "#c7b59f") +
    `<path d="M430 470 L530 470 L700 720 L260 720 Z" fill="#777c82"/>` +
    `<rect x="330" y="500" width="120" height="70" rx="10" fill="#a5483b"/><rect x="540" y="540" width="140" height="80" rx="10" fill="#35597a"/>`,
  water:
    ground("#c3cdd4", "#7f8a86") +
    `<path d="M0 540 Q160 500 320 540 T640 540 T960 540 L960 720 L0 720 Z" fill="#6c8c9a"/>` +
    `<path d="M80 600 Q200 575 320 600 T560 600" stroke="#a9c2cb" stroke-width="8" fill="none"/>` +
    `<rect x="120" y="120" width="720" height="70" fill="#9aa3a6"/><rect x="160" y="190" width="60" height="350" fill="#8b9396"/><rect x="740" y="190" width="60" height="350" fill="#8b9396"/>`,
  lamp:
    `<rect width="960" height="720" fill="#1d2b3a"/><rect y="520" width="960" height="200" fill="#27323c"/>` +
    [160, 420, 680]
      .map(
        (x) =>
          `<rect x="${x}" y="180" width="14" height="340" fill="#566472"/><rect x="${x}" y="180" width="90" height="12" fill="#566472"/><circle cx="${x + 92}" cy="198" r="18" fill="#39444e"/>`,
      )
      .join(""),
  wall:
    ground("#d9e4ea", "#9aa58b") +
    `<rect x="180" y="60" width="600" height="480" fill="#c9bba6"/>` +
    `<path d="M300 160 l90 20 l-30 70 l-80 -20 Z M560 250 l70 -16 l26 60 l-60 40 Z" fill="#8a7a66"/>` +
    `<rect x="260" y="560" width="60" height="26" fill="#b9a88f"/><rect x="520" y="590" width="46" height="22" fill="#b9a88f"/>`,
  cable:
    ground("#cdd9e2", "#9aa0a3") +
    house(300, "#b9a58f") +
    `<path d="M520 190 C600 300 610 420 640 540" stroke="#c2452f" stroke-width="9" fill="none"/>` +
    `<circle cx="610" cy="590" r="44" fill="none" stroke="#333" stroke-width="12"/><circle cx="750" cy="590" r="44" fill="none" stroke="#333" stroke-width="12"/><path d="M610 590 L670 520 L750 590" stroke="#2d5e7e" stroke-width="14" fill="none"/>`,
  done:
    ground("#cfe6f0", "#a9bd8f") +
    house(80, "#d6c3a6") +
    house(620, "#c3cfd5") +
    `<path d="M400 470 L560 470 L640 720 L320 720 Z" fill="#b7b9ba"/>` +
    `<circle cx="480" cy="330" r="86" fill="#2e7d5b"/><path d="M438 332 l30 32 l58 -66" stroke="#fff" stroke-width="20" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`,
};

/** A drawn picture of a scene, as a phone would send it. */
export const picture = (scene: Scene): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${scenes[scene]}</svg>`,
    ),
  )
    .jpeg({ quality: 80 })
    .toBuffer();
