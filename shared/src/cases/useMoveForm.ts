import { computed, ref, watch } from "vue";
import { usePhotos } from "../attachments/usePhotos.ts";
import { useTask } from "../core/useTask.ts";
import { usePlatform } from "../platform/services.ts";
import { findPersonal } from "./masking.ts";
import type { CaseView, RejectReason, ResultCode } from "./model.ts";
import type { MoveInput } from "./store.ts";
import { ruleOf, type CaseMove } from "./workflow.ts";

/** Moves that may bring photos along though the table does not ask for them. */
const withPhotos: readonly CaseMove[] = ["progress", "supplement", "dispute", "feedback"];

/** The form of one move: which fields it has is read off the table; what was written survives everything. */
export function useMoveForm(
  kase: () => CaseView,
  move: () => CaseMove,
  perform: (input: MoveInput) => Promise<boolean>,
) {
  const { platform } = usePlatform();
  const key = computed(() => `move:${kase().id}:${move()}`);
  const rule = computed(() => ruleOf(move()));

  const text = ref("");
  const reason = ref<RejectReason | null>(null);
  const unit = ref<string | null>(null);
  const result = ref<ResultCode | null>(null);
  const typeCode = ref<string | null>(null);
  const visibility = ref<"public" | "internal">("public");
  const photos = usePhotos();
  const sending = useTask();

  watch(key, (name) => (text.value = platform.storage.read(name) ?? ""), { immediate: true });
  watch(text, (written) => {
    if (written) platform.storage.write(key.value, written);
    else platform.storage.remove(key.value);
  });

  const asks = computed(() => ({
    text: rule.value.needs.includes("text"),
    reason: rule.value.needs.includes("reason"),
    unit: rule.value.needs.includes("unit"),
    result: rule.value.needs.includes("result"),
    photos: withPhotos.includes(move()),
    photoNeeded: rule.value.needs.includes("evidence") && kase().evidenceNeeded,
    type: move() === "accept",
    visibility: rule.value.shown === "chosen",
  }));

  const readable = computed(() => (rule.value.shown === "chosen" ? visibility.value : rule.value.shown));

  /** Kinds of personal data in a text that everybody will read; the writer is asked to take them out. */
  const personal = computed(() => (readable.value === "public" ? findPersonal(text.value) : []));

  const complete = computed(() => {
    const needs = asks.value;
    return (
      (!needs.text || text.value.trim() !== "") &&
      (!needs.reason || reason.value !== null) &&
      (!needs.unit || unit.value !== null) &&
      (!needs.result || result.value !== null) &&
      (!needs.photoNeeded || photos.photos.value.length > 0)
    );
  });

  /** Sends the photos, then the move; whether it was made. What was written is forgotten only then. */
  async function submit(): Promise<boolean> {
    const needs = asks.value;
    const made = await sending.run(async () => {
      const photoIds = needs.photos ? await photos.sendAll() : [];
      return perform({
        move: move(),
        ...(needs.text && { text: text.value }),
        ...(needs.reason && reason.value && { reason: reason.value }),
        ...(needs.unit && unit.value && { unit: unit.value }),
        ...(needs.result && result.value && { result: result.value }),
        ...(needs.type && typeCode.value && { typeCode: typeCode.value }),
        ...(needs.visibility && { visibility: visibility.value }),
        ...(photoIds.length > 0 && { photoIds }),
      });
    });
    if (!made) return false;
    text.value = "";
    await photos.clear();
    return true;
  }

  return {
    asks,
    text,
    reason,
    unit,
    result,
    typeCode,
    visibility,
    photos,
    personal,
    complete,
    busy: sending.busy,
    error: sending.error,
    submit,
  };
}
