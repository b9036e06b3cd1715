import { defineStore } from "pinia";
import { computed, ref, shallowRef, watch } from "vue";
import { useMeStore } from "../accounts/meStore.ts";
import { usePhotoSender } from "../attachments/usePhotos.ts";
import { errorCodeOf, type AccountId, type AttachmentId } from "../core/index.ts";
import { usePlatform } from "../platform/services.ts";
import type { CaseView, Report } from "./model.ts";

/** A report on its way: kept on the device until the server has it. */
export interface OutboxEntry {
  readonly report: Omit<Report, "photoIds">;
  /** Photos by their device ids; those sent already have the server's id beside them. */
  readonly photos: readonly { readonly deviceId: string; readonly id: AttachmentId | null }[];
  /** Only this account sends it, whoever else signs in on this device. */
  readonly accountId: AccountId;
  /** Why the server refused it for good; it then waits for its owner to decide. */
  readonly refused: string | null;
}

/** What a report waits for before it is sent again. */
export type Waits = "network" | "session" | "server";

/** What became of a report that was handed over. */
export type Outcome =
  { kind: "sent"; kase: CaseView } | { kind: "queued"; waitsFor: Waits } | { kind: "refused"; code: string };

const KEY = "outbox";
const RETRY_MS = 15_000;

/** Errors after which trying again later makes sense, and what for. */
const passing: Readonly<Record<string, Waits>> = {
  "network.unreachable": "network",
  "server.failed": "server",
  "server.busy": "server",
  "server.storage_full": "server",
  "request.too_many": "server",
  "account.session_ended": "session",
  "account.sign_in_needed": "session",
};

/**
 * Reports that still have to be sent. Each goes out exactly once: its draftId was made on this device and the
 * server keeps one report per draftId, so a reply that got lost is asked for again by sending again.
 */
export const useOutbox = defineStore("outbox", () => {
  const { client, live, platform } = usePlatform();
  const me = useMeStore();
  const sendPhoto = usePhotoSender();
  const entries = shallowRef<readonly OutboxEntry[]>(recall());
  const sending = ref(false);
  /** What was delivered since the app started, by the id it was handed over with. */
  const delivered = shallowRef<ReadonlyMap<string, CaseView>>(new Map());

  function recall(): readonly OutboxEntry[] {
    try {
      const kept: unknown = JSON.parse(platform.storage.read(KEY) ?? "[]");
      return Array.isArray(kept) ? (kept as OutboxEntry[]) : [];
    } catch {
      return [];
    }
  }

  function hold(next: readonly OutboxEntry[]): void {
    entries.value = next;
    platform.storage.write(KEY, JSON.stringify(next));
  }

  const idOf = (entry: OutboxEntry) => entry.report.draftId;
  const find = (draftId: string) => entries.value.find((entry) => idOf(entry) === draftId);
  const replace = (changed: OutboxEntry) =>
    hold(entries.value.map((entry) => (idOf(entry) === idOf(changed) ? changed : entry)));

  async function remove(draftId: string): Promise<void> {
    const entry = find(draftId);
    hold(entries.value.filter((each) => each !== entry));
    await Promise.all((entry?.photos ?? []).map(({ deviceId }) => platform.photos.drop(deviceId)));
  }

  async function sendOne(draftId: string): Promise<Outcome> {
    try {
      for (const { deviceId, id } of find(draftId)?.photos ?? []) {
        if (id) continue;
        const sent = await sendPhoto(deviceId);
        const entry = find(draftId);
        if (!entry) break;
        const photos = entry.photos.map((each) =>
          each.deviceId === deviceId ? { deviceId, id: sent } : each,
        );
        replace({ ...entry, photos });
      }
      const entry = find(draftId);
      if (!entry) return { kind: "queued", waitsFor: "server" };
      const photoIds = entry.photos.flatMap(({ id }) => id ?? []);
      const kase = await client.cases.report({ ...entry.report, photoIds });
      delivered.value = new Map(delivered.value).set(draftId, kase);
      await remove(draftId);
      return { kind: "sent", kase };
    } catch (error) {
      const code = errorCodeOf(error);
      const waitsFor = passing[code];
      if (waitsFor) return { kind: "queued", waitsFor };
      const entry = find(draftId);
      if (entry) replace({ ...entry, refused: code });
      return { kind: "refused", code };
    }
  }

  /** Gives a report back to the form it came from; its photos stay on the device. */
  function takeBack(draftId: string): void {
    hold(entries.value.filter((entry) => idOf(entry) !== draftId));
  }

  /** Takes a report over for good and tries to send it at once. */
  async function post(report: Omit<Report, "photoIds">, deviceIds: readonly string[]): Promise<Outcome> {
    const accountId = me.me?.id;
    if (!accountId) return { kind: "refused", code: "account.sign_in_needed" };
    const photos = deviceIds.map((deviceId) => ({ deviceId, id: null }));
    const others = entries.value.filter((entry) => idOf(entry) !== report.draftId);
    hold([...others, { report, photos, accountId, refused: null }]);
    return sendOne(report.draftId);
  }

  /** Sends what waits for this account, one after the other. */
  async function flush(): Promise<void> {
    if (sending.value || !platform.network.online()) return;
    sending.value = true;
    try {
      for (const entry of entries.value) {
        if (entry.refused !== null || entry.accountId !== me.me?.id) continue;
        await sendOne(idOf(entry));
      }
    } finally {
      sending.value = false;
    }
  }

  /** Lets a refused report be tried again, after its owner changed what was in the way. */
  async function retry(draftId: string): Promise<Outcome> {
    const entry = find(draftId);
    if (entry) replace({ ...entry, refused: null });
    return sendOne(draftId);
  }

  const waiting = computed(() => entries.value.filter((entry) => entry.refused === null));
  const refused = computed(() => entries.value.filter((entry) => entry.refused !== null));

  platform.network.onChange((online) => void (online && flush()));
  watch([() => live.state.value, () => me.me?.id], () => void flush());
  setInterval(() => void (waiting.value.length > 0 && flush()), RETRY_MS);

  return { entries, waiting, refused, delivered, sending, post, takeBack, flush, retry, remove };
});
