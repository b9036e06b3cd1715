import { computed, ref, shallowRef } from "vue";
import { AppError, readReply } from "../core/index.ts";
import { useTask } from "../core/useTask.ts";
import type { DevicePhoto } from "../platform/index.ts";
import { usePlatform } from "../platform/services.ts";
import type { AttachmentId } from "../core/index.ts";
import { MAX_PHOTOS, PhotoLink } from "./model.ts";

/** The photos that are to go with a report or a move: chosen on the device, sent when the time comes. */
export function usePhotos(onChange: (deviceIds: string[]) => void = () => {}) {
  const { platform } = usePlatform();
  const sendPhoto = usePhotoSender();
  const { busy, error, run } = useTask();
  const photos = shallowRef<readonly DevicePhoto[]>([]);
  const sent = ref(0);

  function hold(next: readonly DevicePhoto[]): void {
    photos.value = next;
    onChange(next.map((photo) => photo.deviceId));
  }

  const add = () =>
    run(async () => {
      const picked = await platform.photos.pick(MAX_PHOTOS - photos.value.length);
      hold([...photos.value, ...picked].slice(0, MAX_PHOTOS));
    });

  async function remove(deviceId: string): Promise<void> {
    hold(photos.value.filter((photo) => photo.deviceId !== deviceId));
    await platform.photos.drop(deviceId);
  }

  /** Finds the photos of a draft again; those the device lost are left out. */
  async function recall(deviceIds: readonly string[]): Promise<void> {
    const found = await Promise.all(deviceIds.map((deviceId) => platform.photos.recall(deviceId)));
    photos.value = found.filter((photo) => photo !== null);
  }

  /** Sends all of them and answers their ids; throws the first error. */
  async function sendAll(): Promise<AttachmentId[]> {
    sent.value = 0;
    const ids: AttachmentId[] = [];
    for (const { deviceId } of photos.value) {
      ids.push(await sendPhoto(deviceId));
      sent.value += 1;
    }
    return ids;
  }

  /** Forgets the photos here and on the device, once they are used. */
  async function clear(): Promise<void> {
    const used = photos.value;
    hold([]);
    await Promise.all(used.map(({ deviceId }) => platform.photos.drop(deviceId)));
  }

  return {
    photos,
    sent,
    busy,
    error,
    full: computed(() => photos.value.length >= MAX_PHOTOS),
    add,
    remove,
    recall,
    sendAll,
    clear,
  };
}

/** Sends one kept photo and answers its id; sending it again answers the same id. */
export function usePhotoSender() {
  const { platform, session } = usePlatform();
  return async (deviceId: string): Promise<AttachmentId> => {
    if (!(await platform.photos.recall(deviceId))) throw new AppError("photo.lost");
    const reply = await platform.photos.send(deviceId, session.token()).catch(() => {
      throw new AppError("network.unreachable");
    });
    return PhotoLink.parse(readReply(reply)).id;
  };
}
