// Lets Node 20 run our TypeScript as it stands: `node --import ./.tools/typescript.mjs file.ts`, child processes included.
import { register } from "node:module";

register("./typescriptHooks.mjs", import.meta.url);
