import { sizeOfPicture } from "../pictures.ts";
import { record, recorded, settle, WxFailure, type Callbacks, type World } from "./answer.ts";
import { needPrivacy } from "./permission.ts";

interface ChooseOptions extends Callbacks {
  count?: number;
}
interface SourceOptions extends Callbacks {
  src: string;
  quality?: number;
}

/** Taking, choosing, shrinking and showing pictures. */
export function mediaApis(world: World) {
  const { phone } = world;

  async function take(api: string, { count = 9 }: ChooseOptions): Promise<{ path: string; size: number }[]> {
    await needPrivacy(world, api);
    const pictures = phone.holder.photographs(count).slice(0, count);
    if (pictures.length === 0) throw new WxFailure("cancel");
    return pictures.map(({ bytes, type }) => ({ path: phone.temporary(bytes, type), size: bytes.length }));
  }
  const bytesAt = (path: string): Uint8Array => {
    const bytes = phone.files.get(path);
    if (!bytes) throw new WxFailure("file doesn't exist");
    return bytes;
  };

  return {
    ...recorded(world, ["previewImage", "previewMedia", "saveImageToPhotosAlbum"]),
    chooseMedia(options: ChooseOptions = {}) {
      record(world, "chooseMedia", options);
      return settle(world, "chooseMedia", options, async () => {
        const taken = await take("chooseMedia", options);
        const tempFiles = taken.map(({ path, size }) => ({ tempFilePath: path, size, fileType: "image" }));
        return { type: "image", tempFiles };
      });
    },
    chooseImage(options: ChooseOptions = {}) {
      record(world, "chooseImage", options);
      return settle(world, "chooseImage", options, async () => {
        const tempFiles = await take("chooseImage", options);
        return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) };
      });
    },
    /** The picture stays as it is: what a phone makes of it cannot be told from outside. */
    compressImage(options: SourceOptions) {
      record(world, "compressImage", options);
      return settle(world, "compressImage", options, () => ({
        tempFilePath: phone.temporary(bytesAt(options.src), options.src.split(".").pop() ?? "jpg"),
      }));
    },
    getImageInfo: (options: SourceOptions) =>
      settle(world, "getImageInfo", options, () => {
        const size = sizeOfPicture(bytesAt(options.src));
        const type = options.src.endsWith(".png") ? "png" : "jpeg";
        return { ...size, path: options.src, orientation: "up", type };
      }),
  };
}
