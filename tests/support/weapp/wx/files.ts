import { base64OfBytes, bytesOfBase64 } from "../pictures.ts";
import { settle, WxFailure, type Callbacks, type World } from "./answer.ts";

/** The folder a mini program may write to: `wx.env.USER_DATA_PATH`. */
export const USER_DATA_PATH = "wxfile://usr";

type Given = Record<string, unknown>;
interface Operation {
  /** The options' names in the order the synchronous twin takes them. */
  readonly takes: readonly string[];
  /** The name under which the result is handed to `success`. */
  readonly gives?: string;
  run(given: Given): unknown;
}

/** wx.getFileSystemManager over the phone's files; every operation in its two forms. */
export function fileApis(world: World) {
  const { phone, host } = world;
  const operations = operationsOn(world);

  const manager = Object.fromEntries(
    Object.entries(operations).flatMap(([name, { takes, gives, run }]) => [
      [
        name,
        (options: Callbacks & Given) =>
          void settle(world, name, options, () => {
            const result = run(options);
            return gives ? { [gives]: result } : {};
          }),
      ],
      [
        `${name}Sync`,
        (...args: unknown[]) => {
          try {
            return host.give(run(Object.fromEntries(takes.map((taken, at) => [taken, args[at]]))));
          } catch (error) {
            throw host.give(new Error(`${name}Sync:fail ${(error as Error).message}`));
          }
        },
      ],
    ]),
  );
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => manager,
    saveFile: manager.saveFile,
    getFileInfo: (options: Callbacks & { filePath: string }) =>
      settle(world, "getFileInfo", options, () => {
        const bytes = phone.files.get(options.filePath);
        if (!bytes) throw new WxFailure("file doesn't exist");
        return { size: bytes.length };
      }),
  };
}

function operationsOn({ phone }: World): Record<string, Operation> {
  const { files } = phone;
  const folders = new Set([USER_DATA_PATH]);
  const bytesAt = (path: unknown): Uint8Array => {
    const bytes = files.get(String(path));
    if (!bytes) throw new WxFailure(`no such file or directory ${String(path)}`);
    return bytes;
  };
  const writable = (path: unknown): string => {
    const text = String(path);
    if (!text.startsWith(`${USER_DATA_PATH}/`)) throw new WxFailure(`permission denied, open "${text}"`);
    if (!folders.has(text.slice(0, text.lastIndexOf("/"))))
      throw new WxFailure(`no such file or directory ${text}`);
    return text;
  };

  return {
    access: { takes: ["path"], run: ({ path }) => void (folders.has(String(path)) || bytesAt(path)) },
    saveFile: {
      takes: ["tempFilePath", "filePath"],
      gives: "savedFilePath",
      run({ tempFilePath, filePath }) {
        const bytes = bytesAt(tempFilePath);
        const extension = String(tempFilePath).split(".").pop() ?? "";
        const kept = filePath === undefined ? phone.lasting(extension) : writable(filePath);
        files.set(kept, bytes);
        files.delete(String(tempFilePath));
        return kept;
      },
    },
    readFile: {
      takes: ["filePath", "encoding"],
      gives: "data",
      run: ({ filePath, encoding }) => decode(bytesAt(filePath), encoding),
    },
    writeFile: {
      takes: ["filePath", "data", "encoding"],
      run: ({ filePath, data, encoding }) => void files.set(writable(filePath), encode(data, encoding)),
    },
    copyFile: {
      takes: ["srcPath", "destPath"],
      run: ({ srcPath, destPath }) => void files.set(writable(destPath), bytesAt(srcPath)),
    },
    unlink: {
      takes: ["filePath"],
      run: ({ filePath }) => void (bytesAt(filePath) && files.delete(String(filePath))),
    },
    removeSavedFile: {
      takes: ["filePath"],
      run: ({ filePath }) => void (bytesAt(filePath) && files.delete(String(filePath))),
    },
    stat: {
      takes: ["path"],
      gives: "stats",
      run: ({ path }) => ({ size: folders.has(String(path)) ? 0 : bytesAt(path).length }),
    },
    mkdir: { takes: ["dirPath", "recursive"], run: ({ dirPath }) => void folders.add(String(dirPath)) },
    readdir: {
      takes: ["dirPath"],
      gives: "files",
      run: ({ dirPath }) => {
        const inside = `${String(dirPath)}/`;
        return [...files.keys()]
          .filter((path) => path.startsWith(inside))
          .map((path) => path.slice(inside.length));
      },
    },
  };
}

function decode(bytes: Uint8Array, encoding: unknown): string | ArrayBuffer {
  if (encoding === "base64") return base64OfBytes(bytes);
  if (encoding) return new TextDecoder().decode(bytes);
  return new Uint8Array(bytes).buffer;
}

function encode(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data !== "string") return new Uint8Array(data as ArrayBuffer).slice();
  return encoding === "base64" ? bytesOfBase64(data) : new TextEncoder().encode(data);
}
